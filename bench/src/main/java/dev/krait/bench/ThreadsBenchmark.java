package dev.krait.bench;

import dev.krait.PyObject;
import dev.krait.capi.AbstractApi;
import dev.krait.capi.Layout;
import dev.krait.capi.Memory;
import dev.krait.capi.RefApi;
import dev.krait.capi.ThreadApi;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;

/** W11: calls a second, of one thread, of four together, and of four virtual ones. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ThreadsBenchmark {
    private static final int MANY = 4;
    private static final int CALLS = 50_000;
    private final PyObject foo = Workload.function("foo");
    private final long fooPointer = Workload.pointer("foo");

    /** The thread state a floor uses. */
    @State(Scope.Thread)
    public static class Kept {
        private long state;

        /** Attaches once, as Krait does. */
        @Setup
        public void attach(ThreadsBenchmark rows) {
            rows.foo.call();
            state = ThreadApi.getThisThreadState();
        }
    }

    /** Four threads by bare downcalls. */
    @Benchmark
    @Threads(MANY)
    public String w11Floor(Kept kept) {
        ThreadApi.restoreThread(kept.state);
        long result = AbstractApi.callNoArgs(fooPointer);
        String text = new String(
                Memory.getBytes(result + Layout.ASCII_DATA, Memory.getLong(result + Layout.SIZE)),
                StandardCharsets.ISO_8859_1);
        RefApi.decRef(result);
        ThreadApi.saveThread();
        return text;
    }

    /** One thread. */
    @Benchmark
    public @Nullable String w11One() {
        return foo.callAs(String.class);
    }

    /** Four threads. */
    @Benchmark
    @Threads(MANY)
    public @Nullable String w11() {
        return foo.callAs(String.class);
    }

    /** Four virtual threads, made for it. */
    @Benchmark
    @OperationsPerInvocation(MANY * CALLS)
    public void w11v() throws InterruptedException {
        Thread[] threads = new Thread[MANY];
        for (int i = 0; i < MANY; i++) {
            threads[i] = Thread.startVirtualThread(this::callOften);
        }
        for (Thread each : threads) {
            each.join();
        }
    }

    private void callOften() {
        for (int i = 0; i < CALLS; i++) {
            if (foo.callAs(String.class) == null) {
                throw new AssertionError("no text");
            }
        }
    }
}
