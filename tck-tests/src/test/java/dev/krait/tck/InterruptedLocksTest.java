package dev.krait.tck;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.krait.Namespace;
import dev.krait.PyObject;
import dev.krait.Python;
import dev.krait.error.PythonException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An interrupt hardly ever comes between the steps of {@code with lock:}, where nobody would give the lock back. */
class InterruptedLocksTest {
    private static final int TIMES = 60;
    /** Where a loop has no other place the request is made there in the end. Unguarded it would be 2 in 60, and more. */
    private static final int LOST = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @ParameterizedTest
    @ValueSource(strings = {"Lock", "RLock", "Condition"})
    void aLoopOfWithGivesItsLockBack(String kind) throws Exception {
        try (Namespace names = Python.start().newNamespace()) {
            names.exec("""
                    import threading

                    def loop(lock, begun):
                        begun.countDown()
                        while True:
                            with lock:
                                pass

                    def is_free(lock):
                        free = lock.acquire(blocking=False)
                        if free:
                            lock.release()
                        return free
                    """);
            int lost = 0;
            for (int i = 0; i < TIMES; i++) {
                PyObject lock = names.eval("threading." + kind + "()");
                CountDownLatch begun = new CountDownLatch(1);
                Thread looping = Thread.ofPlatform().daemon().start(() -> {
                    try {
                        names.get("loop").call(lock, begun);
                    } catch (PythonException interrupted) {
                        assertTrue(interrupted.getCause() instanceof InterruptedException);
                    }
                });
                begun.await();
                Thread.sleep(0, i * 10_000);
                looping.interrupt();
                assertTrue(looping.join(PATIENCE), "it ends");
                lost += names.get("is_free").callAs(Boolean.class, lock) ? 0 : 1;
            }
            assertTrue(lost <= LOST, lost + " were taken");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"with Endless(): pass", "import krait_endless"})
    void codeThatLoopsThereForEverEndsToo(String code) throws Exception {
        try (Namespace names = Python.start().newNamespace()) {
            names.exec("""
                    import sys

                    class Endless:
                        def __enter__(self):
                            while True: pass

                        def __exit__(self, *error): pass

                        @staticmethod
                        def find_spec(name, path=None, target=None):
                            while name == 'krait_endless': pass

                    sys.meta_path.insert(0, Endless)
                    """);
            Thread looping = running(names, code);
            Thread.sleep(100);
            looping.interrupt();
            assertTrue(looping.join(PATIENCE), "it ends");
            Thread importing = running(names,
                    "try: import krait_not_there\nexcept ImportError: pass");
            assertTrue(importing.join(PATIENCE), "the lock of imports is free");
            names.exec("sys.meta_path.remove(Endless)");
        }
    }

    private static Thread running(Namespace names, String code) {
        return Thread.ofPlatform().daemon().start(() -> {
            try {
                names.exec(code);
            } catch (PythonException interrupted) {
                assertTrue(interrupted.getCause() instanceof InterruptedException);
            }
        });
    }
}
