package dev.krait.tck.hosts;

/** A process for workflow engines: a script, then a gateway that asks scripts whether its result is above 100. */
final class ScriptProcess {
    private static final String BPMN = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xmlns:engine="NAMESPACE" targetNamespace="krait">
              <process id="KEY" isExecutable="true">
                <startEvent id="start"/>
                <sequenceFlow id="begin" sourceRef="start" targetRef="task"/>
                <scriptTask id="task" scriptFormat="python" engine:resultVariable="result"
                    ATTRIBUTES><script><![CDATA[SCRIPT]]></script></scriptTask>
                <sequenceFlow id="on" sourceRef="task" targetRef="fork"/>
                <exclusiveGateway id="fork"/>
                <sequenceFlow id="high" sourceRef="fork" targetRef="big">
                  <conditionExpression xsi:type="tFormalExpression" language="python">
            isinstance(result, int) and result &gt; 100</conditionExpression>
                </sequenceFlow>
                <sequenceFlow id="low" sourceRef="fork" targetRef="small">
                  <conditionExpression xsi:type="tFormalExpression" language="python">
            not (isinstance(result, int) and result &gt; 100)</conditionExpression>
                </sequenceFlow>
                <endEvent id="big"/>
                <endEvent id="small"/>
              </process>
            </definitions>
            """;
    private final String namespace;
    private final String attributes;

    /**
     * For one engine.
     *
     * @param namespace that of its own attributes
     * @param attributes more of them for the script, with the prefix {@code engine}
     */
    ScriptProcess(String namespace, String attributes) {
        this.namespace = namespace;
        this.attributes = attributes;
    }

    /** As text; the end it comes to is called big or small. */
    String bpmn(String key, String script) {
        return BPMN.replace("NAMESPACE", namespace).replace("ATTRIBUTES", attributes)
                .replace("KEY", key).replace("SCRIPT", script);
    }
}
