package dev.krait.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.junit.jupiter.api.Test;

/** Runs the Java blocks of README.md; a comment at the end of a statement is the value the reader is promised. */
class ReadmeTest {
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern PROMISE = Pattern.compile("^\\s*\\w+ (\\w+) = .*;\\s+// (.+)$",
            Pattern.MULTILINE);
    private static final List<String> IMPORTS = List.of("dev.krait.*", "static dev.krait.Kw.kw",
            "java.util.*", "java.util.function.*", "javax.script.*");

    @Test
    void everyJavaBlockDoesWhatItsCommentsSay() throws IOException {
        Matcher blocks = BLOCK.matcher(Files.readString(Path.of("..", "README.md")));
        int promises = 0;
        while (blocks.find()) {
            promises += run(blocks.group(1));
        }
        assertFalse(promises < 5, () -> "README.md promises too little to be checked");
    }

    private static int run(String block) {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        Matcher promised = PROMISE.matcher(block);
        while (promised.find()) {
            names.add(promised.group(1));
            values.add(promised.group(2).strip());
        }
        // a block of try-with-resources hides its variables: the promises are checked inside it
        StringBuilder checked = new StringBuilder();
        for (String line : block.split("\n", -1)) {
            checked.append(line).append('\n');
            Matcher promise = PROMISE.matcher(line);
            if (promise.find()) {
                checked.append("promises.put(\"").append(promise.group(1)).append("\", ")
                        .append(promise.group(1)).append(");\n");
            }
        }
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            IMPORTS.forEach(each -> evaluate(shell, "import " + each + ";"));
            evaluate(shell, "var promises = new TreeMap<String, Object>();\n" + checked);
            for (int i = 0; i < names.size(); i++) {
                assertEquals(values.get(i), value(shell, "promises.get(\"" + names.get(i) + "\")"),
                        names.get(i));
            }
        }
        return names.size();
    }

    private static void evaluate(JShell shell, String source) {
        String rest = source;
        while (!rest.isBlank()) {
            CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            for (SnippetEvent event : shell.eval(next.source())) {
                if (event.status() == Snippet.Status.REJECTED || event.exception() != null) {
                    List<String> problems = shell.diagnostics(event.snippet())
                            .map(each -> each.getMessage(null)).toList();
                    fail(event.snippet().source() + problems, event.exception());
                }
            }
            rest = next.remaining();
        }
    }

    private static String value(JShell shell, String expression) {
        return shell.eval(expression).getLast().value();
    }
}
