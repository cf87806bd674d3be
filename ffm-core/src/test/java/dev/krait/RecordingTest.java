package dev.krait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.krait.error.PythonException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Flight Recorder and the counters say of work across the border. */
class RecordingTest {
    private static final Python PYTHON = Python.start();
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    @TempDir
    private Path folder;

    @Test
    void evaluationsAreRecordedWithTheirFile() throws IOException {
        RecordedEvent event = only("Eval", () -> {
            try (Namespace names = PYTHON.newNamespace()) {
                names.eval("sum(range(100))", "sums.py").close();
            }
        });
        assertEquals("sums.py", event.getString("file"));
    }

    @Test
    void callsAreRecordedWithTheQualifiedName() throws IOException {
        try (Namespace names = PYTHON.newNamespace()) {
            names.exec("class Shop:\n    def price(self): return 3\nprice = Shop.price");
            PyObject price = names.get("price");
            assertEquals("Shop.price", only("Call", () -> price.call(1)).getString("callable"));
        }
    }

    @Test
    void callsThatFailAreRecordedAndStillFail() throws IOException {
        try (Namespace names = PYTHON.newNamespace()) {
            names.exec("def bad(): raise ValueError('no')");
            PyObject bad = names.get("bad");
            RecordedEvent event = only("Call", () -> assertEquals("ValueError: no",
                    assertThrows(PythonException.class, bad::call).getMessage()));
            assertEquals("bad", event.getString("callable"));
        }
    }

    @Test
    void upcallsAreRecordedWithClassAndMethod() throws IOException {
        try (Namespace names = PYTHON.newNamespace()) {
            names.set("numbers", new ArrayList<>(List.of(1)));
            RecordedEvent event = only("Upcall",
                    () -> names.exec("numbers.trimToSize(); del numbers"));
            assertEquals("java.util.ArrayList.trimToSize", event.getString("method"));
        }
    }

    @Test
    void importsAreRecordedWithTheModule() throws IOException {
        assertEquals("json",
                only("Import", () -> PYTHON.importModule("json").close()).getString("module"));
    }

    @Test
    void aWaitForTheGilIsRecordedWhenItIsLong() throws Exception {
        List<RecordedEvent> waits = record("GilWait", Duration.ofMillis(1), () -> {
            join(PYTHON.hold(() -> {
                Thread waiting = Thread.ofPlatform().start(() -> PYTHON.eval("1").close());
                sleep(50);
                return waiting;
            }));
        });
        assertTrue(waits.stream().anyMatch(each -> each.getDuration().toMillis() >= 10),
                waits::toString);
    }

    @Test
    void releasesAreRecordedWithTheirNumber() throws Exception {
        List<RecordedEvent> releases = record("Release", Duration.ZERO, () -> {
            long before = PYTHON.statistics().collected();
            for (int i = 0; i < 100; i++) {
                PYTHON.toPython("text " + i);
            }
            long end = System.nanoTime() + LONGEST_WAIT.toNanos();
            while (PYTHON.statistics().collected() < before + 50 && System.nanoTime() < end) {
                System.gc();
                sleep(20);
            }
        });
        assertTrue(releases.stream().mapToInt(each -> each.getInt("references")).sum() >= 50,
                releases::toString);
    }

    @Test
    void nothingIsRecordedBelowTheUsualThreshold() throws IOException {
        PyObject length = PYTHON.eval("len");
        length.call("warm");
        assertTrue(record("Call", null, () -> length.call("abc")).size() <= 1);
    }

    @Test
    void countersCountWhatIsDone() {
        try (Namespace names = PYTHON.newNamespace()) {
            names.exec("def f(g): return g()");
            PyObject function = names.get("f");
            Supplier<Object> one = () -> 1;
            Statistics before = PYTHON.statistics();
            for (int i = 0; i < 10; i++) {
                function.call(one).close();
                names.exec("x = 1");
            }
            Statistics after = PYTHON.statistics();
            assertTrue(after.calls() - before.calls() >= 10);
            assertTrue(after.upcalls() - before.upcalls() >= 10);
            assertTrue(after.evaluations() - before.evaluations() >= 10);
            assertTrue(after.holds() - before.holds() >= 20);
            assertTrue(after.compilations() - before.compilations() < 10, "text is kept compiled");
        }
    }

    private RecordedEvent only(String name, Runnable work) throws IOException {
        List<RecordedEvent> events = record(name, Duration.ZERO, work);
        assertFalse(events.isEmpty());
        return events.getLast();
    }

    /** The events of this name; null leaves the threshold as it is. */
    private List<RecordedEvent> record(String name, @Nullable Duration threshold, Runnable work)
            throws IOException {
        Path file = folder.resolve(name + ".jfr");
        try (Recording recording = new Recording()) {
            var settings = recording.enable("dev.krait." + name);
            if (threshold != null) {
                settings.withThreshold(threshold);
            }
            recording.start();
            work.run();
            recording.stop();
            recording.dump(file);
        }
        return RecordingFile.readAllEvents(file).stream()
                .filter(each -> each.getEventType().getName().equals("dev.krait." + name)).toList();
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
