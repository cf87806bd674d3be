package dev.krait.host;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.krait.Namespace;
import dev.krait.PyObject;
import dev.krait.Python;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the tests of java_view.py, each as one of its own. */
class JavaViewTest {
    private static final String RUN = """
            def tests():
                loader = unittest.defaultTestLoader
                for kind in list(globals().values()):
                    if isinstance(kind, type) and issubclass(kind, unittest.TestCase):
                        for name in loader.getTestCaseNames(kind):
                            yield '%s.%s' % (kind.__name__, name)

            def run(name):
                kind, _, method = name.partition('.')
                result = unittest.TestResult()
                globals()[kind](method).run(result)
                return ''.join(text for _, text in result.failures + result.errors)
            """;
    private final Python python = Python.start();

    @TestFactory
    List<DynamicTest> javaFromPython() throws IOException {
        Namespace namespace = python.newNamespace();
        namespace.exec(source());
        namespace.exec(RUN);
        PyObject run = namespace.eval("run");
        List<DynamicTest> tests = new ArrayList<>();
        namespace.eval("tests()").forEach(each -> {
            String name = each.toString();
            tests.add(dynamicTest(name, () -> {
                String failure = run.call(name).toString();
                assertTrue(failure.isEmpty(), failure);
            }));
        });
        return tests;
    }

    private static String source() throws IOException {
        try (InputStream stream = JavaViewTest.class.getResourceAsStream("java_view.py")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
