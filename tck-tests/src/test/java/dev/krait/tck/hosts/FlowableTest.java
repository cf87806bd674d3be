package dev.krait.tck.hosts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flowable.common.engine.api.FlowableException;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.ProcessEngineConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Host: Flowable, a workflow engine that stores what scripts assign")
class FlowableTest {
    private static final ScriptProcess PROCESS = new ScriptProcess("http://flowable.org/bpmn",
            "engine:autoStoreVariables=\"true\"");
    private static ProcessEngine engine;

    @BeforeAll
    static void start() {
        engine = ProcessEngineConfiguration.createStandaloneInMemProcessEngineConfiguration()
                .setJdbcUrl("jdbc:h2:mem:flowable;DB_CLOSE_DELAY=-1").buildProcessEngine();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void aScriptWithFunctionsStoresItsValuesAndNothingElse() {
        Map<String, Object> variables = run("total", """
                import math
                class Rate:
                    factor = 2
                def double(n):
                    return n * Rate.factor
                total = sum(double(n) for n in numbers)
                root = math.sqrt(total * 12)
                label = f'order {order}'
                names = ['a', 'b']
                execution.setVariable('whole', total > 3)
                total
                """, Map.of("numbers", List.of(1, 2), "order", "A7"));
        assertEquals(Map.of("numbers", List.of(1, 2), "order", "A7", "total", 6, "root",
                Math.sqrt(72), "label", "order A7", "names", List.of("a", "b"), "whole", true,
                "result", 6), variables);
    }

    @Test
    void gatewaysTakeABooleanOfPython() {
        assertEquals("big", end("above", "150"));
        assertEquals("small", end("below", "50"));
    }

    @Test
    void anErrorOfAScriptStopsTheProcess() {
        FlowableException error = assertThrows(FlowableException.class,
                () -> run("broken", "raise ValueError('no good')", Map.of()));
        assertTrue(
                error.toString().contains("ValueError: no good")
                        || String.valueOf(error.getCause()).contains("ValueError: no good"),
                () -> error + " because of " + error.getCause());
    }

    private static Map<String, Object> run(String key, String script,
            Map<String, Object> variables) {
        String instance = start(key, script, variables);
        Map<String, Object> found = new HashMap<>();
        engine.getHistoryService().createHistoricVariableInstanceQuery().processInstanceId(instance)
                .list().forEach(each -> found.put(each.getVariableName(), each.getValue()));
        return found;
    }

    private static String end(String key, String script) {
        return engine.getHistoryService().createHistoricActivityInstanceQuery()
                .processInstanceId(start(key, script, Map.of())).activityType("endEvent")
                .singleResult().getActivityId();
    }

    private static String start(String key, String script, Map<String, Object> variables) {
        engine.getRepositoryService().createDeployment()
                .addString(key + ".bpmn20.xml", PROCESS.bpmn(key, script)).deploy();
        return engine.getRuntimeService().startProcessInstanceByKey(key, variables).getId();
    }
}
