package dev.krait.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.krait.PyObject;
import dev.krait.error.PythonException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.script.Invocable;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("7 Invocable: getInterface")
class Chapter07InterfacesTest {
    private final ScriptEngine engine = Engines.create();
    private final Invocable invocable = Engines.invocable(engine);

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
        engine.eval("""
                def aByte(): return 127
                def aLong(): return 5
                def aChar(): return 'c'
                def aBoolean(): return [1]
                def aFloat(): return 2
                def big(): return 7
                def nothing(): return 'ignored'
                def boxed(): return None
                """);
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
        engine.eval("""
                def aByte(): return 300
                def aLong(): return 'x'
                def aChar(): return 'xy'
                def aBoolean(): return 0
                def aFloat(): return None
                def big(): return 1.5
                def nothing(): pass
                def boxed(): return 1 << 40
                """);
        Returns returns = invocable.getInterface(Returns.class);
        assertThrows(IllegalArgumentException.class, returns::aByte);
        assertThrows(IllegalArgumentException.class, returns::aLong);
        assertThrows(IllegalArgumentException.class, returns::aChar);
        assertThrows(IllegalArgumentException.class, returns::aFloat);
        assertThrows(IllegalArgumentException.class, returns::big);
        assertThrows(IllegalArgumentException.class, returns::boxed);
        assertFalse(returns.aBoolean());
    }

    interface Perhaps {
        Optional<Double> best(List<Double> values);

        Boolean known();
    }

    @Test
    @DisplayName("7.26a None is an empty Optional where a method declares one, and null for other references")
    void noneIsEmpty() throws ScriptException {
        engine.eval("def best(values): return max(values, default=None)\ndef known(): pass");
        Perhaps perhaps = invocable.getInterface(Perhaps.class);
        assertEquals(Optional.empty(), perhaps.best(List.of()));
        assertEquals(Optional.of(2.0), perhaps.best(List.of(1.0, 2.0)));
        assertNull(perhaps.known());
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

    interface Reading {
        void file() throws IOException;

        void late() throws TimeoutException;

        void any() throws Exception;
    }

    @Test
    @DisplayName("7.35 an OSError or TimeoutError comes out as the checked exception that the method declares for it")
    void checkedCounterparts() throws ScriptException {
        engine.eval("""
                def file(): open('/no/such/file')
                def late(): raise TimeoutError('late')
                def any(): raise OSError('any')
                """);
        Reading reading = invocable.getInterface(Reading.class);
        IOException missing = assertThrows(FileNotFoundException.class, reading::file);
        assertEquals("FileNotFoundError", ((PythonException) missing.getCause()).typeName());
        assertEquals("late", assertThrows(TimeoutException.class, reading::late).getMessage());
        assertThrows(PythonException.class, reading::any);
        engine.eval("def late(): raise OSError('other')");
        assertThrows(PythonException.class, reading::late);
    }

    @Test
    @DisplayName("7.36 a checked exception that the method does not declare is the cause of a PythonException")
    void undeclaredExceptions() throws ScriptException {
        IOException thrown = new IOException("no disk");
        engine.put("fail", (Callable<Object>) () -> {
            throw thrown;
        });
        engine.eval("def run(): fail()");
        assertSame(thrown,
                assertThrows(PythonException.class, invocable.getInterface(Runnable.class)::run)
                        .getCause());
    }

    interface Numbers extends Supplier<Long>, Function<String, List<Double>> {}

    @Test
    @DisplayName("7.37 results are converted to the types an interface gives to the variables of those it extends")
    void boundVariables() throws ScriptException {
        engine.eval("def get(): return 7\ndef apply(text): return [len(text)]");
        Numbers numbers = invocable.getInterface(Numbers.class);
        Long seven = numbers.get();
        Double three = numbers.apply("abc").get(0);
        assertEquals(7L, seven);
        assertEquals(3.0, three);
    }

    interface Doubling {
        int one();

        default int two() {
            return 2 * one();
        }
    }

    @Test
    @DisplayName("7.39 default methods run too where the interface is not public and the object is given to Java directly")
    void defaultMethodsOfDirectImplementations() throws ScriptException {
        Object object = engine.eval("class A:\n    def one(self): return 21\nA()");
        assertEquals(42, ((PyObject) object).as(Doubling.class).two());
        assertEquals(42, invocable.getInterface(object, Doubling.class).two());
    }
}
