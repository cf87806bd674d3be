package dev.krait.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of {@link CacheLock} between threads; {@link TwoProcessesTest} has processes. */
class CacheLockTest {
    @TempDir
    Path folder;

    @Test
    void secondThreadWaitsUntilTheFirstGivesItBack() throws Exception {
        Path file = folder.resolve("x.lock");
        CountDownLatch waits = new CountDownLatch(1);
        AtomicInteger order = new AtomicInteger();
        CompletableFuture<Integer> second;
        try (CacheLock _ = CacheLock.take(file, () -> order.set(-1))) {
            second = CompletableFuture.supplyAsync(() -> {
                try (CacheLock _ = CacheLock.take(file, waits::countDown)) {
                    return order.incrementAndGet();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            assertTrue(waits.await(10, TimeUnit.SECONDS));
            assertEquals(1, order.incrementAndGet());
        }
        assertEquals(2, second.get(10, TimeUnit.SECONDS));
    }
}
