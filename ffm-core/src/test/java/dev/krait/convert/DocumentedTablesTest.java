package dev.krait.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.krait.Python;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.commons.lang3.ClassUtils;
import org.junit.jupiter.api.Test;

class DocumentedTablesTest {
    private static final Pattern DEFAULT = Pattern.compile("^\\|[^|]*\\| `([^`]+)` \\| `([^`]+)`");
    private static final Pattern NAMED = Pattern.compile("`([^`]+)` → `([^`]+)` \\|$");
    private final Python python = Python.start();

    @Test
    void eachExampleBecomesTheTypeItsRowNames() throws Exception {
        List<MatchResult> rows = rows(DEFAULT);
        assertTrue(rows.size() > 20);
        for (MatchResult row : rows) {
            Object value = python.eval(row.group(1)).toJava();
            if (row.group(2).equals("null")) {
                assertNull(value);
            } else {
                assertInstanceOf(ClassUtils.getClass(row.group(2)), value, row.group(1));
            }
        }
    }

    @Test
    void eachExampleBecomesTheTypeNamed() throws Exception {
        List<MatchResult> rows = rows(NAMED);
        assertEquals(23, rows.size());
        for (MatchResult row : rows) {
            Class<?> type = ClassUtils.getClass(row.group(2));
            assertInstanceOf(ClassUtils.primitiveToWrapper(type),
                    python.eval(row.group(1)).as(type), row.group(1));
        }
    }

    private static List<MatchResult> rows(Pattern pattern) throws IOException {
        return Files.readAllLines(page()).stream().flatMap(line -> pattern.matcher(line).results())
                .toList();
    }

    private static Path page() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/conversions.md"))) {
            folder = Objects.requireNonNull(folder.getParent(), "no docs above the working folder");
        }
        return folder.resolve("docs/conversions.md");
    }
}
