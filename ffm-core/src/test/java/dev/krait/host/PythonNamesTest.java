package dev.krait.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.krait.PyObject;
import dev.krait.Python;
import org.junit.jupiter.api.Test;

/** Java classes with members of names that are Python's, as those of Jython are. */
class PythonNamesTest {
    private final Python python = Python.start();

    private static int deleted;

    /** What a function of Jython has. */
    public static final class Function {
        public final String __name__ = "f";
        public final String __doc__ = null;

        public int __len__() {
            return -1;
        }

        public void __del__() {
            deleted++;
        }

        public String __getattr__(String name) {
            return name;
        }

        public String call() {
            return "called";
        }
    }

    @Test
    void membersWithNamesOfPythonAreNoMembersOfTheType() {
        PyObject use = python
                .eval("lambda f: (f.call(), type(f).__name__, bool(f), hasattr(f, 'x'))");
        assertEquals("('called', 'Function', True, False)",
                use.call(new Function()).toString().replace("dev.krait.host.PythonNamesTest.", ""));
        assertEquals(0, deleted);
    }
}
