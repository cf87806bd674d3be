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
import org.operaton.bpm.engine.ScriptEvaluationException;
import org.operaton.bpm.engine.history.HistoricVariableInstance;
import org.operaton.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.operaton.bpm.engine.runtime.ProcessInstance;

@DisplayName("Host: Operaton, a workflow engine")
class OperatonTest {
    private static final ScriptProcess PROCESS = new ScriptProcess(
            "http://operaton.org/schema/1.0/bpmn", "");
    private static ProcessEngine engine;

    @BeforeAll
    static void start() {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setEnforceHistoryTimeToLive(false);
        engine = configuration.setJdbcUrl("jdbc:h2:mem:krait").setJobExecutorActivate(false)
                .buildProcessEngine();
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
        deploy("gateway", "amount * 2");
        assertEquals("big", end(run("gateway", Map.of("amount", 75))));
        assertEquals("small", end(run("gateway", Map.of("amount", 25))));
    }

    @Test
    void errorOfAScriptIsTheHostsScriptError() {
        deploy("broken", "raise ValueError('no good')");
        ScriptEvaluationException error = assertThrows(ScriptEvaluationException.class,
                () -> run("broken", Map.of()));
        assertTrue(error.getMessage().contains("ValueError: no good"), error.getMessage());
    }

    private static void deploy(String key, String script) {
        engine.getRepositoryService().createDeployment()
                .addString(key + ".bpmn", PROCESS.bpmn(key, script)).deploy();
    }

    private static ProcessInstance run(String key, Map<String, Object> variables) {
        return engine.getRuntimeService().startProcessInstanceByKey(key, variables);
    }

    private static String end(ProcessInstance instance) {
        return engine.getHistoryService().createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId()).activityType("noneEndEvent").singleResult()
                .getActivityId();
    }

    private static Object variable(ProcessInstance instance, String name) {
        HistoricVariableInstance variable = engine.getHistoryService()
                .createHistoricVariableInstanceQuery().processInstanceId(instance.getId())
                .variableName(name).singleResult();
        return variable.getValue();
    }
}
