package dev.krait.convert;

import dev.krait.capi.Statics;
import dev.krait.error.PythonException;
import dev.krait.gil.Attachment;
import dev.krait.gil.Gil;
import dev.krait.op.Types;
import dev.krait.ref.Counts;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What a method of a Java interface throws when the Python code behind it fails: what it declares, or unchecked. */
public final class Declared {
    /** The checked exceptions that have a counterpart in Python, the narrower first. */
    private static final List<Counterpart> COUNTERPARTS = List.of(
            new Counterpart(FileNotFoundException.class, () -> Statics.FILE_NOT_FOUND_ERROR,
                    FileNotFoundException::new),
            new Counterpart(TimeoutException.class, () -> Statics.TIMEOUT_ERROR,
                    TimeoutException::new),
            new Counterpart(IOException.class, () -> Statics.OS_ERROR, IOException::new));

    /** The class in Python is asked for late: there may be no Python when something else has failed. */
    private record Counterpart(Class<? extends Exception> type, LongSupplier python,
            Function<String, Exception> maker) {}

    private Declared() {}

    /**
     * The exception itself where the method may throw it. An OSError or TimeoutError becomes the checked exception that
     * the method declares for such; a checked one that it does not declare is the cause of a PythonException, as it
     * would come out of a proxy as UndeclaredThrowableException.
     */
    public static Throwable fitting(Method method, Throwable thrown) {
        Class<?>[] declared = method.getExceptionTypes();
        if (thrown instanceof PythonException error) {
            Exception checked = declared.length == 0 ? null : counterpart(declared, error);
            return checked == null ? error : checked;
        }
        boolean free = thrown instanceof RuntimeException || thrown instanceof Error
                || Arrays.stream(declared).anyMatch(type -> type.isInstance(thrown));
        return free
                ? thrown
                : new PythonException(thrown.getClass().getName(),
                        String.valueOf(thrown.getMessage()), List.of(), null, null, thrown, null);
    }

    /** The checked exception that {@link #fitting} made the cause of one that may be thrown; null for others. */
    public static @Nullable Throwable wrappedIn(PythonException error) {
        Throwable cause = error.value() == null ? error.getCause() : null;
        return cause != null && error.typeName().equals(cause.getClass().getName()) ? cause : null;
    }

    private static @Nullable Exception counterpart(Class<?>[] declared, PythonException error) {
        for (Counterpart each : COUNTERPARTS) {
            if (isNamed(declared, each.type) && isOf(error, each.python.getAsLong())) {
                Exception checked = each.maker.apply(error.text());
                checked.initCause(error);
                return checked;
            }
        }
        return null;
    }

    /** Whether one of the types is declared for such an exception, rather than for all of them. */
    private static boolean isNamed(Class<?>[] declared, Class<?> checked) {
        return Arrays.stream(declared).anyMatch(type -> type.isAssignableFrom(checked)
                && !type.isAssignableFrom(RuntimeException.class));
    }

    private static boolean isOf(PythonException error, long python) {
        Object value = error.value();
        return value != null && Gil.call(thread -> isInstance(thread, value, python));
    }

    private static boolean isInstance(Attachment thread, Object value, long python) {
        long exception = Conversion.standard().toPython(thread, value);
        try {
            return Types.isInstance(exception, python);
        } finally {
            Counts.release(exception);
        }
    }
}
