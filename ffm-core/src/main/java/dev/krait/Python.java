package dev.krait;

import dev.krait.capi.ImportApi;
import dev.krait.convert.Conversion;
import dev.krait.discover.Installation;
import dev.krait.error.PythonException;
import dev.krait.event.ImportEvent;
import dev.krait.event.Recordings;
import dev.krait.gil.Attachment;
import dev.krait.gil.Deadline;
import dev.krait.gil.Gil;
import dev.krait.gil.Interpreter;
import dev.krait.gil.Releases;
import dev.krait.host.Host;
import dev.krait.op.Calls;
import dev.krait.op.Names;
import dev.krait.op.Script;
import dev.krait.op.Scripts;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The Python of this process.
 *
 * <pre>{@code
 * Python python = Python.start();
 * PyObject math = python.importModule("math");
 * double root = math.invokeAs(Double.class, "sqrt", 2);
 * }</pre>
 *
 * <p>There is one interpreter per process; it starts with the first {@link #start} and lives as long as the JVM. Any
 * thread may use it.
 */
public final class Python {
    /** As far as {@link System#nanoTime} can be compared. */
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE / 2);
    private final Namespace main;

    Python(Namespace main) {
        this.main = main;
    }

    /**
     * Starts Python, or gives the one that runs.
     *
     * @throws dev.krait.error.PythonUnavailableException when there is none to start
     */
    public static Python start() {
        return start(PythonOptions.defaults());
    }

    /**
     * Starts Python as the options say, or gives the one that runs.
     *
     * @throws dev.krait.error.PythonUnavailableException when the choice does not work, or there is none to start
     * @throws IllegalStateException when another Python than the one chosen explicitly runs already
     */
    public static Python start(PythonOptions options) {
        return Startup.start(Objects.requireNonNull(options, "options"));
    }

    /** {@code import name}: the module itself, also of a dotted name. */
    public PyObject importModule(String name) {
        Objects.requireNonNull(name, "name");
        return Recordings.areOn() ? recordedImport(name) : newModule(name);
    }

    private static PyObject recordedImport(String name) {
        ImportEvent event = new ImportEvent();
        event.module = name;
        event.begin();
        try {
            return newModule(name);
        } finally {
            event.commit();
        }
    }

    private static PyObject newModule(String name) {
        return Gil.call(thread -> {
            long text = Names.newName(thread, name);
            try {
                return PyObject.own(thread, Raise.check(ImportApi.importModule(text)));
            } finally {
                Counts.release(text);
            }
        });
    }

    /**
     * {@code import name as alias} in the namespace of {@link #eval}.
     *
     * @return the module
     */
    public PyObject importModule(String name, String alias) {
        PyObject module = importModule(name);
        main.set(alias, module);
        return module;
    }

    /**
     * {@code from module import name as alias} in the namespace of {@link #eval}.
     *
     * @return what was imported
     */
    public PyObject importFrom(String module, String name, String alias) {
        PyObject imported = importModule(module).attr(name);
        main.set(alias, imported);
        return imported;
    }

    /**
     * Runs source text in a namespace all callers of this method share.
     *
     * @return the value of its last statement when that is an expression, else {@code None}
     */
    public PyObject eval(String source) {
        return main.eval(source);
    }

    /** Runs source text for what it does, in the namespace of {@link #eval}. */
    public void exec(String source) {
        main.exec(source);
    }

    /** The namespace of {@link #eval}. */
    public Namespace main() {
        return main;
    }

    /** A namespace of its own. */
    public Namespace newNamespace() {
        return Namespace.open(null);
    }

    /**
     * New global names whose code may use of Java what a filter allows, and {@link #classFilter} as well. Functions and
     * other objects that come out of it stay under the filter when they are called later, on any thread; threads that
     * its code starts in Python are not.
     */
    public Namespace newNamespace(ClassFilter filter) {
        return Namespace.open(Objects.requireNonNull(filter, "filter"));
    }

    /** A Java value as a Python object. */
    public PyObject toPython(@Nullable Object value) {
        return Gil.call(thread -> PyObject.own(thread, toPython(thread, value)));
    }

    /** Conversion rules of one's own, none to begin with; see {@link Converters}. */
    public Converters converters() {
        return Converters.empty();
    }

    /** Starts a scope on this thread; see {@link Scope}. */
    public Scope scope() {
        return Scope.open();
    }

    /** Runs several operations under one hold of the GIL; other Python threads wait meanwhile. */
    public <T extends @Nullable Object> T hold(Supplier<T> operations) {
        return Gil.get(Objects.requireNonNull(operations, "operations"));
    }

    /**
     * Holds the GIL until the hold is closed, on this thread.
     *
     * @throws IllegalStateException on a virtual thread, which may use {@link #hold(Supplier)}
     */
    public Hold hold() {
        return new Hold();
    }

    /**
     * Runs operations on Python's main thread and waits for their end: for {@code signal}, GUI toolkits and whatever
     * else asks for that thread. It has a stack of 16 MB. Operations of several threads run one after the other.
     *
     * @throws IllegalStateException when this thread holds the GIL, which the main thread will need
     */
    public <T extends @Nullable Object> T onMainThread(Supplier<T> operations) {
        return MainTask.run(operations);
    }

    /**
     * Does some work whose Python code is ended when it takes longer than the limit.
     *
     * <p>The end comes within 50 ms of the limit, as a {@code krait.DeadlineExceeded}, which Python's {@code except
     * Exception} does not catch; C code, such as {@code time.sleep}, and Java code run to their end first. Calls of
     * Python after the limit are refused. Limits nest; the earliest counts.
     *
     * @param limit more than zero
     * @throws PythonException caused by a TimeoutException, when the time was over
     */
    public <T extends @Nullable Object, X extends Exception> T within(Duration limit,
            Work<T, X> work) throws X {
        Objects.requireNonNull(work, "work");
        return Deadline.within(nanos(limit), () -> {
            try {
                return work.run();
            } catch (Exception thrown) {
                throw Raise.<RuntimeException>sneaky(thrown);
            }
        });
    }

    /**
     * Does some work on a thread of its own (16 MB of stack). At the limit the future ends with a TimeoutException, and
     * the thread is asked to end as by {@link Thread#interrupt}; when C code or Java code does not let it, it goes on
     * alone: see {@link #abandoned}. Cancelling the future, or ending it in another way, does the same.
     *
     * @param limit more than zero
     */
    public <T extends @Nullable Object> CompletableFuture<T> withinAsync(Duration limit,
            Callable<T> work) {
        return Abandoned.start(nanos(limit), limit, Objects.requireNonNull(work, "work"));
    }

    /** The threads of {@link #withinAsync} that are at work though nobody waits for them any more. */
    public List<Thread> abandoned() {
        return Abandoned.threads();
    }

    private static long nanos(Duration limit) {
        Objects.requireNonNull(limit, "limit");
        if (!limit.isPositive()) {
            throw new IllegalArgumentException("limit is " + limit + "; it must be more than zero");
        }
        return (limit.compareTo(LONGEST) > 0 ? LONGEST : limit).toNanos();
    }

    /** {@code 3.12.1}, for instance. */
    public String version() {
        return installation().version();
    }

    /** Which Python runs and how it was found. */
    public Configuration configuration() {
        Installation running = installation();
        return new Configuration(running.version(), running.origin(), running.executable(),
                running.library(), running.prefix());
    }

    /** Sets which Java classes Python code may name from now on, in the whole process. */
    public void classFilter(ClassFilter filter) {
        Objects.requireNonNull(filter, "filter");
        Gil.run(() -> Host.allow(filter::allows, filter::allowsMember));
    }

    /** How much is alive now. */
    public MemoryCounters memory() {
        return Gil.call(thread -> new MemoryCounters(Releases.live(), Releases.collected(),
                Host.liveHandles(), Interpreter.threadStates(), Scripts.count(),
                Abandoned.threads().size()));
    }

    /** What was done across the border so far, by all threads. */
    public Statistics statistics() {
        return Gil.call(_ -> new Statistics(Attachment.holds(), Calls.made(), Script.runs(),
                Script.compilations(), Host.calls(), Releases.collected()));
    }

    /**
     * What each side keeps alive of the other, by class; for each side the class with the oldest object first. Objects
     * that Krait itself keeps are among them, so compare two reports.
     */
    public List<LiveObjects> leakReport() {
        return LeakReport.now();
    }

    static Conversion conversion() {
        return Conversion.standard();
    }

    static long toPython(Attachment thread, @Nullable Object value) {
        return conversion().toPython(thread, value);
    }

    private static Installation installation() {
        return Objects.requireNonNull(Interpreter.installation());
    }
}
