package dev.krait;

import dev.krait.array.ArrayRules;
import dev.krait.capi.ComplexApi;
import dev.krait.capi.LibPython;
import dev.krait.capi.Statics;
import dev.krait.capi.TupleApi;
import dev.krait.convert.Conversion;
import dev.krait.convert.PlainTarget;
import dev.krait.convert.ScalarRules;
import dev.krait.convert.Targets;
import dev.krait.convert.ToJava;
import dev.krait.convert.Unfit;
import dev.krait.convert.standard.StandardRules;
import dev.krait.convert.target.TargetTables;
import dev.krait.convert.view.ViewRules;
import dev.krait.discover.Discovery;
import dev.krait.discover.Installation;
import dev.krait.discover.Request;
import dev.krait.discover.Surroundings;
import dev.krait.error.ConversionException;
import dev.krait.gil.Attachment;
import dev.krait.gil.BlasThreads;
import dev.krait.gil.Gil;
import dev.krait.gil.Interpreter;
import dev.krait.gil.OwnClasses;
import dev.krait.host.Host;
import dev.krait.op.Boot;
import dev.krait.op.BootModule;
import dev.krait.op.Calls;
import dev.krait.op.ErrorTranslation;
import dev.krait.op.Items;
import dev.krait.op.JavaFunctions;
import dev.krait.op.Text;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import java.io.Console;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Brings the layers together when the interpreter starts. */
final class Startup {
    private static volatile @Nullable Python python;

    private Startup() {}

    static Python start(PythonOptions options) {
        Python running = python;
        if (running == null) {
            ExitHook.begin();
            Interpreter.start(() -> Discovery.find(request(options)), Startup::setUp);
            running = Objects.requireNonNull(python);
        }
        if (options.python() != null) {
            requireChosen(options.python());
        }
        return running;
    }

    private static Request request(PythonOptions options) {
        return new Request(options.python(), Surroundings.ofProcess(), Startup::tellTerminal);
    }

    @SuppressWarnings("SystemConsoleNull") // JDK 25 gives null again when there is no terminal
    private static void tellTerminal(String progress) {
        Console console = System.console();
        if (console != null && console.isTerminal()) {
            System.err.println("krait: " + progress);
        }
    }

    private static void setUp(Installation installation) {
        OwnClasses.load(Startup.class);
        Gil.call(thread -> {
            BootModule.load(BootModule.class, "boot.py");
            putOnPath(thread, installation.path());
            Conversion conversion = Conversion.standard();
            ToJava other = (current, object) -> PyObject.own(current, Counts.retain(object));
            Host host = Host.install(thread, conversion);
            host.callByKeywords(PyCallable.class,
                    (target, args, kwargs) -> ((PyCallable) target).call(args, kwargs));
            conversion.addTargets(TargetTables::addTo);
            conversion.addTargets(StandardRules::addTargets);
            conversion.addTargets(ArrayRules::addTargets);
            conversion.addTargets(Startup::addComplexTarget);
            conversion.addTarget(PyObject.class, (_, _) -> (PlainTarget) other::convert);
            conversion.otherwise(host::newObject, ViewRules.iteratorsOr(other));
            Raise.translateBy(new ErrorTranslation(host.errors(), PyObject::new));
            conversion.addLater(() -> {
                ScalarRules.addTo(conversion);
                host.addRules(conversion, other);
                conversion.add(PyObject.class,
                        (_, value) -> Counts.retain(((PyObject) value).ref().pointer()));
                ViewRules.addTo(conversion);
                StandardRules.addTo(conversion);
                TargetTables.addValues(conversion);
                ArrayRules.addTo(conversion);
                addComplex(conversion);
            });
            watchForBlas(thread);
            ProcessRules.install(thread);
            return host;
        });
        Namespace main = Namespace.open(null);
        ProcessRules.setMain(main.module());
        Python started = new Python(main);
        if (mayHaveProviders()) {
            ServiceLoader.load(ConverterProvider.class)
                    .forEach(provider -> provider.addTo(Converters.common(), started));
        }
        Gil.run(ProcessRules::letStop);
        python = started;
        ExitHook.install();
    }

    /** Small stacks and threaded BLAS do not go together; see {@link BlasThreads}. */
    private static void watchForBlas(Attachment thread) {
        long listener = JavaFunctions.newFunction("tell_of_blas", (_, arguments) -> {
            BlasThreads.add(Path.of(Text.read(TupleApi.getItem(arguments, 0))));
            return Counts.retain(Statics.NONE);
        });
        Counts.release(Calls.call(thread, Boot.WATCH_FOR_BLAS, listener));
        Counts.release(listener);
    }

    /** The loader itself costs tens of milliseconds even where there is nothing to find. */
    private static boolean mayHaveProviders() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return Startup.class.getModule().isNamed() || (loader != null && loader
                .getResource("META-INF/services/" + ConverterProvider.class.getName()) != null);
    }

    private static void addComplex(Conversion conversion) {
        conversion.add(LibPython.address("PyComplex_Type"),
                (_, object) -> new Complex(ComplexApi.realAsDouble(object),
                        ComplexApi.imagAsDouble(object)));
        conversion.add(Complex.class, (_, value) -> Raise.check(
                ComplexApi.fromDoubles(((Complex) value).real(), ((Complex) value).imaginary())));
    }

    private static void addComplexTarget(Conversion conversion) {
        conversion.addTarget(Complex.class, (_, _) -> (thread, real) -> {
            try {
                return new Complex(Targets.asDouble(thread, real), 0);
            } catch (ConversionException noNumber) {
                throw Unfit.form(thread, real, Complex.class);
            }
        });
    }

    /** A second, different explicit choice cannot be met: one process has one interpreter. */
    private static void requireChosen(String choice) {
        Path running = Objects.requireNonNull(Interpreter.installation()).library();
        Path wanted = Discovery.find(Request.of(choice)).library();
        if (!wanted.equals(running)) {
            throw new IllegalStateException("this process runs " + running + " already; " + choice
                    + " would need a process of its own");
        }
    }

    private static void putOnPath(Attachment thread, List<Path> folders) {
        if (folders.isEmpty()) {
            return;
        }
        long[] texts = folders.stream().mapToLong(folder -> Text.newText(thread, folder.toString()))
                .toArray();
        long tuple = Items.newTuple(texts);
        Counts.release(Calls.call(thread, Boot.PUT_ON_PATH, tuple));
        Counts.release(tuple);
    }
}
