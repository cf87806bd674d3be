package dev.krait.tck.crash;

import static dev.krait.tck.crash.Where.MAIN;
import static dev.krait.tck.crash.Where.THREAD;
import static dev.krait.tck.crash.Where.TINY;
import static dev.krait.tck.crash.Where.VIRTUAL;

import dev.krait.Hold;
import dev.krait.Namespace;
import dev.krait.PyObject;
import dev.krait.Python;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Threads whose stacks leave no room for C code, or none for Java when C calls it. */
final class TinyStackScenarios {
    private static final List<String> DEMANDING = List.of("import json, decimal, asyncio, email",
            "def f(n): return f(n + 1)\ntry: f(0)\nexcept RecursionError: pass",
            "x = []\nfor i in range(10000): x = [x]\ntry: repr(x)\nexcept RecursionError: pass",
            "try: eval('(' * 150 + '1' + ')' * 150)\nexcept MemoryError: pass",
            "import re\nre.match('(a|b)*c', 'ab' * 5000)",
            "class A:\n  def __del__(self): java(self)\na = A()\ndel a",
            "try: fail(1)\nexcept ArithmeticError: pass",
            "assert sorted([3, 1, 2], key=java) == [1, 2, 3]",
            "from java.util import ArrayList\nassert sorted(ArrayList([3, 1, 2])) == [1, 2, 3]");

    private TinyStackScenarios() {}

    @Scenario(on = TINY)
    static void threadsOfJavaWithTinyStacksCallPython() {
        demand();
    }

    @Scenario(on = {MAIN, THREAD, VIRTUAL}, jvm = "-Xss200k")
    static void soDoThoseOfAWholeJvm() {
        demand();
    }

    private static void demand() {
        Namespace names = Python.start().newNamespace();
        Thread caller = Thread.currentThread();
        names.set("java", (Function<Object, Object>) value -> {
            Check.that(Thread.currentThread().equals(caller), "a callback on another thread");
            return value;
        });
        names.set("fail", (Function<Object, Object>) _ -> {
            throw new ArithmeticException("asked for");
        });
        for (String each : DEMANDING) {
            names.exec(each);
        }
        names.exec("def again(n): return more(n + 1)");
        PyObject again = Objects.requireNonNull(names.get("again"));
        names.set("more", (Function<Object, Object>) again::call);
        Check.raises("RecursionError", () -> again.call(0));
        if (!caller.isVirtual()) {
            try (Hold hold = Python.start().hold()) {
                Check.that(names.eval("6 * 7").as(Integer.class) == 42, hold);
            }
        }
        Check.works();
    }

    @Scenario
    static void threadsOfPythonThatAskForLittleCallJava() {
        Namespace names = Python.start().newNamespace();
        names.set("text", (Function<Object, Object>) String::valueOf);
        names.exec("""
                import _thread, threading
                told = []
                def work():
                    from java.util import ArrayList
                    told.append(text(sorted(ArrayList([3, 1, 2]))))
                for module in _thread, threading:
                    for size in 32768, 65536, 131072, 300000, 1 << 20, 0:
                        module.stack_size(size)
                        thread = threading.Thread(target=work)
                        thread.start()
                        thread.join()
                        assert told.pop() == '[1, 2, 3]', size
                for wrong in 1, 32767, -1:
                    try:
                        threading.stack_size(wrong)
                        told.append(wrong)
                    except ValueError:
                        pass
                assert told == [], told
                """);
        Check.works();
    }
}
