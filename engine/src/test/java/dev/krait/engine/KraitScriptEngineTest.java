package dev.krait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.krait.error.PythonException;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.IntUnaryOperator;
import javax.script.Bindings;
import javax.script.Compilable;
import javax.script.CompiledScript;
import javax.script.Invocable;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import org.junit.jupiter.api.Test;

class KraitScriptEngineTest {
    private final ScriptEngine engine = Objects
            .requireNonNull(new ScriptEngineManager().getEngineByName("cpython"));

    @Test
    void evalGivesTheValueOfTheLastExpression() throws ScriptException {
        assertEquals(2, engine.eval("1+1"));
        assertNull(engine.eval("x = 1"));
        assertEquals(5, engine.eval("y = 2\nx + y * 2"));
    }

    @Test
    void functionsAreCalledByName() throws ScriptException, NoSuchMethodException {
        engine.eval("def foo(): return str(1)\ndef add(a, b): return a + b");
        Invocable invocable = (Invocable) engine;
        assertEquals("1", invocable.invokeFunction("foo"));
        assertEquals(9, invocable.invokeFunction("add", 2, 7));
        assertThrows(NoSuchMethodException.class, () -> invocable.invokeFunction("absent"));
    }

    @Test
    void bindingsAreALiveViewOfTheNamespace() throws ScriptException {
        Bindings bindings = engine.getBindings(ScriptContext.ENGINE_SCOPE);
        bindings.put("x", 20);
        assertEquals(21, engine.eval("y = x + 1; y"));
        assertEquals(21, bindings.get("y"));
        engine.eval("del x");
        assertFalse(bindings.containsKey("x"));
        assertEquals(java.util.Set.of("y"), bindings.keySet());
        bindings.remove("y");
        assertTrue(bindings.isEmpty());
        assertThrows(ScriptException.class, () -> engine.eval("y"));
    }

    @Test
    void errorsCarryThePlace() {
        ScriptException error = assertThrows(ScriptException.class,
                () -> engine.eval("def f():\n    raise ValueError('bad')\nf()"));
        assertTrue(String.valueOf(error.getMessage()).startsWith("ValueError: bad"));
        assertEquals(2, error.getLineNumber());
        assertInstanceOf(PythonException.class, error.getCause());
        ScriptException syntax = assertThrows(ScriptException.class, () -> engine.eval("x = = 1"));
        assertEquals(1, syntax.getLineNumber());
        assertEquals(5, syntax.getColumnNumber());
    }

    @Test
    void compiledScriptsRunInTheNamesTheyAreGiven() throws ScriptException {
        CompiledScript script = ((Compilable) engine).compile("n = n + 1\nn");
        engine.put("n", 1);
        assertEquals(2, script.eval());
        assertEquals(3, script.eval());
        Bindings others = engine.createBindings();
        others.put("n", 10);
        assertEquals(11, script.eval(others));
        assertEquals(3, engine.get("n"));
    }

    @Test
    void methodsAndInterfaces() throws Exception {
        engine.eval(
                "class A:\n  def m(self, x): return x * 2\n  def call(self): return 'c'\na = A()\n"
                        + "def applyAsInt(x): return x + 1");
        Invocable invocable = (Invocable) engine;
        assertEquals(42, invocable.invokeMethod(engine.get("a"), "m", 21));
        IntUnaryOperator operator = Objects
                .requireNonNull(invocable.getInterface(IntUnaryOperator.class));
        assertEquals(42, operator.applyAsInt(41));
        assertEquals(44, operator.andThen(operator).andThen(operator).applyAsInt(41));
        assertEquals("c", invocable.getInterface(engine.get("a"), Callable.class).call());
        assertNull(invocable.getInterface(Runnable.class));
    }
}
