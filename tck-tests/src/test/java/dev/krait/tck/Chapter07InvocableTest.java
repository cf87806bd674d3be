package dev.krait.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.krait.error.PythonException;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
    @DisplayName("7.16 getInterface implements an interface by the functions of the script")
    void getInterface() throws Exception {
        engine.eval("def call(): return 'called'");
        assertEquals("called", invocable.getInterface(Callable.class).call());
    }

    @Test
    @DisplayName("7.17 getInterface gives null where a function is missing")
    void incompleteInterface() throws ScriptException {
        engine.eval("def hasNext(): return False");
        assertNull(invocable.getInterface(java.util.Iterator.class));
        assertNull(invocable.getInterface(Runnable.class));
    }

    @Test
    @DisplayName("7.18 getInterface throws IllegalArgumentException for null and for what is no interface")
    void noInterface() throws ScriptException {
        Object object = engine.eval("class A: pass\nA()");
        assertThrows(IllegalArgumentException.class, () -> invocable.getInterface(null));
        assertThrows(IllegalArgumentException.class, () -> invocable.getInterface(String.class));
        assertThrows(IllegalArgumentException.class, () -> invocable.getInterface(object, null));
        assertThrows(IllegalArgumentException.class,
                () -> invocable.getInterface(object, Object.class));
    }

    @Test
    @DisplayName("7.19 getInterface on an object implements the interface by its methods")
    void getInterfaceOnObject() throws ScriptException {
        Object object = engine.eval("class A:\n    def apply(self, x): return x + 1\nA()");
        @SuppressWarnings("unchecked")
        Function<Object, Object> function = invocable.getInterface(object, Function.class);
        assertEquals(42, function.apply(41));
        assertNull(invocable.getInterface(object, Runnable.class));
    }

    @Test
    @DisplayName("7.20 getInterface on an object throws IllegalArgumentException for null and for what no script returns")
    void getInterfaceOnBadObject() {
        assertThrows(IllegalArgumentException.class,
                () -> invocable.getInterface(null, Runnable.class));
        assertThrows(IllegalArgumentException.class,
                () -> invocable.getInterface(new Object(), Runnable.class));
    }

    interface Shape {
        double area(double scale);

        default String describe() {
            return "area " + area(1);
        }

        static String kind() {
            return "shape";
        }
    }

    @Test
    @DisplayName("7.21 default methods run as declared, and call the script's methods")
    void defaultMethods() throws ScriptException {
        Shape shape = invocable.getInterface(
                engine.eval(
                        "class Square:\n    def area(self, scale): return 4.0 * scale\nSquare()"),
                Shape.class);
        assertEquals("area 4.0", shape.describe());
        assertEquals("shape", Shape.kind());
    }

    @Test
    @DisplayName("7.22 a method of the script takes the place of a default method")
    void overriddenDefaults() throws ScriptException {
        Shape shape = invocable.getInterface(engine.eval(
                "class Circle:\n    def area(self, s): return 3\n    def describe(self): return 'round'\nCircle()"),
                Shape.class);
        assertEquals("round", shape.describe());
        assertEquals(3.0, shape.area(1));
    }

    interface Overloaded {
        String show(int number);

        String show(String text);

        String show(Object first, Object second);
    }

    @Test
    @DisplayName("7.23 overloads are one function of the script, told apart by its arguments")
    void overloads() throws ScriptException {
        engine.eval("def show(*args): return ','.join(type(a).__name__ for a in args)");
        Overloaded overloaded = invocable.getInterface(Overloaded.class);
        assertEquals("int", overloaded.show(1));
        assertEquals("str", overloaded.show("x"));
        assertEquals("float,NoneType", overloaded.show(1.5, null));
    }

    interface Variable {
        String[] same(String... words);
    }

    @Test
    @DisplayName("7.24 a varargs method gets its arguments as one array")
    void varargs() throws ScriptException {
        engine.eval("def same(words): return words");
        String[] words = {"a", "b", "c"};
        assertSame(words, invocable.getInterface(Variable.class).same(words));
    }

    interface Returns {
        byte aByte();

        long aLong();

        char aChar();

        boolean aBoolean();

        float aFloat();

        BigInteger big();

        void nothing();

        Integer boxed();
    }

    @Test
    @DisplayName("7.25 results are converted to the declared type")
    void returnTypes() throws ScriptException {
        engine.eval("def aByte(): return 127\ndef aLong(): return 5\ndef aChar(): return 'c'\n"
                + "def aBoolean(): return [1]\ndef aFloat(): return 2\ndef big(): return 7\n"
                + "def nothing(): return 'ignored'\ndef boxed(): return None");
        Returns returns = invocable.getInterface(Returns.class);
        assertEquals(127, returns.aByte());
        assertEquals(5L, returns.aLong());
        assertEquals('c', returns.aChar());
        assertTrue(returns.aBoolean());
        assertEquals(2f, returns.aFloat());
        assertEquals(BigInteger.valueOf(7), returns.big());
        returns.nothing();
        assertNull(returns.boxed());
    }

    @Test
    @DisplayName("7.26 a result that does not fit the declared type is refused")
    void unfitResults() throws ScriptException {
        engine.eval("def aByte(): return 300\ndef aLong(): return 'x'\ndef aChar(): return 'xy'\n"
                + "def aBoolean(): return 0\ndef aFloat(): return None\ndef big(): return 1.5\n"
                + "def nothing(): pass\ndef boxed(): return 1 << 40");
        Returns returns = invocable.getInterface(Returns.class);
        assertThrows(IllegalArgumentException.class, returns::aByte);
        assertThrows(IllegalArgumentException.class, returns::aLong);
        assertThrows(IllegalArgumentException.class, returns::aChar);
        assertThrows(IllegalArgumentException.class, returns::aFloat);
        assertThrows(IllegalArgumentException.class, returns::big);
        assertThrows(IllegalArgumentException.class, returns::boxed);
        assertFalse(returns.aBoolean());
    }

    interface Generic {
        List<Double> numbers();
    }

    @Test
    @DisplayName("7.27 generic result types convert the elements")
    void genericReturns() throws ScriptException {
        engine.eval("def numbers(): return [1, 2.5]");
        List<Double> numbers = invocable.getInterface(Generic.class).numbers();
        assertEquals(1.0, numbers.get(0));
        assertEquals(2.5, numbers.get(1));
    }

    @Test
    @DisplayName("7.28 equals, hashCode and toString are there, also where the interface declares them")
    void objectMethods() throws ScriptException {
        engine.eval("def compare(a, b): return a - b");
        @SuppressWarnings("unchecked")
        Comparator<Object> comparator = invocable.getInterface(Comparator.class);
        assertEquals(comparator, comparator);
        assertNotEquals(comparator, invocable.getInterface(Comparator.class));
        assertEquals(comparator.hashCode(), comparator.hashCode());
        assertNotNull(comparator.toString());
        assertEquals(List.of(1, 2, 3), Stream.of(3, 1, 2).sorted(comparator).toList());
        assertEquals(List.of(3, 2, 1), Stream.of(3, 1, 2).sorted(comparator.reversed()).toList());
    }

    @Test
    @DisplayName("7.29 a Python error comes out of an interface method as PythonException, never wrapped")
    void errorsOfInterfaceMethods() throws ScriptException {
        engine.eval("def run(): raise ValueError('bad')");
        assertEquals("ValueError",
                assertThrows(PythonException.class, invocable.getInterface(Runnable.class)::run)
                        .typeName());
    }

    interface Checked {
        Object read(Object source) throws IOException;
    }

    @Test
    @DisplayName("7.30 a checked exception that the method declares comes out undressed, the same object")
    void checkedExceptions() throws ScriptException {
        IOException thrown = new IOException("no disk");
        engine.eval("def read(source): return source()");
        Checked checked = invocable.getInterface(Checked.class);
        assertSame(thrown,
                assertThrows(IOException.class, () -> checked.read((Callable<Object>) () -> {
                    throw thrown;
                })));
    }

    @Test
    @DisplayName("7.31 functions found through an interface are looked up at each call")
    void lateLookUp() throws ScriptException {
        engine.eval("def get(): return 1");
        Supplier<?> supplier = invocable.getInterface(Supplier.class);
        assertEquals(1, supplier.get());
        engine.eval("def get(): return 2");
        assertEquals(2, supplier.get());
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
