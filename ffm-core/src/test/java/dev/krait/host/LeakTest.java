package dev.krait.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.krait.PyObject;
import dev.krait.Python;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class LeakTest {
    private static final String WORK = """
            def work(values, mapping, fail):
                import gc
                for i in range(20):
                    [x for x in values]
                    values[0], values[-1], len(values), values == [1], str(values), values.get(0)
                    mapping['k'], dict(mapping), list(mapping.entrySet()), mapping.get('x', 3)
                    values.stream().map(lambda x: x).toList()
                    values.getClass().getName()
                    try:
                        fail(i)
                    except Exception as error:
                        error.getMessage(), error.__cause__
                    try:
                        values.nothing
                    except AttributeError:
                        pass
                    try:
                        values.get('wrong', 'count')
                    except TypeError:
                        pass
                gc.collect()
            work""";
    private final Python python = Python.start();

    @Test
    void handlesAndReferencesBalance() throws InterruptedException {
        PyObject work = python.eval(WORK);
        List<Object> values = new ArrayList<>(List.of(1, "a", new Object()));
        Map<String, Object> mapping = Map.of("k", new Object());
        Function<Object, Object> fail = x -> {
            throw new IllegalStateException("outer", new RuntimeException("inner"));
        };
        for (int i = 0; i < 2; i++) {
            work.call(values, mapping, fail).close();
        }
        settle();
        long handles = python.memory().handles();
        long references = python.memory().references();
        for (int i = 0; i < 5; i++) {
            work.call(values, mapping, fail).close();
        }
        settle();
        assertEquals(handles, python.memory().handles(), "handles");
        assertEquals(references, python.memory().references(), "references");
    }

    /** Functions given to Java are released when the collector has found them. */
    private void settle() throws InterruptedException {
        for (int i = 0; i < 10; i++) {
            System.gc();
            Thread.sleep(20);
            python.exec("import gc; gc.collect()");
        }
    }
}
