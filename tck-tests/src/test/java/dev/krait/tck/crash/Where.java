package dev.krait.tck.crash;

import dev.krait.Python;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;

/** The kinds of threads a scenario may run on. */
enum Where {
    /** The thread of {@code main}, with the stack the operating system gave it. */
    MAIN {
        @Override
        void run(Runnable task) {
            task.run();
        }
    },
    /** {@code new Thread} with the default stack. */
    THREAD {
        @Override
        void run(Runnable task) throws InterruptedException {
            join(new Thread(task, "scenario"));
        }
    },
    /** A thread with 400 KB of stack. */
    SMALL {
        @Override
        void run(Runnable task) throws InterruptedException {
            join(new Thread(null, task, "scenario-small", 400 << 10));
        }
    },
    /** A thread with the least stack the JVM gives: 136 KB. */
    TINY {
        @Override
        void run(Runnable task) throws InterruptedException {
            join(new Thread(null, task, "scenario-tiny", 1));
        }
    },
    /** A thread with 16 MB of stack. */
    LARGE {
        @Override
        void run(Runnable task) throws InterruptedException {
            join(new Thread(null, task, "scenario-large", 16 << 20));
        }
    },
    /** A thread of an executor. */
    POOL {
        @Override
        void run(Runnable task) throws Exception {
            try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
                pool.submit(task).get();
            }
        }
    },
    /** A worker of the common pool. */
    FORK_JOIN {
        @Override
        void run(Runnable task) throws Exception {
            ForkJoinPool.commonPool().submit(task).get();
        }
    },
    /** A virtual thread. */
    VIRTUAL {
        @Override
        void run(Runnable task) throws InterruptedException {
            join(Thread.ofVirtual().unstarted(task));
        }
    },
    /** A thread that Python made. */
    PYTHON {
        @Override
        void run(Runnable task) throws InterruptedException {
            Throwable[] failed = new Throwable[1];
            Runnable noted = () -> {
                try {
                    task.run();
                } catch (Throwable thrown) {
                    failed[0] = thrown;
                }
            };
            try (var names = Python.start().newNamespace()) {
                names.set("task", noted);
                names.exec(
                        "import threading\nt = threading.Thread(target=task)\nt.start()\nt.join()");
            }
            if (failed[0] != null) {
                throw new AssertionError("on a Python thread", failed[0]);
            }
        }
    };

    /** Runs the task there to its end; what it throws comes out, wrapped at most, or ends the JVM with code 99. */
    abstract void run(Runnable task) throws Exception;

    private static void join(Thread thread) throws InterruptedException {
        thread.setUncaughtExceptionHandler((_, thrown) -> ScenarioMain.fail(thrown));
        thread.start();
        thread.join();
    }
}
