package dev.krait.tck.crash;

import static dev.krait.tck.crash.Where.FORK_JOIN;
import static dev.krait.tck.crash.Where.MAIN;
import static dev.krait.tck.crash.Where.POOL;
import static dev.krait.tck.crash.Where.PYTHON;
import static dev.krait.tck.crash.Where.SMALL;
import static dev.krait.tck.crash.Where.VIRTUAL;

import dev.krait.Namespace;
import dev.krait.PyObject;
import dev.krait.Python;
import java.util.Objects;
import java.util.function.Supplier;

/** Recursion without end across the border: it ends in RecursionError or a Java exception, and all works after. */
@SuppressWarnings({"ReturnValueIgnored", "InfiniteRecursion"}) // the recursion is what is tried
final class RecursionScenarios {
    private RecursionScenarios() {}

    @Scenario(on = {MAIN, SMALL, POOL, FORK_JOIN, VIRTUAL, PYTHON})
    static void pythonAndJavaCallEachOther() {
        Namespace names = Python.start().newNamespace();
        names.exec("def f(): return java()");
        PyObject f = Objects.requireNonNull(names.get("f"));
        names.set("java", (Supplier<Object>) f::call);
        Check.raises("RecursionError", f::call);
        Check.raises("RecursionError", f::call);
        Check.works();
    }

    @Scenario(on = {SMALL, VIRTUAL})
    static void theRaisedLimitOfPythonDoesNotHelpIt() {
        Namespace names = Python.start().newNamespace();
        names.exec("import sys\nsys.setrecursionlimit(10**6)\ndef f(): return java()");
        PyObject f = Objects.requireNonNull(names.get("f"));
        names.set("java", (Supplier<Object>) f::call);
        Check.raises("RecursionError", f::call);
        Check.works();
    }

    @Scenario(on = {SMALL, VIRTUAL})
    static void destructorsThatMakeNewObjects() {
        Namespace names = Python.start().newNamespace();
        names.set("java", (java.util.function.UnaryOperator<Object>) value -> Objects
                .requireNonNull(names.get("make")).call());
        names.exec("""
                count = 0
                class A:
                    def __del__(self):
                        global count
                        count += 1
                        if count < 20000:
                            java(None)
                def make():
                    A()
                make()
                """);
        Check.works();
    }

    @Scenario(on = {SMALL, VIRTUAL})
    static void equalsThatComparesAgain() {
        Namespace names = Python.start().newNamespace();
        names.exec("""
                class A:
                    def __eq__(self, other): return java(self, other)
                    __hash__ = None
                a, b = A(), A()
                """);
        PyObject a = Objects.requireNonNull(names.get("a"));
        names.set("java",
                (java.util.function.BinaryOperator<Object>) (left, right) -> left.equals(right));
        PyObject b = Objects.requireNonNull(names.get("b"));
        try {
            Check.that(!a.equals(b), "equal");
        } catch (RuntimeException ended) {
            Check.that(ended.toString().contains("RecursionError"), ended);
        }
        Check.works();
    }

    @Scenario(on = {SMALL, VIRTUAL})
    static void toStringThatPrintsItself() {
        Namespace names = Python.start().newNamespace();
        Object endless = new Object() {
            @Override
            public String toString() {
                return Objects.requireNonNull(names.get("show")).call(this).as(String.class);
            }
        };
        names.exec("def show(x): return str(x)");
        Check.raises("RecursionError", () -> endless.toString());
        Check.works();
    }

    @Scenario(on = {MAIN, SMALL})
    static void javaRecursionThatEndsInPython() {
        Python python = Python.start();
        Namespace names = python.newNamespace();
        names.exec("def one(): return 1");
        PyObject one = Objects.requireNonNull(names.get("one"));
        Check.throwsKind(Throwable.class, () -> deeper(one));
        Check.works();
    }

    private static int deeper(PyObject one) {
        return one.callAs(Integer.class) + deeper(one);
    }
}
