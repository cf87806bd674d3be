package dev.krait.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.krait.Namespace;
import dev.krait.Python;
import java.io.Serial;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Java code of the program that Krait runs by the way, where a value or an exception crosses, may wait for a lock whose
 * owner calls Python: the GIL is free meanwhile.
 */
public class CodeOfOthersTest {
    private static final List<String> HELD = new ArrayList<>();
    private static final ThreadLocal<Boolean> LOOKING = ThreadLocal.withInitial(() -> false);
    private final Namespace names = Python.start().newNamespace();

    /** Notes who runs while other threads cannot call Python. */
    private static void look(String who) {
        if (LOOKING.get()) {
            return; // what the question below runs itself
        }
        LOOKING.set(true);
        try {
            CompletableFuture.runAsync(() -> Python.start().eval("1").close()).get(5,
                    TimeUnit.SECONDS);
        } catch (TimeoutException held) {
            HELD.add(who);
        } catch (Exception broken) {
            throw new AssertionError(broken);
        } finally {
            LOOKING.set(false);
        }
    }

    public enum Color {
        RED;

        static {
            look("initialiser of an enum");
        }
    }

    public enum Shade {
        DARK;

        static {
            look("initialiser of a key");
        }
    }

    public record Point(int x) {
        static {
            look("initialiser of a record");
        }
    }

    public static final class Key implements Comparable<Key> {
        @Override
        public int hashCode() {
            look("hashCode");
            return 1;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key;
        }

        @Override
        public int compareTo(Key other) {
            look("compareTo");
            return 0;
        }
    }

    public static final class Bag extends ArrayList<Object> {
        @Serial
        private static final long serialVersionUID = 1;

        public Bag() {
            look("constructor of a collection");
        }
    }

    public static final class Told extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        @Override
        public String getMessage() {
            look("getMessage");
            return "told";
        }

        @Override
        @SuppressWarnings("UnsynchronizedOverridesSynchronized") // it has no state
        public @Nullable Throwable getCause() {
            look("getCause");
            return null;
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            look("getStackTrace");
            return new StackTraceElement[0];
        }
    }

    @SuppressWarnings("NonApiType") // classes of collections are what is asked for
    public static final class Target {
        public String color(Color color) {
            return color.name();
        }

        public int shades(EnumMap<Shade, Integer> shades) {
            return shades.size();
        }

        public int point(Point point) {
            return point.x();
        }

        public int set(HashSet<Key> keys) {
            return keys.size();
        }

        public int map(SortedMap<Key, Integer> keys) {
            return keys.size();
        }

        public int bag(Bag bag) {
            return bag.size();
        }

        public void fail() {
            throw new Told();
        }
    }

    private void run(String source) {
        names.set("target", new Target());
        names.set("key", new Key());
        HELD.clear();
        names.exec(source);
        assertEquals(List.of(), HELD);
    }

    @AfterEach
    void close() {
        names.close();
    }

    @Test
    void theFirstConversionToAnEnumInitialisesItWithoutTheGil() {
        run("assert target.color('RED') == 'RED'\nassert target.shades({'DARK': 1}) == 1");
    }

    @Test
    void theFirstRecordOfAClassIsMadeWithoutTheGil() {
        run("assert target.point({'x': 3}) == 3");
    }

    @Test
    void collectionsAreMadeAndFilledWithoutTheGil() {
        run("""
                assert target.bag([1, 2]) == 2
                assert target.set([key]) == 1
                assert target.map({key: 1}) == 1
                """);
    }

    @Test
    void exceptionsAreAskedWhatTheySayWithoutTheGil() {
        run("""
                import traceback
                try:
                    target.fail()
                except Exception as error:
                    assert str(error) == 'told'
                    traceback.format_exc()
                    getattr(error, '__notes__', None)
                """);
    }
}
