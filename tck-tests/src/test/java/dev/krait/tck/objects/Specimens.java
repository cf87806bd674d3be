package dev.krait.tck.objects;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Java classes of every shape, for the tests in Python. */
public final class Specimens {
    private Specimens() {}

    /** Overloads that tie, and overloads that do not. */
    public static class Overloads {
        public String either(Integer a, Object b) {
            return "Integer, Object";
        }

        public String either(Object a, Integer b) {
            return "Object, Integer";
        }

        public String wide(long a) {
            return "long";
        }

        public String wide(double a) {
            return "double";
        }

        public String wide(Object a) {
            return "Object";
        }

        public String text(char a) {
            return "char";
        }

        public String text(CharSequence a) {
            return "CharSequence";
        }

        public String text(Object a) {
            return "Object";
        }

        public String boxed(Integer a) {
            return "Integer";
        }

        public String boxed(Long a) {
            return "Long";
        }

        public String rest(int a) {
            return "one";
        }

        public String rest(int... a) {
            return "many " + a.length;
        }

        public String general(List<?> a) {
            return "List";
        }

        public String general(Iterable<?> a) {
            return "Iterable";
        }

        public String general(Object a) {
            return "Object";
        }

        public String call(Runnable a) {
            return "Runnable";
        }

        public String call(Supplier<?> a) {
            return "Supplier";
        }

        public String call(Function<?, ?> a) {
            return "Function";
        }

        public int sum(int... values) {
            return IntStream.of(values).sum();
        }
    }

    /** Parameters that hold little. */
    public static class Narrow {
        public byte ofByte(byte a) {
            return a;
        }

        public short ofShort(short a) {
            return a;
        }

        public char ofChar(char a) {
            return a;
        }

        public int ofInt(int a) {
            return a;
        }

        public long ofLong(long a) {
            return a;
        }

        public float ofFloat(float a) {
            return a;
        }

        public boolean ofBoolean(boolean a) {
            return a;
        }

        public Byte boxed(Byte a) {
            return a;
        }
    }

    /** A sealed type. */
    public sealed interface Shape permits Circle, Square {
        double area();

        default String kind() {
            return getClass().getSimpleName();
        }

        static Shape unit() {
            return new Square(1);
        }
    }

    /** One of its records. */
    public record Circle(double radius) implements Shape {
        @Override
        public double area() {
            return Math.PI * radius * radius;
        }
    }

    /** The other one. */
    public record Square(double side) implements Shape {
        @Override
        public double area() {
            return side * side;
        }
    }

    /** An enum whose constants have bodies. */
    public enum Operation {
        ADD("+") {
            @Override
            public int apply(int a, int b) {
                return a + b;
            }
        },
        TIMES("*") {
            @Override
            public int apply(int a, int b) {
                return a * b;
            }
        };

        public final String symbol;

        Operation(String symbol) {
            this.symbol = symbol;
        }

        public abstract int apply(int a, int b);
    }

    /** A class that cannot be initialised. */
    public static class Broken {
        public static final int VALUE = fail();

        private static int fail() {
            throw new IllegalStateException("no initialisation");
        }
    }

    /** An object whose basic methods throw. */
    public static class Bad {
        @Override
        public String toString() {
            throw new IllegalStateException("toString");
        }

        @Override
        @SuppressWarnings("EqualsHashCode") // there is one
        public boolean equals(Object other) {
            throw new IllegalStateException("equals");
        }

        @Override
        public int hashCode() {
            throw new IllegalStateException("hashCode");
        }
    }

    /** A generic interface, whose implementation has a bridge method. */
    public interface Box<T extends Comparable<T>> extends Comparable<Box<T>> {
        T content();

        @Override
        default int compareTo(Box<T> other) {
            return content().compareTo(other.content());
        }
    }

    private record TextBox(String content) implements Box<String> {}

    /** An object of a class that is not public, through its public interface. */
    public static Box<String> box(String content) {
        return new TextBox(content);
    }

    /** Asks an implementation by Python through the bridge. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // the bridge is what is tested
    public static int compareRaw(Comparable one, Object two) {
        return one.compareTo(two);
    }

    /** Members out of reach, and a name that is a keyword. */
    public static class Guarded {
        @SuppressWarnings("unused") // for Python to miss
        private int secret = 1;
        protected int inherited = 2;
        int neighbour = 3;
        public final int fixed = 4;
        public static int counter = 5;
        public static final String CONSTANT = "constant";
        public int lambda = 6;

        @SuppressWarnings("unused") // for Python to miss
        private int hidden() {
            return secret;
        }

        public int from() {
            return 7;
        }

        public String getName() {
            return "bean";
        }

        public boolean isReady() {
            return true;
        }

        public String getURL() {
            return "url";
        }

        /** An inner class that needs its outer object. */
        public class Inner {
            public int sum() {
                return secret + lambda;
            }
        }

        public Inner newInner() {
            return new Inner();
        }
    }

    /** What may be asked for a value in ways that throw. */
    public static class Thrower implements AutoCloseable {
        public boolean closed;

        public void checked(String text) throws java.io.IOException {
            throw new java.io.IOException(text, new IllegalArgumentException("cause"));
        }

        @Override
        public void close() {
            closed = true;
            throw new IllegalStateException("close");
        }
    }

    /** An exception of an application. */
    public static class ShopException extends Exception {
        private static final long serialVersionUID = 1;
        private final int code;

        public ShopException(String message, int code) {
            super(message);
            this.code = code;
        }

        public int getCode() {
            return code;
        }
    }

    /** Several methods to implement. */
    public interface Listener {
        void opened(String name);

        int counted(int number);

        default String both(String name, int number) {
            opened(name);
            return name + counted(number);
        }
    }

    /** Uses a listener. */
    public static String use(Listener listener) {
        return listener.both("n", 1);
    }

    /** An interface whose method declares what it throws. */
    public interface Risky {
        Map<String, Integer> run(List<Double> values) throws java.io.IOException;
    }

    /** Says what came out. */
    public static String outcome(Risky risky) {
        try {
            return risky.run(List.of(1.5)).toString();
        } catch (java.io.IOException declared) {
            return "declared " + declared.getMessage();
        } catch (RuntimeException other) {
            return other.getClass().getSimpleName() + " " + other.getMessage();
        }
    }

    /** The two objects, seen from a thread of Java's. */
    public static boolean equalOnAnotherThread(Object one, Object two) throws Exception {
        boolean[] equal = new boolean[1];
        Thread thread = new Thread(() -> equal[0] = one.equals(two));
        thread.start();
        thread.join();
        return equal[0];
    }

    /** A bean whose getter fails. */
    public static class Moody {
        public int calls;

        public String getMood() {
            calls++;
            throw new IllegalStateException("not today");
        }
    }

    /** Lists that can be changed and not replaced. */
    public static class Kept {
        public final List<String> fixed = new ArrayList<>();
        private final List<String> items = new ArrayList<>();

        public List<String> getItems() {
            return items;
        }
    }

    /** An interface with a bean property. */
    public interface Named {
        String getName();
    }

    /** A function of any number of arguments. */
    public interface Joiner {
        String join(String between, Object... parts);
    }

    /** One that Java implements. */
    public static Joiner joiner() {
        return (between, parts) -> Stream.of(parts).map(String::valueOf)
                .collect(Collectors.joining(between));
    }

    /** What an iterable has, in a row. */
    public static String drained(Iterable<?> values) {
        StringBuilder text = new StringBuilder();
        values.forEach(text::append);
        return text.toString();
    }

    /** Uses a function whose result has a type. */
    public static int lengthBy(Function<String, Integer> function) {
        return function.apply("abc");
    }
}
