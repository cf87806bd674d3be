package dev.krait.op;

import dev.krait.capi.BytesApi;
import dev.krait.capi.Layout;
import dev.krait.capi.Memory;
import dev.krait.capi.Statics;
import dev.krait.capi.UnicodeApi;
import dev.krait.gil.Attachment;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import java.lang.ref.SoftReference;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** {@code str} both ways, every UTF-16 unit kept: NUL, astral planes, lone surrogates. Callers hold the GIL. */
public final class Text {
    private static final int ASCII = 0x7F;
    private static final int LATIN_1 = 0xFF;
    private static final int BMP = 0xFFFF;
    private static final int SPARE_AT_LEAST = 1 << 13;
    private static final int SPARE_AT_MOST = 1 << 22;
    private static final int UTF_16 = 2;
    private static final int UTF_32 = 4;
    private static final int KIND_MASK = 7;
    private static final int NATIVE_ORDER = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN
            ? -1
            : 1;
    private static final long SURROGATE_PASS = Memory.textForEver("surrogatepass");
    private static final long UTF_32_LE = Memory.textForEver("utf-32-le");

    // for what is copied twice on its way; guarded by the GIL
    private static final byte[] SHORT = new byte[SPARE_AT_LEAST];
    private static SoftReference<byte[]> spareBytes = new SoftReference<>(null);
    private static SoftReference<char[]> spareChars = new SoftReference<>(null);

    private Text() {}

    /** A new str: owned. */
    public static long newText(Attachment thread, String text) {
        int length = text.length();
        if (Layout.ASCII_DATA == 0) { // the strs of this CPython cannot be written to
            return newTextByCodec(thread, text);
        }
        if (length <= 1) { // CPython has these already
            return newTextByCopy(thread, text);
        }
        int bits = Units.bits(text);
        if (bits <= LATIN_1) {
            long fresh = Raise.check(UnicodeApi.newText(length, bits <= ASCII ? ASCII : LATIN_1));
            Memory.putLatin1(fresh + (bits <= ASCII ? Layout.ASCII_DATA : Layout.COMPACT_DATA),
                    text);
            return fresh;
        }
        long fresh = Raise.check(UnicodeApi.newText(length, BMP));
        if (Units.putPlain(fresh + Layout.COMPACT_DATA, text)) {
            return fresh;
        }
        Counts.release(fresh);
        return newTextByCodec(thread, text);
    }

    private static long newTextByCopy(Attachment thread, String text) {
        long data = thread.scratch().take((long) text.length() * UTF_16);
        try {
            Units.put(data, text);
            return Raise.check(UnicodeApi.fromKindAndData(UTF_16, data, text.length()));
        } finally {
            thread.scratch().give(data);
        }
    }

    private static long newTextByCodec(Attachment thread, String text) {
        long bytes = (long) text.length() * UTF_16;
        long data = thread.scratch().take(bytes + Integer.BYTES);
        try {
            Units.put(data, text);
            // told the order, the codec takes a byte order mark for the character it is
            Memory.putInt(data + bytes, NATIVE_ORDER);
            return Raise.check(UnicodeApi.decodeUtf16(data, bytes, SURROGATE_PASS, data + bytes));
        } finally {
            thread.scratch().give(data);
        }
    }

    /** The characters of a str, or of an instance of a subclass. */
    public static String read(long text) {
        int state = Memory.getInt(text + Layout.TEXT_STATE);
        if (Layout.ASCII_DATA == 0 || (state & Layout.COMPACT_BIT) == 0) {
            return readByCodec(text);
        }
        long length = Memory.getLong(text + Layout.SIZE);
        if ((state & Layout.ASCII_BIT) != 0) {
            return narrow(text + Layout.ASCII_DATA, length);
        }
        long data = text + Layout.COMPACT_DATA;
        return switch (state >>> Layout.KIND_SHIFT & KIND_MASK) {
            case 1 -> narrow(data, length);
            case UTF_16 -> medium(data, Math.toIntExact(length));
            case UTF_32 -> wide(Memory.getInts(data, Math.toIntExact(length)));
            default -> readByCodec(text);
        };
    }

    /** Whether an object is a str or an instance of a subclass. */
    public static boolean isText(long object) {
        return Types.isInstance(object, Statics.UNICODE);
    }

    private static String narrow(long data, long length) {
        if (length > SPARE_AT_MOST) {
            return new String(Memory.getBytes(data, length), StandardCharsets.ISO_8859_1);
        }
        int count = (int) length;
        byte[] buffer = count <= SHORT.length ? SHORT : spareBytes(count);
        Memory.getBytes(data, buffer, count);
        return new String(buffer, 0, count, StandardCharsets.ISO_8859_1);
    }

    private static byte[] spareBytes(int count) {
        byte[] buffer = spareBytes.get();
        if (buffer == null || buffer.length < count) {
            buffer = new byte[count];
            spareBytes = new SoftReference<>(buffer);
        }
        return buffer;
    }

    private static String medium(long data, int length) {
        if (length < SPARE_AT_LEAST || length > SPARE_AT_MOST) {
            return new String(Memory.getChars(data, length));
        }
        char[] buffer = spareChars.get();
        if (buffer == null || buffer.length < length) {
            buffer = new char[length];
            spareChars = new SoftReference<>(buffer);
        }
        Memory.getChars(data, buffer, length);
        return new String(buffer, 0, length);
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
