package dev.krait.capi;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Text as {@code wchar_t}: UTF-32, on Windows UTF-16. */
public final class WideText {
    private static final Charset CHARSET = charset();
    private static final int NUL_BYTES = 4;

    private WideText() {}

    /** A NUL-terminated text that is never freed, as {@code Py_SetProgramName} demands. */
    public static long forEver(String text) {
        byte[] bytes = text.getBytes(CHARSET);
        MemorySegment copy = Arena.global().allocate(bytes.length + NUL_BYTES, NUL_BYTES);
        MemorySegment.copy(MemorySegment.ofArray(bytes), 0, copy, 0, bytes.length);
        return copy.address();
    }

    private static Charset charset() {
        boolean little = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
        if (NativePlatform.IS_WINDOWS) {
            return little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        }
        return little ? StandardCharsets.UTF_32LE : StandardCharsets.UTF_32BE;
    }
}
