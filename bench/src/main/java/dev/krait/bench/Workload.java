package dev.krait.bench;

import dev.krait.PyObject;
import dev.krait.Python;
import dev.krait.capi.DictApi;
import dev.krait.capi.ImportApi;
import dev.krait.capi.Memory;
import dev.krait.capi.UnicodeApi;
import dev.krait.gil.Gil;
import dev.krait.op.Attributes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.LongSupplier;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;

/** The Python side of the rows, once for the direct API and once for an engine. */
final class Workload {
    static final String SOURCE = resource("workloads.py");

    private Workload() {}

    static PyObject function(String name) {
        Python python = Python.start();
        if (python.main().get(name) == null) {
            python.exec(SOURCE);
        }
        return Objects.requireNonNull(python.main().get(name), name);
    }

    /** A pointer that is never given back, for the floors. */
    static long pointer(String name) {
        function(name);
        Python python = Python.start();
        return Gil.call(thread -> Attributes.get(thread, address(python.main().module()), name));
    }

    /** The address of an object that somebody else keeps. */
    static long address(PyObject object) {
        return Objects.requireNonNull(
                Python.start().importModule("builtins").attr("id").callAs(Long.class, object));
    }

    /** Binds what bare downcalls made to a name, and gives it as an object of the direct API. */
    static PyObject bind(String name, LongSupplier made) {
        Python python = Python.start();
        long module = address(python.main().module());
        Gil.run(() -> DictApi.setItem(ImportApi.moduleDict(module),
                UnicodeApi.internFromString(Memory.textForEver(name)), made.getAsLong()));
        return Objects.requireNonNull(python.main().get(name), name);
    }

    static ScriptEngine engine() {
        ScriptEngine engine = new ScriptEngineManager().getEngineByName("cpython");
        try {
            engine.eval(SOURCE);
        } catch (ScriptException impossible) {
            throw new AssertionError(impossible);
        }
        return engine;
    }

    static String resource(String name) {
        try (InputStream stream = Workload.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
