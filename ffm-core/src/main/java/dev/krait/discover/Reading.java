package dev.krait.discover;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Reads a stream to its end on a thread of its own and keeps the first part.
 *
 * <p>What was read so far can be had before the end: a child may hold a pipe open after its parent ended.
 */
final class Reading {
    private static final int KEPT = 64 * 1024;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final Thread thread;

    Reading(InputStream stream) {
        thread = Thread.ofPlatform().daemon().name("krait-probe").start(() -> read(stream));
    }

    private void read(InputStream stream) {
        byte[] part = new byte[8192];
        try (stream) {
            for (int count = stream.read(part); count >= 0; count = stream.read(part)) {
                kept.write(part, 0, Math.min(count, KEPT - kept.size()));
            }
        } catch (IOException e) {
            // the program was ended, or closed its side: what came before counts
        }
    }

    /** What was read when the stream ended, or after {@code patience}. */
    String text(Duration patience) throws InterruptedException {
        thread.join(patience);
        return kept.toString(StandardCharsets.UTF_8);
    }
}
