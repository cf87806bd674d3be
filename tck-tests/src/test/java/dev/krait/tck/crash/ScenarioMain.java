package dev.krait.tck.crash;

import dev.krait.Python;
import dev.krait.error.PythonException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** Runs one scenario: class, method, kind of thread. */
final class ScenarioMain {
    /** The exit code of a scenario that failed. */
    static final int FAILED = 99;
    /** The exit code of a scenario for which something is missing. */
    static final int SKIPPED = 77;

    private ScenarioMain() {}

    public static void main(String[] arguments) throws Exception {
        Method method = Class.forName(arguments[0]).getDeclaredMethod(arguments[1]);
        method.setAccessible(true);
        String needed = method.getAnnotation(Scenario.class).needs();
        if (!needed.isEmpty() && !isThere(needed)) {
            System.out.println("this Python has no " + needed);
            System.exit(SKIPPED);
        }
        try {
            Where.valueOf(arguments[2]).run(() -> run(method));
        } catch (Throwable thrown) {
            fail(thrown);
        }
        System.out.println(Scenario.OVER);
    }

    static void fail(Throwable thrown) {
        thrown.printStackTrace();
        System.exit(FAILED);
    }

    private static boolean isThere(String module) {
        try {
            Python.start().importModule(module).close();
            return true;
        } catch (PythonException absent) {
            return false;
        }
    }

    private static void run(Method method) {
        try {
            method.invoke(null);
        } catch (InvocationTargetException thrown) {
            throw new AssertionError(thrown.getCause());
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
