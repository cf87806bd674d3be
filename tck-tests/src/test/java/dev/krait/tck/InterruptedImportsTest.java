package dev.krait.tck;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.krait.Namespace;
import dev.krait.Python;
import dev.krait.error.PythonException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thread that is interrupted while it handles the lock of a module leaves the lock to others. */
class InterruptedImportsTest {
    private static final int WAITING = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void threadsThatAreInterruptedWhileTheyWaitForAModuleDoNotKeepOthersFromIt(@TempDir Path folder)
            throws Exception {
        Files.writeString(folder.resolve("krait_slow_module.py"), """
                import sys
                sys.krait_slow_begun.countDown()
                sys.krait_slow_end.await_()
                """);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        try (Namespace names = Python.start().newNamespace()) {
            names.set("folder", folder.toString());
            names.set("begun", begun);
            names.set("end", end);
            names.exec("""
                    import sys
                    sys.path.append(folder)
                    sys.krait_slow_begun, sys.krait_slow_end = begun, end
                    """);
            Thread first = importing(names);
            begun.await();
            List<Thread> waiting = Stream.generate(() -> importing(names)).limit(WAITING).toList();
            Thread.sleep(200); // all of them have come to the lock
            List<Thread> patient = waiting.subList(WAITING - 2, WAITING);
            waiting.stream().filter(each -> !patient.contains(each)).forEach(Thread::interrupt);
            Thread.sleep(200); // the interrupts are noticed
            end.countDown();
            assertTrue(first.join(PATIENCE), "who imports it");
            for (Thread each : waiting) {
                assertTrue(each.join(PATIENCE), "who waits for it");
            }
            names.exec("sys.path.remove(folder)\ndel sys.krait_slow_begun, sys.krait_slow_end");
        }
    }

    private static Thread importing(Namespace names) {
        return Thread.ofPlatform().daemon().start(() -> {
            try {
                names.exec("import krait_slow_module");
            } catch (PythonException interrupted) {
                assertTrue(interrupted.getCause() instanceof InterruptedException);
            }
        });
    }
}
