package dev.krait.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/options.md} and the options in the code are the same. */
class OptionsTest {
    private static final Path TOP = Files.exists(Path.of("docs")) ? Path.of("") : Path.of("..");
    private static final List<String> MODULES = List.of("ffm-core", "engine", "embedded-python",
            "cli");
    private static final Pattern PROPERTY = Pattern.compile("\"(krait(?:\\.[a-z]+)+)\"");
    private static final Pattern VARIABLE = Pattern.compile("\\b(KRAIT_[A-Z_]+)\\b");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Za-z._]+)` \\|");

    @Test
    void thePageHasEachOptionAndNoOther() throws IOException {
        Set<String> read = new TreeSet<>(found(VARIABLE, Files.readString(TOP.resolve("krait"))));
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(TOP.resolve(module).resolve("src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java")).map(OptionsTest::text)
                        .forEach(text -> {
                            read.addAll(found(PROPERTY, text));
                            read.addAll(found(VARIABLE, text));
                        });
            }
        }
        assertTrue(read.size() > 5, read::toString);
        assertEquals(read, found(ROW, Files.readString(TOP.resolve("docs/options.md"))));
    }

    private static Set<String> found(Pattern pattern, String text) {
        return new TreeSet<>(pattern.matcher(text).results().map(match -> match.group(1)).toList());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
