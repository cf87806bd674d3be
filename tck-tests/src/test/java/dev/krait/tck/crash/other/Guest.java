package dev.krait.tck.crash.other;

import dev.krait.Namespace;
import dev.krait.Python;
import dev.krait.error.PythonException;
import java.util.concurrent.Callable;
import java.util.function.IntBinaryOperator;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;

/** What an application does whose class loader comes and goes. */
public final class Guest implements Callable<String> {
    /** Made by reflection. */
    public Guest() {}

    @Override
    public String call() throws Exception {
        Python python = Python.start();
        try (Namespace names = python.newNamespace()) {
            names.set("plus", (IntBinaryOperator) Integer::sum);
            names.exec("assert plus(1, 2) == 3");
            try {
                names.exec("1 / 0");
                throw new AssertionError("no error");
            } catch (PythonException divided) {
                // as it should be
            }
        }
        ScriptEngine engine = new ScriptEngineManager(Guest.class.getClassLoader())
                .getEngineByName("cpython");
        engine.put("plus", (IntBinaryOperator) Integer::sum);
        engine.eval("import functools, sys\nsys.guest = 'shared'");
        return engine.eval("str(functools.reduce(plus, range(100))) + ' ' + sys.guest").toString();
    }
}
