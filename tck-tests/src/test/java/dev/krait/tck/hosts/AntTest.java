package dev.krait.tck.hosts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.tools.ant.BuildException;
import org.apache.tools.ant.DefaultLogger;
import org.apache.tools.ant.Project;
import org.apache.tools.ant.ProjectHelper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Host: Apache Ant")
class AntTest {
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    @TempDir
    private Path folder;

    @Test
    void scriptTaskUsesTheProject() throws Exception {
        Project project = build("""
                <script language="python" manager="javax"><![CDATA[
                names = [str(i * i) for i in range(4)]
                project.setProperty('squares', ','.join(names))
                ]]></script>
                """);
        assertEquals("0,1,4,9", project.getProperty("squares"));
    }

    @Test
    void scriptTaskSeesPropertiesAndReferences() throws Exception {
        Project project = build("""
                <property name="base" value="src"/>
                <path id="where" location="lib"/>
                <script language="cpython" manager="javax">
                project.setProperty('seen', base + '/' + str(where.size()))
                </script>
                """);
        assertEquals("src/1", project.getProperty("seen"));
    }

    @Test
    void scriptdefDefinesATask() throws Exception {
        Project project = build(
                """
                        <scriptdef name="shout" language="python" manager="javax">
                          <attribute name="text"/>
                          <attribute name="property"/>
                        project.setProperty(attributes.get('property'), attributes.get('text').upper() + '!')
                        </scriptdef>
                        <shout text="hello" property="first"/>
                        <shout text="again" property="second"/>
                        """);
        assertEquals("HELLO!", project.getProperty("first"));
        assertEquals("AGAIN!", project.getProperty("second"));
    }

    @Test
    void scriptconditionAnswersYesOrNo() throws Exception {
        Project project = build("""
                <property name="jdk" value="25"/>
                <condition property="new">
                  <scriptcondition language="python" manager="javax">
                    self.setValue(int(jdk) >= 25)
                  </scriptcondition>
                </condition>
                """);
        assertEquals("true", project.getProperty("new"));
    }

    @Test
    void scriptfilterAndScriptmapperChangeTextAndNames() throws Exception {
        Files.writeString(folder.resolve("in.txt"), "one\ntwo\n");
        build("""
                <copy todir="${basedir}/out">
                  <fileset dir="${basedir}" includes="in.txt"/>
                  <scriptmapper language="python" manager="javax">
                    self.addMappedName('copy-of-' + source)
                  </scriptmapper>
                  <filterchain>
                    <tokenfilter>
                      <scriptfilter language="python" manager="javax">
                        self.setToken(self.getToken().upper() + '!')
                      </scriptfilter>
                    </tokenfilter>
                  </filterchain>
                </copy>
                """);
        Path copy = folder.resolve("out").resolve("copy-of-in.txt");
        assertTrue(Files.exists(copy), log::toString);
        assertEquals("ONE!\nTWO!\n", Files.readString(copy));
    }

    @Test
    void errorOfAScriptFailsTheBuild() {
        BuildException failure = assertThrows(BuildException.class, () -> build("""
                <script language="python" manager="javax">raise ValueError('no good')</script>
                """));
        assertTrue(failure.toString().contains("ValueError: no good"), failure.toString());
    }

    private Project build(String tasks) throws Exception {
        Path file = folder.resolve("build.xml");
        Files.writeString(file,
                "<project default=\"all\"><target name=\"all\">" + tasks + "</target></project>");
        Project project = new Project();
        DefaultLogger logger = new DefaultLogger();
        logger.setMessageOutputLevel(Project.MSG_DEBUG);
        logger.setOutputPrintStream(new PrintStream(log, true, StandardCharsets.UTF_8));
        logger.setErrorPrintStream(new PrintStream(log, true, StandardCharsets.UTF_8));
        project.addBuildListener(logger);
        project.init();
        // Surefire sets the system property of that name, which Ant would take for it
        project.setUserProperty("basedir", folder.toString());
        ProjectHelper.configureProject(project, file.toFile());
        project.executeTarget("all");
        return project;
    }
}
