package dev.krait.raise;

import dev.krait.capi.BytesApi;
import dev.krait.capi.ErrorApi;
import dev.krait.capi.Memory;
import dev.krait.capi.Statics;
import dev.krait.capi.UnicodeApi;
import dev.krait.gil.Attachment;
import dev.krait.gil.Scratch;
import dev.krait.ref.Counts;
import java.nio.charset.StandardCharsets;

/** Text for error messages by the plainest means: no layer above is needed. */
final class PlainText {
    private static final long BACKSLASH_REPLACE = Memory.textForEver("backslashreplace");
    private static final long UTF_8 = Memory.textForEver("utf-8");

    private PlainText() {}

    /** A new str; 0 when there is no memory. */
    static long newText(String text) {
        Scratch scratch = Attachment.current().scratch();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_16LE);
        long data = scratch.take(Math.max(bytes.length, 1));
        try {
            Memory.putBytes(data, bytes);
            return UnicodeApi.decodeUtf16(data, bytes.length, 0, 0);
        } finally {
            scratch.give(data);
        }
    }

    /** The characters of a str, what cannot be encoded escaped; a note of the type for what is no str. */
    static String read(long object) {
        if (object == 0 || Memory.getLong(object + Long.BYTES) != Statics.UNICODE) {
            return "<no text>";
        }
        long bytes = UnicodeApi.asEncodedString(object, UTF_8, BACKSLASH_REPLACE);
        if (bytes == 0) {
            ErrorApi.clear();
            return "<no text>";
        }
        String text = new String(Memory.getBytes(BytesApi.asString(bytes), BytesApi.size(bytes)),
                StandardCharsets.UTF_8);
        Counts.release(bytes);
        return text;
    }
}
