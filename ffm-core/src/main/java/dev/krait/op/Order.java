package dev.krait.op;

import dev.krait.capi.ObjectApi;
import dev.krait.error.PythonException;
import dev.krait.raise.Raise;

/** Python's {@code <} as Java's Comparable tells it. Callers hold the GIL. */
public final class Order {
    private static final int LESS = 0; // Py_LT

    private Order() {}

    /**
     * How two objects (borrowed) are ordered: equal are those of which neither is less, as for {@code sorted()}.
     *
     * @throws ClassCastException when Python knows no order for them; its cause is Python's TypeError
     */
    public static int of(long one, long two) {
        if (one == two) {
            return 0;
        }
        try {
            return isLess(one, two) ? -1 : isLess(two, one) ? 1 : 0;
        } catch (PythonException error) {
            throw error.typeName().equals("TypeError") ? unordered(error) : error;
        }
    }

    private static boolean isLess(long one, long two) {
        return Raise.checkStatus(ObjectApi.richCompareBool(one, two, LESS)) != 0;
    }

    private static RuntimeException unordered(PythonException error) {
        ClassCastException told = new ClassCastException(error.text());
        told.initCause(error);
        return told;
    }
}
