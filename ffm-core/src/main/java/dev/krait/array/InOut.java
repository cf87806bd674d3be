package dev.krait.array;

import dev.krait.gil.Attachment;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A Java array of numbers as an argument that Python writes to: {@code np.invoke("add", a, b, kw("out", inOut(c)))}
 * fills {@code c}. Python sees a NumPy array with a copy, which is copied back when the call has ended, with an exception
 * too; a result that is this very array comes back as {@code c}. Each is for one call.
 */
public final class InOut {
    private final Object array;
    private @Nullable NDArray lent;

    private InOut(Object array) {
        this.array = array;
    }

    /**
     * An argument to be written to.
     *
     * @param array of numbers or booleans, of any rank
     * @throws IllegalArgumentException when it is another
     */
    public static InOut inOut(Object array) {
        Objects.requireNonNull(array, "array");
        if (!array.getClass().isArray()) {
            throw new IllegalArgumentException(
                    "array: " + array.getClass().getName() + " is no array");
        }
        if (!JavaArrays.isOfNumbers(array)) {
            throw new IllegalArgumentException("array: " + array.getClass().getTypeName()
                    + " is no array of numbers or booleans; give others as they are: what Python"
                    + " sets in them, Java sees");
        }
        return new InOut(array);
    }

    /** The Java array. */
    public Object array() {
        return array;
    }

    /**
     * Copies back what Python wrote. Calls through {@code PyObject} and engines do it by themselves.
     *
     * @throws IllegalStateException before the call
     */
    public void copyBack() {
        NDArray copy = lent;
        if (copy == null) {
            throw new IllegalStateException("this argument was not passed to Python yet");
        }
        JavaArrays.copyBack(copy, array);
        copy.close();
    }

    /** Ends the call an argument was for: when it is one of these, was passed and is not back yet, it is copied back. */
    public static void end(@Nullable Object argument) {
        if (argument instanceof InOut passed && passed.lent != null && !passed.lent.isClosed()) {
            passed.copyBack();
        }
    }

    /** The Python array: owned. Callers hold the GIL. */
    long newPython(Attachment thread) {
        if (lent != null) {
            throw new IllegalStateException("an in/out argument is for one call; make another");
        }
        NDArray copy = NDArray.of(array);
        lent = copy;
        return NumPy.newArray(thread, copy, array);
    }
}
