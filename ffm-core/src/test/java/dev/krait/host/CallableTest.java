package dev.krait.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.krait.PyObject;
import dev.krait.Python;
import dev.krait.error.PythonException;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.LongToIntFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class CallableTest {
    private final Python python = Python.start();
    private final PyObject apply = python.eval("lambda f, *args: f(*args)");

    @Test
    void lambdasAreCalled() {
        assertEquals("HI", apply.call((UnaryOperator<String>) String::toUpperCase, "hi").toJava());
        assertEquals(42, apply.call((IntUnaryOperator) x -> x * 2, 21).toJava());
        assertEquals(3,
                apply.call((BiFunction<Integer, Integer, Integer>) Integer::sum, 1, 2).toJava());
        assertEquals("x", apply.call((Supplier<String>) () -> "x").toJava());
        boolean[] ran = new boolean[1];
        assertTrue(apply.call((Runnable) () -> ran[0] = true).isNone());
        assertTrue(ran[0]);
    }

    @Test
    void methodsOfLambdasAreThoseOfTheInterfaceWhateverCameFirst() {
        PyObject use = python.eval("lambda f: f.applyAsInt(5)");
        Object proxy = Proxy.newProxyInstance(CallableTest.class.getClassLoader(),
                new Class<?>[]{LongToIntFunction.class}, (_, _, _) -> 7);
        assertEquals(7, use.call(proxy).toJava());
        assertEquals(6, use.call((LongToIntFunction) x -> (int) x + 1).toJava());
        assertEquals(7, use.call(proxy).toJava());
        assertTrue(
                python.eval("lambda f: not hasattr(f, 'newProxyInstance')").call(proxy).isTrue());
    }

    /** An interface with one method that nobody marked as functional. */
    public interface Unmarked {
        String greet(String name);
    }

    @Test
    void lambdasAreFunctionsWhateverIsMarkedAndOtherObjectsAreNot() {
        Object proxy = Proxy.newProxyInstance(CallableTest.class.getClassLoader(),
                new Class<?>[]{Unmarked.class}, (_, _, _) -> "proxy");
        assertThrows(PythonException.class, () -> apply.call(proxy, "a"));
        assertEquals("hi a", apply.call((Unmarked) name -> "hi " + name, "a").toJava());
        assertThrows(PythonException.class, () -> apply.call(proxy, "a"));
        assertEquals("proxy", python.eval("lambda f: f.greet('a')").call(proxy).toJava());
    }

    @Test
    void wrongArgumentsAreTypeErrors() {
        assertThrows(PythonException.class, () -> apply.call((Supplier<String>) () -> "x", 1));
        PythonException wrong = assertThrows(PythonException.class,
                () -> apply.call((IntUnaryOperator) x -> x, "text"));
        assertEquals("TypeError", wrong.typeName());
        PythonException large = assertThrows(PythonException.class,
                () -> apply.call((IntUnaryOperator) x -> x, 1L << 40));
        assertEquals("OverflowError", large.typeName());
    }

    @Test
    void objectsComeBackAsTheyWere() {
        Object object = new Object();
        assertSame(object, python.eval("lambda x: x").call(object).toJava());
        Function<Object, Object> function = x -> x;
        assertSame(function, python.eval("lambda x: x").call(function).toJava());
    }

    @Test
    void exceptionsComeOutAsTheSameObject() {
        for (Throwable thrown : new Throwable[]{new IllegalStateException("state"),
                new java.io.IOException("io"), new OutOfMemoryError("pretended"),
                new StackOverflowError()}) {
            Callable<Object> thrower = () -> {
                if (thrown instanceof Error error) {
                    throw error;
                }
                throw (Exception) thrown;
            };
            assertSame(thrown, assertThrows(Throwable.class, () -> apply.call(thrower)));
        }
    }

    @Test
    void pythonErrorsThatPassThroughJavaStayThemselves() {
        PyObject outer = python.eval("""
                def outer(f):
                    try:
                        f()
                    except KeyError as e:
                        return e.args[0]
                outer""");
        PyObject inner = python.eval("def inner(): raise KeyError('k')\ninner");
        assertEquals("k", outer.call((Runnable) inner::call).toJava());
    }

    @Test
    void handlesBalance() {
        Function<Object, Object> function = x -> x;
        PyObject loop = python.eval("lambda f, o: [f(o) for i in range(1000)] and None");
        loop.call(function, new Object()).close();
        long before = python.memory().handles();
        for (int i = 0; i < 10; i++) {
            loop.call(function, new Object()).close();
        }
        // what other tests left may go meanwhile
        assertTrue(python.memory().handles() <= before);
    }
}
