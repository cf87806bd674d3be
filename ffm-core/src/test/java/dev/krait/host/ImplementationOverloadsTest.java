package dev.krait.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.krait.PyObject;
import dev.krait.Python;
import dev.krait.error.PythonException;
import org.junit.jupiter.api.Test;

/** Overloads that take interfaces with methods of one name, and Python objects whose classes name one of them. */
class ImplementationOverloadsTest {
    private final Python python = Python.start();
    private final PyObject session = python.toPython(new Session());

    /** Takes what is written. */
    public interface Sink {
        void process(String out);
    }

    /** Takes what is read and what is written. */
    public interface Pipe {
        void process(String in, String out);
    }

    /** Something more special. */
    public interface LongPipe extends Pipe {}

    /** What is overloaded. */
    public static final class Session {
        public String write(Sink sink) {
            return "sink";
        }

        public String write(Pipe pipe) {
            return "pipe";
        }

        public String write(Object other) {
            return "object";
        }

        public String start(Thread thread) {
            return "thread";
        }

        public String start(Runnable task) {
            return "task";
        }
    }

    @Test
    void theInterfaceThatAClassNamesIsChosen() {
        assertEquals("sink", write("class A(Sink):\n    def process(self, out): pass"));
        assertEquals("pipe", write("class A(Pipe):\n    def process(self, i, o): pass"));
        assertEquals("pipe", write("class A(LongPipe):\n    def process(self, i, o): pass"));
    }

    @Test
    void anInterfaceThatIsNotNamedIsServedToo() {
        assertEquals("task", call("start", "class A(Pipe):\n    def run(self): pass"));
    }

    @Test
    void withoutANameTheCallIsAmbiguous() {
        PythonException error = assertThrows(PythonException.class,
                () -> write("class A:\n    def process(self, *streams): pass"));
        assertTrue(error.getMessage().contains("is ambiguous"), error::getMessage);
    }

    private Object write(String definition) {
        return call("write", definition);
    }

    private Object call(String method, String definition) {
        PyObject make = python.eval("def make(Sink, Pipe, LongPipe):\n"
                + (definition + "\nreturn A()").indent(4) + "make");
        return session.invoke(method, make.call(Sink.class, Pipe.class, LongPipe.class)).toJava();
    }
}
