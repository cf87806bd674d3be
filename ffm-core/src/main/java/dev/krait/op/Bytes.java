package dev.krait.op;

import dev.krait.capi.BytesApi;
import dev.krait.capi.Layout;
import dev.krait.capi.Memory;
import dev.krait.gil.Attachment;
import dev.krait.gil.Scratch;
import dev.krait.raise.Raise;

/** {@code bytes} both ways. Callers hold the GIL. */
public final class Bytes {
    private Bytes() {}

    /** A new bytes object: owned. */
    public static long newBytes(Attachment thread, byte[] bytes) {
        Scratch scratch = thread.scratch();
        long data = scratch.take(Math.max(bytes.length, 1));
        try {
            Memory.putBytes(data, bytes);
            return Raise.check(BytesApi.fromStringAndSize(data, bytes.length));
        } finally {
            scratch.give(data);
        }
    }

    /** A copy of the content of bytes, or of an instance of a subclass. */
    public static byte[] read(long bytes) {
        return Memory.getBytes(bytes + Layout.BYTES_DATA, Memory.getLong(bytes + Layout.SIZE));
    }
}
