package dev.krait.host;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.krait.Namespace;
import dev.krait.Python;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the Python snippets of docs/java-from-python.md. */
class DocsTest {
    private static final Pattern SNIPPET = Pattern.compile("```python\n(.*?)```", Pattern.DOTALL);
    private final Python python = Python.start();

    @TestFactory
    List<DynamicTest> snippetsRun() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        Matcher snippets = SNIPPET.matcher(Files.readString(page()));
        while (snippets.find()) {
            String code = snippets.group(1);
            tests.add(dynamicTest(code.lines().findFirst().orElse(""), () -> {
                try (Namespace names = python.newNamespace()) {
                    names.exec(code);
                }
            }));
        }
        assertFalse(tests.isEmpty());
        return tests;
    }

    /** Maven runs the tests in the module's folder, others at the top. */
    private static Path page() {
        Path page = Path.of("docs", "java-from-python.md");
        return Files.exists(page) ? page : Path.of("..").resolve(page);
    }
}
