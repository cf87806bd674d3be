package dev.krait.array;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StorageTest {
    private final Arena arena = Arena.ofAuto();
    private final MemorySegment block = arena.allocate(8, 8);
    private final AtomicInteger freed = new AtomicInteger();

    private Storage borrowed() {
        return Storage.borrow(block.address(), 8, freed::incrementAndGet);
    }

    @Test
    void closingTwiceGivesBackOnce() {
        Storage storage = borrowed();
        storage.close();
        storage.close();
        assertEquals(1, freed.get());
        assertThrows(IllegalStateException.class, storage::use);
        assertThrows(IllegalStateException.class, storage::lasting);
        assertThrows(IllegalStateException.class, storage::memory);
        assertThrows(IllegalStateException.class, storage::export);
        assertEquals(1, freed.get());
    }

    @Test
    void theEndWaitsForWhoUsesIt() {
        Storage storage = borrowed();
        Storage.Use outer = storage.use();
        Storage.Use inner = storage.use();
        storage.export();
        storage.close();
        assertTrue(storage.isClosed());
        inner.close();
        outer.close();
        assertEquals(0, freed.get());
        storage.giveBack();
        assertEquals(1, freed.get());
    }

    @Test
    void aSegmentGivenOutEndsWithTheArray() {
        Storage storage = borrowed();
        MemorySegment segment = storage.lasting();
        segment.set(ValueLayout.JAVA_LONG, 0, 7);
        assertEquals(7, block.get(ValueLayout.JAVA_LONG, 0));
        storage.close();
        assertFalse(segment.scope().isAlive());
        assertThrows(IllegalStateException.class, () -> segment.get(ValueLayout.JAVA_LONG, 0));
        assertEquals(1, freed.get());
    }

    @Test
    void manyLooksAreMadeThroughASegment() {
        Storage storage = borrowed();
        for (int i = 0; i < 1000; i++) {
            try (Storage.Use use = storage.use()) {
                use.memory().set(ValueLayout.JAVA_INT, 4, i);
            }
        }
        assertEquals(999, block.get(ValueLayout.JAVA_INT, 4));
        storage.close();
        assertThrows(IllegalStateException.class, storage::use);
        assertEquals(1, freed.get());
    }

    @Test
    void memoryOfTheCallersStaysHis() {
        Storage storage = Storage.wrap(block);
        storage.close();
        assertThrows(IllegalStateException.class, storage::use);
        assertTrue(block.scope().isAlive());
    }

    @Test
    void readersBesideAClosingThreadSeeTheArrayOrThatItIsClosed() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            for (int round = 0; round < 300; round++) {
                NDArray array = NDArray.allocate(DType.INT64, 1000);
                array.fill(5);
                List<Future<Integer>> readers = new ArrayList<>();
                for (int i = 0; i < 2; i++) {
                    readers.add(threads.submit(() -> read(array)));
                }
                array.close();
                for (Future<Integer> reader : readers) {
                    assertTrue(reader.get() >= 0);
                }
                assertTrue(array.isClosed());
            }
        }
    }

    /** Until it is closed: how often it was read. */
    private static int read(NDArray array) {
        int times = 0;
        try {
            for (;; times++) {
                assertEquals(5, array.getLong(times % 1000));
                if (times % 100 == 0) {
                    assertEquals(5, array.toArray(long[].class)[999]);
                }
            }
        } catch (IllegalStateException closed) {
            return times;
        }
    }
}
