package dev.krait.tck.hosts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.xml.XmlConfiguration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Host: Log4j, whose scripts filter, route and lay out what is logged")
class Log4jTest {
    @TempDir
    private Path folder;

    @BeforeAll
    static void allow() {
        System.setProperty("log4j2.Script.enableLanguages", "python");
    }

    @Test
    void aFilterDecidesByTheEvent() throws Exception {
        assertEquals(List.of("open 1"), log("""
                <File name="all" fileName="${folder}/log"><PatternLayout pattern="%m%n"/></File>
                """, """
                <ScriptFilter onMatch="ACCEPT" onMismatch="DENY">
                  <Script name="wanted" language="python"><![CDATA[
                def is_wanted(text):
                    return 'secret' not in text
                is_wanted(logEvent.message.formattedMessage)
                  ]]></Script>
                </ScriptFilter>
                """));
    }

    @Test
    void aPatternIsSelectedByTheEvent() throws Exception {
        assertEquals(List.of("INFO open 1", "!! secret", "INFO more"), log("""
                <File name="all" fileName="${folder}/log"><PatternLayout>
                  <ScriptPatternSelector defaultPattern="%p %m%n">
                    <Script name="select" language="python"><![CDATA[
                'Alarm' if logEvent.level.name() == 'ERROR' else None
                    ]]></Script>
                    <PatternMatch key="Alarm" pattern="!! %m%n"/>
                  </ScriptPatternSelector>
                </PatternLayout></File>
                """, ""));
    }

    @Test
    void aRouteIsChosenByAScriptThatKeepsState() throws Exception {
        assertEquals(List.of("odd open 1", "even secret", "odd more"), log("""
                <Routing name="all">
                  <Script name="first" language="python">staticVariables['count'] = 0</Script>
                  <Routes>
                    <Script name="next" language="python"><![CDATA[
                staticVariables['count'] += 1
                'odd' if staticVariables['count'] % 2 else 'even'
                    ]]></Script>
                    <Route key="odd"><File name="odd" fileName="${folder}/log">
                      <PatternLayout pattern="odd %m%n"/></File></Route>
                    <Route key="even"><File name="even" fileName="${folder}/log">
                      <PatternLayout pattern="even %m%n"/></File></Route>
                  </Routes>
                </Routing>
                """, ""));
    }

    /** The lines that three events leave. */
    private List<String> log(String appender, String filter) throws Exception {
        String text = "<Configuration status=\"ERROR\"><Appenders>" + appender
                + "</Appenders><Loggers><Root level=\"info\">" + filter
                + "<AppenderRef ref=\"all\"/></Root></Loggers></Configuration>";
        byte[] bytes = text.replace("${folder}", folder.toString())
                .getBytes(StandardCharsets.UTF_8);
        try (LoggerContext context = new LoggerContext("krait")) {
            context.start(new XmlConfiguration(context,
                    new ConfigurationSource(new ByteArrayInputStream(bytes))));
            Logger logger = context.getLogger("any");
            logger.info("open {}", 1);
            logger.error("secret");
            if (filter.isEmpty()) {
                logger.info("more");
            }
        }
        return Files.readAllLines(folder.resolve("log"));
    }
}
