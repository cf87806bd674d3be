package dev.krait.tck.hosts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.ProcessEngineConfiguration;
import org.operaton.bpm.engine.ScriptEvaluationException;
import org.operaton.bpm.engine.history.HistoricVariableInstance;
import org.operaton.bpm.engine.runtime.ProcessInstance;
import org.operaton.bpm.model.bpmn.Bpmn;

@DisplayName("Host: Operaton, a workflow engine")
class OperatonTest {
    private static final String GATEWAY = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xmlns:o="http://operaton.org/schema/1.0/bpmn" targetNamespace="krait">
              <process id="gateway" isExecutable="true" o:historyTimeToLive="P1D">
                <startEvent id="start"/>
                <sequenceFlow id="begin" sourceRef="start" targetRef="fork"/>
                <exclusiveGateway id="fork"/>
                <sequenceFlow id="high" sourceRef="fork" targetRef="big">
                  <conditionExpression xsi:type="tFormalExpression" language="python">
            amount &gt; 100</conditionExpression>
                </sequenceFlow>
                <sequenceFlow id="low" sourceRef="fork" targetRef="small">
                  <conditionExpression xsi:type="tFormalExpression" language="python">
            not amount &gt; 100</conditionExpression>
                </sequenceFlow>
                <scriptTask id="big" scriptFormat="python" o:resultVariable="result">
                  <script>'big'</script>
                </scriptTask>
                <scriptTask id="small" scriptFormat="python" o:resultVariable="result">
                  <script>'small'</script>
                </scriptTask>
              </process>
            </definitions>
            """;
    private static ProcessEngine engine;

    @BeforeAll
    static void start() {
        engine = ProcessEngineConfiguration.createStandaloneInMemProcessEngineConfiguration()
                .setJdbcUrl("jdbc:h2:mem:krait").setJobExecutorActivate(false).buildProcessEngine();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void scriptTaskReadsVariablesAndGivesAResult() {
        deploy("total", "sum(p * 2 for p in range(amount))");
        assertEquals(90, variable(run("total", Map.of("amount", 10)), "result"));
    }

    @Test
    void scriptTaskUsesTheExecution() {
        deploy("execution", """
                import math
                def area(r):
                    return round(math.pi * r * r * scale, 2)
                execution.setVariable('area', area(radius))
                'done'
                """);
        ProcessInstance instance = run("execution", Map.of("radius", 2, "scale", 10));
        assertEquals(125.66, variable(instance, "area"));
        assertEquals("done", variable(instance, "result"));
    }

    @Test
    void compiledScriptsRunAgainWithOtherVariables() {
        deploy("again", "word + '!'");
        for (String word : new String[]{"one", "two", "three"}) {
            assertEquals(word + "!", variable(run("again", Map.of("word", word)), "result"));
        }
    }

    @Test
    void gatewayTakesABooleanOfPython() {
        engine.getRepositoryService().createDeployment().addString("gateway.bpmn", GATEWAY)
                .deploy();
        assertEquals("big", variable(run("gateway", Map.of("amount", 150)), "result"));
        assertEquals("small", variable(run("gateway", Map.of("amount", 50)), "result"));
    }

    @Test
    void errorOfAScriptIsTheHostsScriptError() {
        deploy("broken", "raise ValueError('no good')");
        ScriptEvaluationException error = assertThrows(ScriptEvaluationException.class,
                () -> run("broken", Map.of()));
        assertTrue(error.getMessage().contains("ValueError: no good"), error.getMessage());
    }

    private static void deploy(String key, String script) {
        engine.getRepositoryService().createDeployment().addModelInstance(key + ".bpmn",
                Bpmn.createExecutableProcess(key).startEvent().scriptTask().scriptFormat("python")
                        .scriptText(script).operatonResultVariable("result").endEvent().done())
                .deploy();
    }

    private static ProcessInstance run(String key, Map<String, Object> variables) {
        return engine.getRuntimeService().startProcessInstanceByKey(key, variables);
    }

    private static Object variable(ProcessInstance instance, String name) {
        HistoricVariableInstance variable = engine.getHistoryService()
                .createHistoricVariableInstanceQuery().processInstanceId(instance.getId())
                .variableName(name).singleResult();
        return variable.getValue();
    }
}
