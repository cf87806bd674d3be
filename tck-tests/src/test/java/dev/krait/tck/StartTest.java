package dev.krait.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.krait.Complex;
import dev.krait.Python;
import dev.krait.TypeRef;
import java.nio.ByteBuffer;
import java.time.ZoneId;
import java.util.List;
import java.util.function.IntUnaryOperator;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a process loads to evaluate a sum: each class and each shape of call is time that every start takes. */
@DisplayName("A start")
class StartTest {
    /** Functions of up to four and of up to six words, leaves, a double in, a double out. */
    private static final int SHAPES = 5;
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
        Jvm.Ending ending = Jvm.java(Sum.class, "-Xlog:class+load:stdout").run("");
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
