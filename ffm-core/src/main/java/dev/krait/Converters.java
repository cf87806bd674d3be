package dev.krait;

import dev.krait.convert.Conversion;
import dev.krait.convert.InForce;
import dev.krait.convert.OwnRules;
import dev.krait.gil.Attachment;
import dev.krait.gil.Gil;
import dev.krait.ref.Counts;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Conversion rules of one's own, which go before the common ones while they are in use.
 *
 * <pre>{@code
 * Converters matrices = python.converters()
 *         .toJava("numpy", "ndarray", array -> Matrix.of(array.as(double[][].class)))
 *         .toPython(Matrix.class, matrix -> NDArray.of(matrix.rows()));
 * try (Converters.Use use = matrices.use()) {
 *     Matrix u = np.invoke("eye", 3).as(Matrix.class);
 * }
 * }</pre>
 *
 * <p>For a Java value the rule added last whose class it is an instance of wins, for a Python object that of the nearest
 * type in its class's method resolution order. What a rule gives is converted by the common rules, and inside of a rule
 * only those hold; inside of a common one those of the documentation. Rules run under the GIL; what they throw comes out
 * of the conversion. Rules may be added at any time, from any thread.
 */
@SuppressWarnings("exports") // has no member for anybody outside
public final class Converters extends OwnRules {
    private static final Converters COMMON = new Converters(Conversion.common());
    private final Conversion conversion;

    private Converters(Conversion conversion) {
        super(conversion);
        this.conversion = conversion;
    }

    static Converters empty() {
        return new Converters(Conversion.standard().derive());
    }

    static Converters common() {
        return COMMON;
    }

    /**
     * Instances of a Java class become what the form gives: another Java value, or a PyObject.
     *
     * @return this
     */
    public <T> Converters toPython(Class<T> type,
            Function<? super T, ? extends @Nullable Object> form) {
        Objects.requireNonNull(form, "form");
        conversion.add(type, (thread, value) -> plainly(thread, () -> {
            Object formed = form.apply(type.cast(value));
            return Conversion.standard().toPython(thread, formed);
        }));
        return this;
    }

    /**
     * Instances of a Python type and its subtypes become what the form gives. The PyObject it gets is closed after it;
     * {@link PyObject#toJava} of it gives what the common rules make of it.
     *
     * @return this
     */
    public Converters toJava(PyObject type,
            Function<? super PyObject, ? extends @Nullable Object> form) {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(form, "form");
        Gil.run(() -> conversion.add(type.ref().pointer(),
                (thread, object) -> apply(thread, object, form)));
        return this;
    }

    /**
     * Like {@link #toJava(PyObject, Function)} for a type that a module has, from the time on when something has
     * imported the module: this does not.
     *
     * @return this
     */
    public Converters toJava(String module, String type,
            Function<? super PyObject, ? extends @Nullable Object> form) {
        Objects.requireNonNull(module, "module");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(form, "form");
        Gil.run(() -> conversion.add(module, type,
                (thread, object) -> apply(thread, object, form)));
        return this;
    }

    /**
     * What is wanted as exactly this class is made by the form: by {@link PyObject#as}, for parameters of Java methods
     * and for results of interface methods. A value that the rules make an instance of it anyway, and None, do not get
     * there; nor does an int, float or str that is wanted as int, long, double or String.
     *
     * @return this
     */
    public <T> Converters toJava(Class<T> wanted,
            Function<? super PyObject, ? extends @Nullable T> form) {
        Objects.requireNonNull(wanted, "wanted");
        Objects.requireNonNull(form, "form");
        conversion.addTarget(wanted, (_, _) -> (thread, object) -> apply(thread, object, form));
        return this;
    }

    /** Uses these rules on this thread until the use is closed. Uses nest; the innermost alone holds. */
    public Use use() {
        Attachment thread = Attachment.current();
        return new Use(thread, InForce.use(thread, conversion));
    }

    /** A time during which rules are in use on one thread. */
    public static final class Use implements AutoCloseable {
        private final Attachment thread;
        private final @Nullable Conversion former;
        private boolean closed;

        private Use(Attachment thread, @Nullable Conversion former) {
            this.thread = thread;
            this.former = former;
        }

        /**
         * Puts the former rules back. A second call does nothing.
         *
         * @throws IllegalStateException on another thread
         */
        @Override
        @SuppressWarnings("ReferenceEquality") // this very thread's attachment
        public void close() {
            if (thread != Attachment.current()) {
                throw new IllegalStateException("rules are put back by the thread that uses them");
            }
            if (!closed) {
                closed = true;
                InForce.use(thread, former);
            }
        }
    }

    private interface Step<T extends @Nullable Object> {
        T run();
    }

    private @Nullable Object apply(Attachment thread, long object,
            Function<? super PyObject, ? extends @Nullable Object> form) {
        return this.<@Nullable Object>plainly(thread, () -> {
            try (PyObject python = PyObject.own(thread, Counts.retain(object))) {
                return form.apply(python);
            }
        });
    }

    /** Runs a rule without rules of its kind, so that it can ask for the usual form of its own value. */
    @SuppressWarnings("ReferenceEquality") // that very one
    private <T extends @Nullable Object> T plainly(Attachment thread, Step<T> step) {
        Object rules = thread.rules();
        thread.rules(this == COMMON || rules == InForce.BUILTIN ? InForce.BUILTIN : null);
        try {
            return step.run();
        } finally {
            thread.rules(rules);
        }
    }
}
