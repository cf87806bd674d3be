package dev.krait.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

/** The Java blocks of a page; a comment at the end of a statement is the value the reader is promised. */
final class JavaBlocks {
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern PROMISE = Pattern.compile("^\\s*\\w+ (\\w+) = .*;\\s+// (.+)$",
            Pattern.MULTILINE);
    private static final List<String> IMPORTS = List.of("dev.krait.*", "dev.krait.error.*",
            "static dev.krait.Kw.kw", "java.util.*", "java.util.function.*", "javax.script.*");

    private JavaBlocks() {}

    /** Runs the blocks of a page one after the other; gives how many promises were kept. */
    static int run(Path page) throws IOException {
        Matcher blocks = BLOCK.matcher(Files.readString(page));
        int promises = 0;
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            IMPORTS.forEach(each -> evaluate(shell, "import " + each + ";"));
            while (blocks.find()) {
                promises += run(shell, blocks.group(1));
            }
        }
        return promises;
    }

    private static int run(JShell shell, String block) {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        // a block of try-with-resources hides its variables: the promises are checked inside it
        StringBuilder checked = new StringBuilder();
        for (String line : block.split("\n", -1)) {
            checked.append(line).append('\n');
            Matcher promise = PROMISE.matcher(line);
            if (promise.find()) {
                names.add(promise.group(1));
                values.add(promise.group(2).strip());
                checked.append("promises.put(\"").append(promise.group(1)).append("\", ")
                        .append(promise.group(1)).append(");\n");
            }
        }
        evaluate(shell, "var promises = new TreeMap<String, Object>();\n" + checked);
        for (int i = 0; i < names.size(); i++) {
            assertEquals(values.get(i), value(shell, "promises.get(\"" + names.get(i) + "\")"),
                    names.get(i));
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
