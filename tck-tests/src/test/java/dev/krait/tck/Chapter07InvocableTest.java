package dev.krait.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import javax.script.Invocable;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("7 Invocable")
class Chapter07InvocableTest {
    private final ScriptEngine engine = Engines.create();
    private final Invocable invocable = Engines.invocable(engine);

    @Test
    @DisplayName("7.1 invokeFunction calls a function of the script with the arguments given")
    void invokeFunction() throws Exception {
        engine.eval("def add(a, b): return a + b");
        assertEquals(5, invocable.invokeFunction("add", 2, 3));
        assertEquals("ab", invocable.invokeFunction("add", "a", "b"));
    }

    @Test
    @DisplayName("7.2 a function without a result gives null, None arguments are null")
    void nulls() throws Exception {
        engine.eval("def f(x): g = x is None\ndef h(x): return x is None");
        assertNull(invocable.invokeFunction("f", 1));
        assertEquals(true, invocable.invokeFunction("h", new Object[]{null}));
    }

    @Test
    @DisplayName("7.3 no arguments: none given, or a null array")
    void noArguments() throws Exception {
        engine.eval("def f(): return 'called'");
        assertEquals("called", invocable.invokeFunction("f"));
        assertEquals("called", invocable.invokeFunction("f", (Object[]) null));
    }

    @Test
    @DisplayName("7.4 invokeFunction throws NullPointerException for a null name")
    void nullName() {
        assertThrows(NullPointerException.class, () -> invocable.invokeFunction(null));
    }

    @Test
    @DisplayName("7.5 invokeFunction throws NoSuchMethodException where there is no such function")
    void noSuchFunction() {
        assertThrows(NoSuchMethodException.class, () -> invocable.invokeFunction("absent"));
    }

    @Test
    @DisplayName("7.6 a global that cannot be called is no function; neither is a builtin")
    void notCallable() throws ScriptException {
        engine.eval("x = 5");
        assertThrows(NoSuchMethodException.class, () -> invocable.invokeFunction("x"));
        assertThrows(NoSuchMethodException.class, () -> invocable.invokeFunction("len", "abc"));
    }

    @Test
    @DisplayName("7.7 an error inside the function is a ScriptException, a NameError inside too")
    void errorInside() throws ScriptException {
        engine.eval("def f():\n    return undefined_name");
        ScriptException error = assertThrows(ScriptException.class,
                () -> invocable.invokeFunction("f"));
        assertTrue(error.getMessage().startsWith("NameError"), error.getMessage());
        assertEquals(2, error.getLineNumber());
    }

    @Test
    @DisplayName("7.8 wrong arguments are a ScriptException")
    void wrongArguments() throws ScriptException {
        engine.eval("def f(a): return a");
        assertTrue(assertThrows(ScriptException.class, () -> invocable.invokeFunction("f"))
                .getMessage().startsWith("TypeError"));
    }

    @Test
    @DisplayName("7.9 classes and other callables are functions too")
    void otherCallables() throws Exception {
        engine.eval("import functools\nclass P:\n    def __init__(self, x): self.x = x\n"
                + "half = functools.partial(pow, 2)\nl = lambda: 'l'");
        assertEquals(8,
                invocable.invokeMethod(invocable.invokeFunction("P", 8), "__getattribute__", "x"));
        assertEquals(16, invocable.invokeFunction("half", 4));
        assertEquals("l", invocable.invokeFunction("l"));
    }

    @Test
    @DisplayName("7.10 invokeMethod calls a method of an object a script returned")
    void invokeMethod() throws Exception {
        Object counter = engine.eval("class Counter:\n    def __init__(self): self.n = 0\n"
                + "    def add(self, k):\n        self.n += k\n        return self.n\nCounter()");
        assertEquals(2, invocable.invokeMethod(counter, "add", 2));
        assertEquals(5, invocable.invokeMethod(counter, "add", 3));
    }

    @Test
    @DisplayName("7.11 invokeMethod works on all that scripts return: text, numbers, lists, dicts, modules, classes")
    void invokeMethodOnAnything() throws Exception {
        assertEquals("ABC", invocable.invokeMethod(engine.eval("'abc'"), "upper"));
        assertEquals(3, invocable.invokeMethod(engine.eval("5"), "bit_length"));
        assertEquals(true, invocable.invokeMethod(engine.eval("2.0"), "is_integer"));
        assertEquals(2, invocable.invokeMethod(engine.eval("[7, 8, 8]"), "count", 8));
        assertEquals(1, invocable.invokeMethod(engine.eval("{'a': 1}"), "get", "a"));
        assertEquals(2.0, invocable.invokeMethod(engine.eval("import math; math"), "sqrt", 4));
        assertEquals(Map.of("x", 1),
                invocable.invokeMethod(engine.eval("dict"), "fromkeys", "x", 1));
    }

    @Test
    @DisplayName("7.38 invokeMethod works on exceptions, complex numbers and arrays too")
    void invokeMethodOnOtherValues() throws Exception {
        assertEquals("ValueError('v')",
                invocable.invokeMethod(engine.eval("ValueError('v')"), "__repr__"));
        assertEquals(engine.eval("1-2j"), invocable.invokeMethod(engine.eval("1+2j"), "conjugate"));
    }

    /** What a class of a script may implement by its name. */
    public interface Greeter {
        String greet(String name);
    }

    /** What another class may. */
    public interface Counter {
        int count();
    }

    @Test
    @DisplayName("7.39 invokeMethod and getInterface take instances of a script's class that implements an interface of Java")
    void invokeMethodOnImplementations() throws Exception {
        engine.put("Greeter", Greeter.class);
        Object object = engine.eval("""
                class Polite(Greeter):
                    def greet(self, name): return 'dear ' + name
                    def count(self): return 2
                Polite()
                """);
        assertEquals("dear Ada", assertInstanceOf(Greeter.class, object).greet("Ada"));
        assertEquals("dear Bob", invocable.invokeMethod(object, "greet", "Bob"));
        assertEquals(2, invocable.invokeMethod(object, "count"));
        assertEquals("dear Cy", invocable.getInterface(object, Greeter.class).greet("Cy"));
        assertEquals(2, invocable.getInterface(object, Counter.class).count());
    }

    @Test
    @DisplayName("7.40 they take what getInterface gave")
    void invokeMethodOnInterfaces() throws Exception {
        Object object = engine.eval("""
                class Both:
                    def greet(self, name): return 'hi ' + name
                    def count(self): return 3
                def count(): return 4
                Both()
                """);
        Greeter greeter = invocable.getInterface(object, Greeter.class);
        assertEquals("hi Ada", invocable.invokeMethod(greeter, "greet", "Ada"));
        assertEquals(3, invocable.getInterface(greeter, Counter.class).count());
        assertEquals(4, invocable.invokeMethod(invocable.getInterface(Counter.class), "count"));
    }

    @Test
    @DisplayName("7.12 invokeMethod throws NullPointerException for a null name")
    void nullMethodName() throws ScriptException {
        Object text = engine.eval("'text'");
        assertThrows(NullPointerException.class, () -> invocable.invokeMethod(text, null));
    }

    @Test
    @DisplayName("7.13 invokeMethod throws IllegalArgumentException for null and for what no script returns")
    void badTarget() {
        assertThrows(IllegalArgumentException.class, () -> invocable.invokeMethod(null, "m"));
        assertThrows(IllegalArgumentException.class,
                () -> invocable.invokeMethod(new Object(), "m"));
        assertThrows(IllegalArgumentException.class,
                () -> invocable.invokeMethod(Thread.currentThread(), "getName"));
    }

    @Test
    @DisplayName("7.14 invokeMethod throws NoSuchMethodException where there is no such method")
    void noSuchMethod() throws ScriptException {
        Object object = engine.eval("class A: x = 5\nA()");
        assertThrows(NoSuchMethodException.class, () -> invocable.invokeMethod(object, "absent"));
        assertThrows(NoSuchMethodException.class, () -> invocable.invokeMethod(object, "x"));
    }

    @Test
    @DisplayName("7.15 an AttributeError inside the method is not NoSuchMethodException")
    void attributeErrorInside() throws ScriptException {
        Object object = engine.eval("class A:\n    def m(self): return self.absent\nA()");
        assertTrue(assertThrows(ScriptException.class, () -> invocable.invokeMethod(object, "m"))
                .getMessage().startsWith("AttributeError"));
    }

    @Test
    @DisplayName("7.32 functions, methods and interfaces work on any thread")
    void otherThreads() throws Exception {
        engine.eval("def get(): return 'here'");
        Supplier<?> supplier = invocable.getInterface(Supplier.class);
        assertEquals("here", CompletableFuture.supplyAsync(supplier::get).get());
        Object[] result = new Object[1];
        Thread virtual = Thread.startVirtualThread(() -> {
            try {
                result[0] = invocable.invokeFunction("get");
            } catch (Exception failed) {
                result[0] = failed;
            }
        });
        virtual.join();
        assertEquals("here", result[0]);
    }

    @Test
    @DisplayName("7.33 a Java function given to a script comes back as the same object")
    void sameFunction() throws Exception {
        engine.eval("def same(f): return f");
        BinaryOperator<Object> operator = (a, b) -> a;
        assertSame(operator, invocable.invokeFunction("same", operator));
    }

    @Test
    @DisplayName("7.34 keyword arguments are given with Kw")
    void keywords() throws Exception {
        engine.eval("def f(a, *, b=0): return (a, b) == (1, 2)");
        assertEquals(true, invocable.invokeFunction("f", 1, dev.krait.Kw.kw("b", 2)));
    }

}
