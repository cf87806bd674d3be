package dev.krait.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.krait.Complex;
import dev.krait.Python;
import dev.krait.TypeRef;
import dev.krait.gil.Gil;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import org.apache.commons.lang3.StringUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a process loads to evaluate a sum: each class and each shape of call is time that every start takes. */
@DisplayName("A start")
class StartTest {
    /** Functions of up to four and of up to six words, leaves. */
    private static final int SHAPES = 3;
    private static final String INITIALIZES = "Initializing '";
    /** One in so many may be missing in the list, or too much: Pythons differ. */
    private static final int FEW = 10;
    private static List<String> loaded = List.of();

    /** Evaluates a sum. */
    static final class Sum {
        private Sum() {}

        /** Takes no arguments. */
        public static void main(String[] args) throws ScriptException {
            System.out.println(
                    "sum " + new ScriptEngineManager().getEngineByName("cpython").eval("1+1"));
        }
    }

    /** Asks for Java types before anything else has crossed. */
    static final class Wanted {
        private Wanted() {}

        /** Takes no arguments. */
        public static void main(String[] args) {
            Python python = Python.start();
            python.exec("import datetime");
            System.out.println("wanted " + python.eval("bytearray(b'abc')").as(ByteBuffer.class)
                    + python.eval("datetime.timezone.utc").as(ZoneId.class)
                    + python.eval("2").as(Complex.class)
                    + python.eval("(1, 2)").as(new TypeRef<List<Double>>() {
                    }) + python.eval("abs").as(IntUnaryOperator.class).applyAsInt(-3));
        }
    }

    @BeforeAll
    static void start() throws Exception {
        Jvm.Ending ending = Jvm
                .java(Sum.class, "-Xlog:class+load:stdout", "-Xlog:class+init:stdout").run("");
        assertEquals(0, ending.code(), ending.output());
        loaded = ending.output().lines().toList();
        assertTrue(loaded.stream().anyMatch(line -> line.endsWith("sum 2")), ending.output());
    }

    @Test
    @DisplayName("does not start Flight Recorder when nobody records")
    void startsNoRecorder() {
        assertEquals(0, count("jdk.jfr.internal."));
    }

    @Test
    @DisplayName("links few shapes of calls")
    void linksFewShapes() {
        long shapes = count("jdk.internal.foreign.abi.DowncallStub/");
        assertTrue(shapes > 0 && shapes <= SHAPES, () -> shapes + " shapes");
        assertEquals(1, count("jdk.internal.foreign.abi.UpcallStub/"));
    }

    @Test
    @DisplayName("loads what it needs of Krait's core while Python initialises")
    void loadsAhead() throws Exception {
        Set<String> needed = initialized();
        Set<String> ahead;
        try (InputStream list = Objects
                .requireNonNull(Gil.class.getResourceAsStream("start.txt"))) {
            ahead = new TreeSet<>(
                    new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
        }
        String advice = "let start.txt of ffm-core's resources be these lines:\n"
                + String.join("\n", needed);
        Set<String> missing = new TreeSet<>(needed);
        missing.removeAll(ahead);
        assertTrue(missing.size() <= needed.size() / FEW,
                () -> "not listed: " + missing + '\n' + advice);
        Set<String> idle = new TreeSet<>(ahead);
        idle.removeAll(needed);
        assertTrue(idle.size() <= ahead.size() / FEW, () -> "idle: " + idle + '\n' + advice);
    }

    /** The classes of the core that are used from the interpreter's start on. */
    private static Set<String> initialized() {
        return loaded.stream().dropWhile(line -> !line.contains("dev/krait/gil/Initialization"))
                .filter(line -> line.contains(INITIALIZES + "dev/krait/"))
                .map(line -> StringUtils.substringBetween(line, INITIALIZES, "'").replace('/', '.'))
                .filter(name -> !name.contains("Lambda") && !name.startsWith("dev.krait.engine.")
                        && !name.startsWith("dev.krait.tck."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    @DisplayName("loads no rules for types that nobody asked for")
    void loadsNoIdleRules() {
        assertEquals(0, count("dev.krait.convert.target.NumberTargets"));
        assertEquals(0, count("dev.krait.host.Mirror"));
    }

    @Test
    @DisplayName("says what to do where the JVM allows no native access")
    void namesTheFlagThatIsMissing() throws Exception {
        Jvm.Ending ending = Jvm.bare(Sum.class, "--illegal-native-access=deny").run("");
        assertEquals(1, ending.code(), ending.output());
        assertTrue(ending.output().contains("--enable-native-access=ALL-UNNAMED"), ending.output());
    }

    @Test
    @DisplayName("knows the rules for wanted types before any value has crossed")
    void knowsWantedTypes() throws Exception {
        Jvm.Ending ending = Jvm.java(Wanted.class).run("");
        assertEquals(0, ending.code(), ending.output());
        String expected = "java.nio.DirectByteBuffer[pos=0 lim=3 cap=3]Z" + new Complex(2, 0)
                + "[1.0, 2.0]3";
        assertTrue(ending.output().lines().anyMatch(("wanted " + expected)::equals),
                ending.output());
    }

    private static long count(String name) {
        return loaded.stream().filter(line -> line.contains(" " + name)).count();
    }
}
