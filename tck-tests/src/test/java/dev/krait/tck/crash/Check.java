package dev.krait.tck.crash;

import dev.krait.Python;
import dev.krait.error.PythonException;

/** What scenarios assert, with assertions of their own: no test framework runs in their JVM. */
final class Check {
    private Check() {}

    /** Something that may throw. */
    interface Action {
        void run() throws Throwable;
    }

    static void that(boolean claim, Object otherwise) {
        if (!claim) {
            throw new AssertionError(String.valueOf(otherwise));
        }
    }

    /** The action throws this kind, which is given back. */
    static <T extends Throwable> T throwsKind(Class<T> kind, Action action) {
        try {
            action.run();
        } catch (Throwable thrown) {
            if (kind.isInstance(thrown)) {
                return kind.cast(thrown);
            }
            throw new AssertionError("not a " + kind, thrown);
        }
        throw new AssertionError("nothing was thrown, not a " + kind);
    }

    /** The action ends in this Python error. */
    static PythonException raises(String typeName, Action action) {
        PythonException error = throwsKind(PythonException.class, action);
        if (!error.typeName().equals(typeName)) {
            throw new AssertionError("not a " + typeName, error);
        }
        return error;
    }

    /** Python and Java call each other as ever. */
    static void works() {
        Python python = Python.start();
        try (var names = python.newNamespace()) {
            names.set("plus", (java.util.function.IntBinaryOperator) Math::addExact);
            that(names.eval("sum(plus(i, 1) for i in range(100))").as(Integer.class) == 5050,
                    "wrong sum");
            raises("ZeroDivisionError", () -> names.eval("1 / 0"));
        }
    }
}
