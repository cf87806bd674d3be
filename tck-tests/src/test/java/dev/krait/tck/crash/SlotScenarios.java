package dev.krait.tck.crash;

import static dev.krait.tck.crash.Where.PYTHON;
import static dev.krait.tck.crash.Where.SMALL;
import static dev.krait.tck.crash.Where.VIRTUAL;

import dev.krait.Namespace;
import dev.krait.PyObject;
import dev.krait.Python;
import java.util.AbstractList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Recursion without end through everything that can call the other side: it ends, and all works after. */
@SuppressWarnings("ReturnValueIgnored") // whether there is an answer is what is tried
final class SlotScenarios {
    private static final List<String> OPERATIONS = List.of("x == other", "x != other", "hash(x)",
            "x < other", "x >= other", "list(x)", "next(iter(x))", "str(x)", "repr(x)", "f'{x}'",
            "x.value", "x.method()", "x.overloaded(1)", "x[0]", "len(x)", "5 in x", "bool(x)",
            "x.stream().map(lambda y: again(x)).toList()", "sorted(x)", "{x: 1}", "{x, other}",
            "x.field.apply(x)", "[y for y in x]", "max(x, other)", "x.run(lambda: again(x))",
            "(lambda *a: again(x))(*x)", "other.equals(x)", "x.index(3)",
            "x.sort(key=lambda y: again(x))", "x.forEach(lambda y: again(x))",
            "x.compute(lambda y: again(x))", "Endless(again)", "x.thrown(lambda: again(x))");

    private SlotScenarios() {}

    /** Whatever is asked of it is asked of Python again. */
    public static final class Endless extends AbstractList<Object> implements Comparable<Endless> {
        private final PyObject again;
        public final UnaryOperator<Object> field;

        public Endless(PyObject again) {
            this.again = again;
            this.field = x -> again.call(x);
            if (depth > 0) {
                again.call(this);
            }
        }

        private Object ask() {
            return again.call(this);
        }

        @Override
        public Object get(int index) {
            return ask();
        }

        @Override
        public int size() {
            ask();
            return 1;
        }

        @Override
        public Iterator<Object> iterator() {
            ask();
            return Collections.emptyIterator();
        }

        @Override
        public boolean contains(@Nullable Object o) {
            return ask().equals(o);
        }

        @Override
        public boolean equals(@Nullable Object o) {
            return ask().equals(o);
        }

        @Override
        public int hashCode() {
            return ask().hashCode();
        }

        @Override
        public int compareTo(Endless o) {
            return ask().hashCode();
        }

        @Override
        public String toString() {
            return ask().toString();
        }

        public Object getValue() {
            return ask();
        }

        public Object method() {
            return ask();
        }

        public Object overloaded(int i) {
            return ask();
        }

        public Object overloaded(String s) {
            return ask();
        }

        public void run(Runnable r) {
            r.run();
        }

        public Object compute(UnaryOperator<Object> operator) {
            return Map.of(1, operator).get(1).apply(1);
        }

        public void thrown(Runnable r) {
            try {
                throw new IllegalStateException("on the way");
            } finally {
                r.run();
            }
        }
    }

    private static int depth;

    @Scenario(on = {SMALL, VIRTUAL, PYTHON})
    static void everySlotCallsItselfAgain() {
        for (String operation : OPERATIONS) {
            Namespace names = Python.start().newNamespace();
            names.set("Endless", Endless.class);
            names.exec("def again(x): return " + operation);
            PyObject again = Objects.requireNonNull(names.get("again"));
            depth = operation.startsWith("Endless") ? 1 : 0;
            try {
                Endless x = new Endless(again);
                names.set("other", new Endless(again));
                System.out.println(operation + ": " + again.call(x).type().attr("__name__"));
            } catch (RuntimeException | StackOverflowError ended) {
                System.out.println(operation + ": " + ended.getClass().getSimpleName() + " "
                        + String.valueOf(ended.getMessage()).lines().findFirst().orElse(""));
            }
            depth = 0;
            Check.works();
        }
    }

    @Scenario(on = {SMALL, VIRTUAL})
    static void pythonClassesThatImplementInterfaces() {
        Namespace names = Python.start().newNamespace();
        names.exec("""
                from java.lang import Runnable, Iterable
                from java.util import Comparator, ArrayList
                from java.util.concurrent import Callable
                me = []
                class Run(Runnable):
                    def run(self): java_run(self)
                class Compare(Comparator):
                    def compare(self, a, b):
                        x = ArrayList([3, 1, 2])
                        x.sort(self)
                        return 0
                class Each(Iterable):
                    def iterator(self): return java_each(self)
                class Text(Runnable):
                    def run(self): pass
                    def __str__(self): return java_text(self)
                    def __eq__(self, other): return java_equals(self, other)
                    def __hash__(self): return java_hash(self)
                run, compare, each, text = Run(), Compare(), Each(), Text()
                """);
        names.set("java_run", (java.util.function.Consumer<Runnable>) Runnable::run);
        names.set("java_each",
                (java.util.function.Function<Iterable<?>, Object>) Iterable::iterator);
        names.set("java_text", (java.util.function.Function<Runnable, Object>) Object::toString);
        names.set("java_equals", (java.util.function.BiFunction<Runnable, Runnable, Object>) (a,
                b) -> Objects.requireNonNull(names.get("equal")).call(a, b));
        names.set("java_hash", (java.util.function.Function<Runnable, Object>) a -> Objects
                .requireNonNull(names.get("hash_of")).call(a));
        names.exec("def equal(a, b): return a == b\ndef hash_of(a): return hash(a)");
        Runnable run = names.get("run").as(Runnable.class);
        Check.throwsKind(Throwable.class, run::run);
        Check.works();
        Comparator<?> compare = names.get("compare").as(Comparator.class);
        Check.throwsKind(Throwable.class, () -> compare.compare(null, null));
        Check.works();
        Iterable<?> each = names.get("each").as(Iterable.class);
        Check.throwsKind(Throwable.class, each::iterator);
        Check.works();
        for (String end : List.of("str(text)", "text == Text()", "hash(text)", "{text}",
                "ArrayList([text]).indexOf(text)", "ArrayList([text]).toString()")) {
            try {
                names.exec(end);
                System.out.println(end + " ended");
            } catch (RuntimeException | StackOverflowError ended) {
                System.out.println(end + ": " + ended);
            }
            Check.works();
        }
    }
}
