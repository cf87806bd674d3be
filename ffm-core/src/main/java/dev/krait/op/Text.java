package dev.krait.op;

import dev.krait.capi.BytesApi;
import dev.krait.capi.Layout;
import dev.krait.capi.Memory;
import dev.krait.capi.Statics;
import dev.krait.capi.UnicodeApi;
import dev.krait.gil.Attachment;
import dev.krait.gil.Scratch;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import java.nio.charset.StandardCharsets;

/** {@code str} both ways, every UTF-16 unit kept: NUL, astral planes, lone surrogates. Callers hold the GIL. */
public final class Text {
    private static final int SURROGATES = 0xD800;
    private static final int SURROGATE_MASK = 0xF800;
    private static final int UTF_16 = 2;
    private static final int UTF_32 = 4;
    private static final int KIND_MASK = 7;
    private static final long SURROGATE_PASS = Memory.textForEver("surrogatepass");
    private static final long UTF_32_LE = Memory.textForEver("utf-32-le");

    private Text() {}

    /** A new str: owned. */
    public static long newText(Attachment thread, String text) {
        int length = text.length();
        Scratch scratch = thread.scratch();
        long data = scratch.take((long) length * UTF_16);
        try {
            boolean surrogates = copy(text, length, data);
            return Raise.check(surrogates
                    ? UnicodeApi.decodeUtf16(data, (long) length * UTF_16, SURROGATE_PASS, 0)
                    : UnicodeApi.fromKindAndData(UTF_16, data, length));
        } finally {
            scratch.give(data);
        }
    }

    private static boolean copy(String text, int length, long data) {
        boolean surrogates = false;
        for (int i = 0; i < length; i++) {
            char unit = text.charAt(i);
            surrogates |= (unit & SURROGATE_MASK) == SURROGATES;
            Memory.putChar(data + (long) i * UTF_16, unit);
        }
        return surrogates;
    }

    /** The characters of a str, or of an instance of a subclass. */
    public static String read(long text) {
        int state = Memory.getInt(text + Layout.TEXT_STATE);
        if (Layout.ASCII_DATA == 0 || (state & Layout.COMPACT_BIT) == 0) {
            return readByCodec(text);
        }
        long length = Memory.getLong(text + Layout.SIZE);
        if ((state & Layout.ASCII_BIT) != 0) {
            return new String(Memory.getBytes(text + Layout.ASCII_DATA, length),
                    StandardCharsets.ISO_8859_1);
        }
        long data = text + Layout.COMPACT_DATA;
        return switch (state >>> Layout.KIND_SHIFT & KIND_MASK) {
            case 1 -> new String(Memory.getBytes(data, length), StandardCharsets.ISO_8859_1);
            case UTF_16 -> new String(Memory.getChars(data, Math.toIntExact(length)));
            case UTF_32 -> wide(Memory.getInts(data, Math.toIntExact(length)));
            default -> readByCodec(text);
        };
    }

    /** Whether an object is a str or an instance of a subclass. */
    public static boolean isText(long object) {
        return Types.isInstance(object, Statics.UNICODE);
    }

    private static String wide(int[] codePoints) {
        return new String(codePoints, 0, codePoints.length);
    }

    private static String readByCodec(long text) {
        long bytes = Raise.check(UnicodeApi.asEncodedString(text, UTF_32_LE, SURROGATE_PASS));
        try {
            long size = BytesApi.size(bytes);
            return wide(Memory.getInts(BytesApi.asString(bytes),
                    Math.toIntExact(size / Integer.BYTES)));
        } finally {
            Counts.release(bytes);
        }
    }
}
