package dev.krait.bench;

import dev.krait.PyObject;
import dev.krait.capi.AbstractApi;
import dev.krait.capi.Layout;
import dev.krait.capi.Memory;
import dev.krait.capi.RefApi;
import dev.krait.capi.ThreadApi;
import dev.krait.capi.UnicodeApi;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** W7a, W7b, W7c: a String to Python and back. */
public class StringsBenchmark extends Measured {
    private static final int SHORT_TEXTS = 16;
    private static final int ASCII = 127;
    private final PyObject ident = Workload.function("ident");
    private final long identPointer = Workload.pointer("ident");
    private final long slots = Arena.global().allocate(2 * Long.BYTES).address();
    private final String[] shortTexts = new String[SHORT_TEXTS];
    /** How many characters the long ones have. */
    @Param("1048576")
    public int size;
    private String ascii = "";
    private String cjk = "";
    private long state;
    private int next;

    /** Makes the texts. */
    @Setup
    public void make() {
        for (int i = 0; i < SHORT_TEXTS; i++) {
            shortTexts[i] = String.format(Locale.ROOT, "%020d", 1234567L * i);
        }
        StringBuilder narrow = new StringBuilder();
        StringBuilder wide = new StringBuilder();
        for (int i = 0; i < size; i++) {
            narrow.append((char) ('a' + i % 16));
            wide.append((char) (0x4e00 + i % 20000));
        }
        ascii = narrow.toString();
        cjk = wide.toString();
        ident.call(1);
        state = ThreadApi.getThisThreadState();
    }

    /** 20 characters by bare downcalls. */
    @Benchmark
    public String w7aFloor() {
        next = (next + 1) % SHORT_TEXTS;
        return roundTrip(shortTexts[next]);
    }

    /** 20 characters. */
    @Benchmark
    public @Nullable String w7a() {
        next = (next + 1) % SHORT_TEXTS;
        return ident.callAs(String.class, shortTexts[next]);
    }

    /** ASCII by bare downcalls. */
    @Benchmark
    public String w7bFloor() {
        return roundTrip(ascii);
    }

    /** ASCII. */
    @Benchmark
    public @Nullable String w7b() {
        return ident.callAs(String.class, ascii);
    }

    /** Characters of two bytes. */
    @Benchmark
    public @Nullable String w7c() {
        return ident.callAs(String.class, cjk);
    }

    private String roundTrip(String text) {
        ThreadApi.restoreThread(state);
        long sent = UnicodeApi.newText(text.length(), ASCII);
        Memory.putLatin1(sent + Layout.ASCII_DATA, text);
        Memory.putLong(slots + Long.BYTES, sent);
        long got = AbstractApi.vectorcallDict(identPointer, slots + Long.BYTES, 1 | Long.MIN_VALUE,
                0);
        String result = new String(
                Memory.getBytes(got + Layout.ASCII_DATA, Memory.getLong(got + Layout.SIZE)),
                StandardCharsets.ISO_8859_1);
        RefApi.decRef(got);
        RefApi.decRef(sent);
        ThreadApi.saveThread();
        return result;
    }
}
