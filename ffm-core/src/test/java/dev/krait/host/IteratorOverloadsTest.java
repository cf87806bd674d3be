package dev.krait.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.krait.Python;
import dev.krait.error.PythonException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is read but once is read for the overload that is chosen, and whole for each that is tried. */
class IteratorOverloadsTest {
    private final Python python = Python.start();

    /** Methods that a generator may fit. */
    public static final class Methods {
        private Methods() {}

        public static String arrays(int[] numbers) {
            return "numbers " + Arrays.toString(numbers);
        }

        public static String arrays(String[] texts) {
            return "texts " + Arrays.toString(texts);
        }

        public static String lists(List<?> items) {
            return "list " + items;
        }

        public static String lists(Set<?> items) {
            return "set " + items;
        }

        public static String lazy(Iterator<?> items) {
            return "first of an iterator " + items.next();
        }

        public static String lazy(List<?> items) {
            return "list " + items;
        }

        public static String lazy(int[] items) {
            return "array " + items.length;
        }

        public static String lazy(Object item) {
            return "object " + item;
        }

        public static String second(int[] items, TimeUnit unit) {
            return unit + " " + Arrays.toString(items);
        }

        public static String second(Iterable<?> items, String text) {
            List<@Nullable Object> copy = new ArrayList<>();
            items.forEach(copy::add);
            return text + " " + copy;
        }

        public static String equal(Queue<?> items) {
            return "list " + items;
        }

        public static String equal(SortedSet<?> items) {
            return "set " + items;
        }

        public static String more(int first, int... rest) {
            return first + " and " + Arrays.toString(rest);
        }

        public static String more(Collection<?>... all) {
            return "collections " + Arrays.toString(all);
        }

        public static String more(Object first, String rest) {
            return first + " and " + rest;
        }
    }

    @BeforeEach
    void defineGenerators() {
        python.main().set("Methods", Methods.class);
        python.exec("""
                read = []
                def gen(*values):
                    for each in values:
                        read.append(each)
                        yield each
                def failing():
                    yield 1
                    raise ValueError('at the second')
                def endless():
                    while True:
                        yield 1
                """);
    }

    private String call(String expression) {
        return String.valueOf(python.eval("Methods." + expression).toJava());
    }

    @Test
    void elementsThatOneOverloadDoesNotTakeAreThereForTheNext() {
        assertEquals("numbers [1, 2]", call("arrays(gen(1, 2))"));
        assertEquals("texts [a, b]", call("arrays(gen('a', 'b'))"));
        assertEquals("[1, 2, a, b]", String.valueOf(python.eval("read").toJava()));
        assertEquals("texts [a]", call("arrays(map(str.lower, 'A'))"));
    }

    @Test
    void anArgumentThatDoesNotFitDoesNotUseUpTheOneBeforeIt() {
        assertEquals("SECONDS [1, 2]", call("second(gen(1, 2), 'SECONDS')"));
        assertEquals("other [1, 2]", call("second(gen(1, 2), 'other')"));
    }

    @Test
    void whatReadsAsItGoesIsPreferred() {
        assertEquals("first of an iterator 1", call("lazy(endless())"));
        assertEquals("first of an iterator 7", call("lazy(gen(7, 8))"));
        assertEquals("[7]", String.valueOf(python.eval("read").toJava()));
    }

    @Test
    void aSetIsNoneOfThoseChosenFrom() {
        assertEquals("list [1, 2]", call("lists(gen(1, 2))"));
    }

    @Test
    void aCollectionIsPreferredToItsSubtypes() {
        assertEquals("[1, 2]",
                python.eval(
                        "str(__import__('java.util').util.PriorityQueue(" + "x for x in [2, 1]))")
                        .toString());
    }

    @Test
    void nothingIsReadToFindOutThatACallIsAmbiguous() {
        PythonException ambiguous = assertThrows(PythonException.class,
                () -> call("equal(kept := gen(1, 2))"));
        assertTrue(ambiguous.getMessage().contains("(generator) is ambiguous"),
                ambiguous.getMessage());
        assertEquals("[]", String.valueOf(python.eval("read").toJava()));
        python.exec("import krait");
        assertEquals("set [1, 2]", call("equal(krait.cast(kept, 'java.util.SortedSet'))"));
    }

    @Test
    void whatAGeneratorRaisesComesOutAndNoOtherOverloadIsTried() {
        assertEquals("ValueError: at the second",
                assertThrows(PythonException.class, () -> call("arrays(failing())")).getMessage());
    }

    @Test
    void argumentsGatheredInAnArrayAreReadOnceToo() {
        assertEquals("collections [[1], [2]]", call("more(gen(1), gen(2))"));
        assertEquals("1 and [2]", call("more(1, 2)"));
    }

    @Test
    void noReferenceIsLost() {
        python.exec("""
                import sys
                kept = object()
                def kept_ones():
                    yield kept
                before = sys.getrefcount(kept)
                for _ in range(100):
                    try:
                        Methods.arrays(kept_ones())
                    except TypeError:
                        pass
                """);
        assertTrue(python.eval("sys.getrefcount(kept) <= before + 2").as(boolean.class));
    }
}
