package dev.krait.tck.crash;

import static dev.krait.tck.crash.Where.PYTHON;
import static dev.krait.tck.crash.Where.SMALL;
import static dev.krait.tck.crash.Where.VIRTUAL;

import dev.krait.Namespace;
import dev.krait.PyObject;
import dev.krait.Python;
import dev.krait.TypeRef;
import dev.krait.error.PythonException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/** Whatever Java throws below Python comes out above it, and leaves no upcall. */
@SuppressWarnings({"ReferenceEquality", "ModifiedButNotUsed", "InfiniteRecursion"}) // the same
                                                                                    // object is to
                                                                                    // come out;
                                                                                    // memory and
                                                                                    // stack are to
                                                                                    // run out
final class ErrorScenarios {
    private ErrorScenarios() {}

    /** With a constructor, message and cause that fail. */
    private static final class Hostile extends RuntimeException {
        private static final long serialVersionUID = 1;

        @Override
        public String getMessage() {
            throw new IllegalStateException("no message");
        }

        @Override
        public String toString() {
            throw new IllegalStateException("no text");
        }

        @Override
        public synchronized Throwable getCause() {
            throw new IllegalStateException("no cause");
        }
    }

    @Scenario(on = {SMALL, VIRTUAL, PYTHON})
    static void throwablesOfEveryKindPassThrough() {
        Namespace names = Python.start().newNamespace();
        Throwable[] thrown = {new RuntimeException("r"), new Exception("checked"),
                new IOException("io"), new Error("e"), new AssertionError("a"),
                new StackOverflowError("so"), new OutOfMemoryError("oom"), new InternalError("i"),
                new LinkageError("l"), new Throwable("t"), new RuntimeException((String) null),
                new RuntimeException("\ud800 lone \0"), new InterruptedException("int")};
        for (Throwable each : thrown) {
            names.set("fail", (Callable<Object>) () -> {
                throw sneaky(each);
            });
            Throwable out = Check.throwsKind(Throwable.class, () -> names.exec("fail()"));
            Check.that(out == each, out);
            names.exec(
                    "try:\n  fail()\nexcept BaseException as error:\n  kept = repr(error), str(error)");
        }
        Check.works();
    }

    @Scenario
    static void exceptionsThatCannotTellAboutThemselves() {
        Namespace names = Python.start().newNamespace();
        names.set("fail", (Runnable) () -> {
            throw new Hostile();
        });
        Check.throwsKind(Throwable.class, () -> names.exec("fail()"));
        names.exec("try:\n  fail()\nexcept BaseException as error:\n  pass");
        Check.works();
    }

    @Scenario(on = {SMALL, VIRTUAL})
    static void realStackOverflowInACallback() {
        Namespace names = Python.start().newNamespace();
        names.set("deep", (Runnable) ErrorScenarios::deep);
        Check.throwsKind(StackOverflowError.class, () -> names.exec("deep()"));
        names.exec("try:\n  deep()\nexcept BaseException:\n  pass");
        Check.works();
    }

    private static void deep() {
        deep();
    }

    @Scenario(jvm = "-Xmx64m")
    static void realOutOfMemoryInACallback() {
        Namespace names = Python.start().newNamespace();
        names.set("grow", (Runnable) () -> {
            List<long[]> all = new ArrayList<>();
            while (true) {
                all.add(new long[1 << 16]);
            }
        });
        for (int i = 0; i < 3; i++) {
            Check.throwsKind(OutOfMemoryError.class, () -> names.exec("grow()"));
        }
        Check.works();
    }

    @Scenario(jvm = "-Xmx64m")
    static void memoryErrorsOfPython() {
        Check.raises("MemoryError", () -> Python.start().exec("b'x' * (1 << 62)"));
        Check.throwsKind(Throwable.class,
                () -> Python.start().eval("b'x' * (500 << 20)").as(byte[].class));
        Check.works();
    }

    @Scenario
    static void exceptionsInDestructorsAreTold() {
        Namespace names = Python.start().newNamespace();
        names.set("fail", (Runnable) () -> {
            throw new IllegalStateException("from a destructor");
        });
        names.exec("class A:\n  def __del__(self): fail()\na = A()\ndel a");
        Check.works();
    }

    @Scenario
    static void methodsOfJavaObjectsThatGetTooFewArguments() {
        Namespace names = Python.start().newNamespace();
        names.set("list", new ArrayList<>(List.of(1, 2)));
        names.exec(
                """
                        from java.util import ArrayList, HashMap
                        for wrong in (lambda: list.__contains__(), lambda: ArrayList.__contains__(),
                                      lambda: ArrayList.__contains__(list), lambda: ArrayList.__contains__(5, 1),
                                      lambda: HashMap().__contains__(), lambda: ArrayList.__iter__(),
                                      lambda: ArrayList.__iter__(5), lambda: HashMap.__len__(), lambda: HashMap.__len__(5)):
                            try:
                                raise AssertionError(wrong())
                            except TypeError:
                                pass
                        """);
        Check.works();
    }

    @Scenario(seconds = 60)
    static void causesAndGroupsThatHoldThemselves() {
        Namespace names = Python.start().newNamespace();
        names.exec("""
                class ToyGroup(Exception):
                    pass
                def throw(error): raise error
                a, b = ValueError('a'), ValueError('b')
                a.__cause__, b.__cause__ = b, a
                itself = ToyGroup('itself')
                itself.exceptions = itself, a, itself, 5, None
                a.__context__ = itself
                deep = wide = ToyGroup('leaf')
                for _ in range(100000):
                    outer = ToyGroup('deep')
                    outer.exceptions = deep,
                    deep = outer
                for _ in range(60):
                    outer = ToyGroup('wide')
                    outer.exceptions = wide, wide
                    outer.__cause__ = wide
                    wide = outer
                """);
        for (String each : List.of("a", "itself", "deep", "wide")) {
            PythonException error = Check.throwsKind(PythonException.class,
                    () -> names.exec("throw(" + each + ")"));
            error.printStackTrace(new PrintWriter(Writer.nullWriter()));
        }
        Check.works();
    }

    /** The code that describes errors meets it as well, and so does what describes that. */
    @Scenario
    static void anAuditHookThatAlwaysRaises() {
        Namespace names = Python.start().newNamespace();
        PyObject on = names.eval("""
                import sys
                on = []
                def hook(*event):
                    if on: raise ValueError('not now')
                sys.addaudithook(hook)
                def divide(): 1 / 0
                on
                """);
        PyObject divide = Objects.requireNonNull(names.get("divide"));
        List<Object> list = Objects.requireNonNull(on.as(new TypeRef<List<Object>>() {
        }));
        list.add(1);
        for (int i = 0; i < 3; i++) {
            Check.raises("ValueError", () -> names.eval("1 + 1"));
            Check.raises("ZeroDivisionError", divide::call);
            Check.throwsKind(PythonException.class, () -> names.exec("import json"));
        }
        list.clear();
        Check.works();
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // erased
    private static <T extends Throwable> RuntimeException sneaky(Throwable thrown) throws T {
        throw (T) thrown;
    }

    @Scenario
    static void systemPropertiesThatMakeNoSenseAreRefused() {
        for (String option : List.of("krait.memory.limit=much", "krait.memory.limit=",
                "krait.threads=many", "krait.exit.seconds=-1", "krait.exit.seconds=soon")) {
            String[] parts = option.split("=", -1);
            System.setProperty(parts[0], parts[1]);
            IllegalArgumentException refused = Check.throwsKind(IllegalArgumentException.class,
                    Python::start);
            Check.that(refused.getMessage().startsWith("-D" + option + " is "), refused);
            System.clearProperty(parts[0]);
        }
        Check.works();
    }
}
