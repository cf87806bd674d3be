package dev.krait.tck;

import static dev.krait.Kw.kw;
import static dev.krait.array.InOut.inOut;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.krait.PyObject;
import dev.krait.Python;
import dev.krait.error.PythonException;
import javax.script.Invocable;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.junit.jupiter.api.Test;

/** Arrays of Java that Python fills, with NumPy and without. */
class InOutTest {
    private static final String FILL = """
            def fill(array, fail=False):
                for i in range(len(array)):
                    array[i] = i + 1
                if fail:
                    raise ValueError('full')
                return len(array)
            """;
    private final Python python = Python.start();

    @Test
    void whatWasWrittenBeforeAnExceptionIsThere() {
        python.exec(FILL);
        PyObject fill = python.eval("fill");
        double[] numbers = new double[3];
        PythonException failed = assertThrows(PythonException.class,
                () -> fill.call(inOut(numbers), true));
        assertEquals("full", failed.text());
        assertArrayEquals(new double[]{1, 2, 3}, numbers);
        int[] named = new int[2];
        assertThrows(PythonException.class,
                () -> fill.call(kw("array", inOut(named)), kw("fail", true)));
        assertArrayEquals(new int[]{1, 2}, named);
    }

    @Test
    void anEngineFillsThemToo() throws Exception {
        ScriptEngine engine = Engines.create();
        engine.eval(FILL);
        Invocable functions = Engines.invocable(engine);
        long[] numbers = new long[2];
        assertEquals(2, functions.invokeFunction("fill", inOut(numbers)));
        assertArrayEquals(new long[]{1, 2}, numbers);
        short[] more = new short[2];
        assertThrows(ScriptException.class,
                () -> functions.invokeFunction("fill", inOut(more), true));
        assertArrayEquals(new short[]{1, 2}, more);
        float[] named = new float[2];
        functions.invokeFunction("fill", kw("array", inOut(named)));
        assertArrayEquals(new float[]{1, 2}, named);
    }

    @Test
    void oneThatWasNotPassedIsLeftAlone() {
        python.exec(FILL);
        PyObject fill = python.eval("fill");
        double[] numbers = {7};
        var used = inOut(numbers);
        fill.call(used);
        double[] others = {7};
        var later = inOut(others);
        // the first argument is refused, so the second is never passed
        assertThrows(IllegalStateException.class, () -> fill.call(used, later));
        assertArrayEquals(new double[]{7}, others);
    }

    @Test
    void arraysThatNumPyCannotHaveAreRefusedAtOnceWithTheRemedy() {
        String refused = String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> inOut(new String[][]{{"a"}}))
                        .getMessage());
        assertEquals(
                "array: java.lang.String[][] is no array of numbers or booleans; give others as"
                        + " they are: what Python sets in them, Java sees",
                refused);
        python.exec("def put(array): array[0] = 'b'");
        String[] texts = {"a"};
        python.eval("put").call((Object) texts);
        assertArrayEquals(new String[]{"b"}, texts);
        assertThrows(IllegalArgumentException.class, () -> inOut("text"));
    }

    @Test
    void oneThatIsPassedTwiceSaysSo() {
        python.exec("def both(first, second): pass");
        PyObject both = python.eval("both");
        var argument = inOut(new double[]{7});
        for (int i = 0; i < 2; i++) {
            IllegalStateException refused = assertThrows(IllegalStateException.class,
                    () -> both.call(argument, argument));
            assertEquals("an in/out argument is for one call; make another", refused.getMessage());
        }
    }
}
