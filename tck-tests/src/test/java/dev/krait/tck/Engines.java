package dev.krait.tck;

import java.util.Objects;
import javax.script.Compilable;
import javax.script.Invocable;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import org.junit.jupiter.api.Assertions;

/** Engines for the tests, looked up as a host does. */
final class Engines {
    private Engines() {}

    static ScriptEngine create() {
        return Objects.requireNonNull(new ScriptEngineManager().getEngineByName("cpython"));
    }

    static Invocable invocable(ScriptEngine engine) {
        return (Invocable) engine;
    }

    static Compilable compilable(ScriptEngine engine) {
        return (Compilable) engine;
    }

    /** The error a script ends with. */
    static ScriptException failure(ScriptEngine engine, String script) {
        return Assertions.assertThrows(ScriptException.class, () -> engine.eval(script));
    }
}
