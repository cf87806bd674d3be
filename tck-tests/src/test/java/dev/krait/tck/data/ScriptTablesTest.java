package dev.krait.tck.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.krait.Python;
import dev.krait.error.ConversionException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.script.ScriptException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The rows of {@link ToJavaTableTest} where a script engine converts: each way out of a script gives the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScriptTablesTest {
    private final ScriptWay script = new ScriptWay();
    private final List<String> wrong = new ArrayList<>();
    private int checked;

    @Test
    void eachRowOfTheTableHolds() throws Exception {
        script.exec(ToJavaTableTest.text("to-java.py"));
        check("to-java.txt");
        assertTrue(checked > 400, () -> checked + " rows");
    }

    @Test
    void eachRowOfTheTableOfNumPyHolds() throws Exception {
        assumeTrue(Python.start().eval("__import__('importlib.util').util.find_spec('numpy')")
                .isTrue(), "needs numpy: runs with the embedded Python");
        script.exec(ToJavaTableTest.NUMPY);
        check("numpy-to-java.txt");
    }

    private void check(String table) throws IOException, ReflectiveOperationException {
        wrong.clear();
        for (String[] row : ToJavaTableTest.rows(table)) {
            if (row[1].equals("-")) {
                for (ScriptWay.Out way : ScriptWay.Out.values()) {
                    expect(row, way.toString(), Shown.of(script.get(way, row[0])));
                }
            } else {
                Class<?> type = ToJavaTableTest.classOf(row[1]);
                checkArgument(row, type);
                checkResult(row, type);
            }
        }
        assertEquals("", String.join("\n", wrong));
    }

    /** Java takes an int for a char. */
    private void checkArgument(String[] row, Class<?> type) {
        if (type == char.class && row[0].matches("[0-9]+")) {
            return;
        }
        try {
            expect(row, "argument", Shown.of(script.asArgument(row[0], type)));
        } catch (ScriptException refused) {
            String message = String.valueOf(refused.getMessage());
            expect(row, "argument", "! " + message.replaceFirst("(?s)^.*take\\([^)]*\\): ", "")
                    .replaceFirst(" in <eval.*$", ""));
        }
    }

    /** A boolean result is Python's truth. */
    private void checkResult(String[] row, Class<?> type) throws ReflectiveOperationException {
        if ((type == boolean.class || type == Boolean.class) && row[2].startsWith("!")) {
            return;
        }
        try {
            expect(row, "result", Shown.of(script.asResult(row[0], type)));
        } catch (ConversionException refused) {
            expect(row, "result", "! " + refused.getMessage());
        }
    }

    private void expect(String[] row, String way, String outcome) {
        checked++;
        if (!outcome.equals(row[2])) {
            wrong.add(way + ": " + row[0] + "\t" + row[1] + "\t" + outcome + "\n    rather than "
                    + row[2]);
        }
    }
}
