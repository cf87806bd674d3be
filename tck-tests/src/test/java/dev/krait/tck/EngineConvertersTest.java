package dev.krait.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.krait.Converters;
import dev.krait.PyObject;
import dev.krait.Python;
import dev.krait.engine.KraitScriptEngine;
import dev.krait.error.PythonException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.script.CompiledScript;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import javax.script.SimpleBindings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conversion rules that belong to an engine. */
class EngineConvertersTest {
    private final Python python = Python.start();
    private final ScriptEngine engine = Engines.create();
    private final ScriptEngine other = Engines.create();
    private final List<@Nullable Object> seen = new ArrayList<>();

    record Money(long cents) {
        static Money of(PyObject coin) {
            return new Money(coin.attr("worth").as(long.class));
        }
    }

    interface Till {
        Object pay(Money money);
    }

    public static final class Counter {
        public long cents(Money money) {
            return money.cents();
        }
    }

    private Converters money() {
        return python.converters().toPython(Money.class, each -> each.cents() / 100.0)
                .toJava("krait_test_money", "Coin", Money::of);
    }

    private static void rules(ScriptEngine engine, @Nullable Converters converters) {
        ((KraitScriptEngine) engine).setConverters(converters);
    }

    @BeforeEach
    void makeModule() throws ScriptException {
        engine.eval("""
                import sys, types
                if 'krait_test_money' not in sys.modules:
                    module = types.ModuleType('krait_test_money')
                    class Coin:
                        def __init__(self, worth): self.worth = worth
                    class Dime(Coin): pass
                    module.Coin, module.Dime = Coin, Dime
                    sys.modules['krait_test_money'] = module
                """);
        for (ScriptEngine each : List.of(engine, other)) {
            each.eval("from krait_test_money import Coin, Dime");
            each.put("note", (Function<Object, Object>) value -> {
                seen.add(value);
                return value;
            });
        }
        rules(engine, money());
    }

    @Test
    void theyHoldInTheirEngineOnly() throws Exception {
        assertEquals(new Money(5), engine.eval("Coin(5)"));
        assertInstanceOf(PyObject.class, other.eval("Coin(5)"));
        engine.put("price", new Money(150));
        other.put("price", new Money(150));
        assertEquals(1.5, engine.eval("price"));
        assertEquals(new Money(150), other.eval("price"));
        assertInstanceOf(PyObject.class,
                python.eval("__import__('krait_test_money').Coin(5)").toJava());
    }

    @Test
    void twoEnginesHaveDifferentOnes() throws Exception {
        rules(other, python.converters().toJava("krait_test_money", "Coin",
                coin -> coin.attr("worth").as(int.class) + " cents"));
        assertEquals("5 cents", other.eval("Coin(5)"));
        assertEquals(new Money(5), engine.eval("Coin(5)"));
        assertEquals("7 cents", other.eval("Dime(7)"));
    }

    @Test
    void subclassesTakeTheRuleOfTheNearestType() throws Exception {
        rules(engine, money().toJava("krait_test_money", "Dime", _ -> "a dime"));
        assertEquals("a dime", engine.eval("class Worn(Dime): pass\nWorn(1)"));
        assertEquals(new Money(1), engine.eval("class Gold(Coin): pass\nGold(1)"));
    }

    @Test
    void theyReachBindingsFunctionsMethodsAndInterfaces() throws Exception {
        engine.eval("def pay(money): return Dime(int(money * 100) + 1)\nsmall = Coin(1)");
        assertEquals(new Money(1), engine.get("small"));
        assertEquals(new Money(1), Engines.invocable(engine).invokeFunction("pay", new Money(0)));
        Till till = Objects.requireNonNull(Engines.invocable(engine).getInterface(Till.class));
        assertEquals(new Money(201), till.pay(new Money(200)));
        engine.put("counter", new Counter());
        assertEquals(12, engine.eval("counter.cents(Coin(12))"));
        other.put("counter", new Counter());
        ScriptException refused = Engines.failure(other, "counter.cents(Coin(12))");
        assertEquals("TypeError",
                assertInstanceOf(PythonException.class, refused.getCause()).typeName());
    }

    @Test
    void theyReachBindingsOfAHostAndCompiledScripts() throws Exception {
        SimpleBindings bindings = new SimpleBindings();
        bindings.put("price", new Money(250));
        assertEquals(2.5, engine.eval("price", bindings));
        CompiledScript script = Engines.compilable(engine)
                .compile("from krait_test_money import Coin\nchange = Coin(3)\nchange");
        assertEquals(new Money(3), script.eval(bindings));
        assertEquals(new Money(3), bindings.get("change"));
    }

    @Test
    void functionsAndViewsThatJavaKeepsHaveThemOnAnyThread() throws Exception {
        engine.eval("def make(money): return Coin(int(money * 100))");
        PyObject make = (PyObject) Objects.requireNonNull(engine.get("make"));
        List<?> coins = (List<?>) Objects.requireNonNull(engine.eval("[Coin(1), Dime(2)]"));
        Map<?, ?> named = (Map<?, ?>) Objects.requireNonNull(engine.eval("{'a': Coin(9)}"));
        assertEquals(new Money(40), make.callAs(Object.class, new Money(40)));
        try (ExecutorService pool = Executors.newFixedThreadPool(1)) {
            Future<@Nullable Object> made = pool
                    .submit(() -> make.callAs(Object.class, new Money(60)));
            assertEquals(new Money(60), made.get());
            Future<?> read = pool.submit((Callable<Object>) () -> List.copyOf(coins));
            assertEquals(List.of(new Money(1), new Money(2)), read.get());
            assertEquals(new Money(9), pool.submit((Callable<Object>) () -> named.get("a")).get());
        }
        assertInstanceOf(PyObject.class, other.eval("Coin(5)"));
    }

    @Test
    void callbacksOnOtherThreadsOfJavaAndPythonHaveThem() throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(1)) {
            engine.put("pool", pool);
            engine.eval("""
                    import threading
                    thread = threading.Thread(target=lambda: note(Coin(1)))
                    thread.start()
                    thread.join()
                    pool.submit(lambda: note(Coin(2))).get()
                    """);
            UnaryOperator<Object> later = as(UnaryOperator.class, engine.eval("lambda c: Coin(3)"));
            Future<Object> third = pool.submit(() -> later.apply(new Money(1)));
            seen.add(third.get());
        }
        assertEquals(List.of(new Money(1), new Money(2), new Money(3)), seen);
    }

    @SuppressWarnings("unchecked") // of objects
    private static UnaryOperator<Object> as(Class<?> type, @Nullable Object function) {
        return (UnaryOperator<Object>) Objects
                .requireNonNull(((PyObject) Objects.requireNonNull(function)).as(type));
    }

    @Test
    void anEngineWithinAnotherHasItsOwnAndTheOuterItsAgain() throws Exception {
        engine.put("other", other);
        engine.eval("""
                note(Coin(1))
                other.eval('note(Coin(2))')
                note(Coin(3))
                """);
        assertEquals(new Money(1), seen.get(0));
        assertInstanceOf(PyObject.class, seen.get(1));
        assertEquals(new Money(3), seen.get(2));
    }

    @Test
    void aUseGoesBeforeTheEnginesAndTheEnginesHoldWhereItHasNone() throws Exception {
        Converters texts = python.converters().toJava("krait_test_money", "Dime", _ -> "used");
        try (Converters.Use _ = texts.use()) {
            assertEquals("used", engine.eval("Dime(1)"));
            assertEquals(new Money(1), engine.eval("Coin(1)"));
            assertEquals("used", other.eval("Dime(1)"));
            assertInstanceOf(PyObject.class, other.eval("Coin(1)"));
        }
        assertEquals(new Money(1), engine.eval("Dime(1)"));
        assertInstanceOf(PyObject.class, other.eval("Dime(1)"));
    }

    @Test
    void aUseBegunWhileAScriptRunsEndsWithTheScriptAtTheLatest() throws Exception {
        Converters texts = python.converters().toJava("krait_test_money", "Dime", _ -> "used");
        List<Converters.Use> uses = new ArrayList<>();
        engine.put("begin", (Runnable) () -> uses.add(texts.use()));
        engine.put("end", (Runnable) () -> uses.removeLast().close());
        engine.eval("""
                begin()
                note(Dime(1))
                note(Coin(2))
                end()
                note(Dime(3))
                begin()
                """);
        assertEquals(List.of("used", new Money(2), new Money(3)), seen);
        assertInstanceOf(PyObject.class,
                python.eval("__import__('krait_test_money').Dime(5)").toJava());
        uses.removeLast().close();
        assertInstanceOf(PyObject.class,
                python.eval("__import__('krait_test_money').Dime(5)").toJava());
        assertEquals(new Money(4), engine.eval("Dime(4)"));
    }

    @Test
    void theyAreLeftWithAnExceptionAndTakenAwayWithNull() throws Exception {
        assertThrows(ScriptException.class, () -> engine.eval("1/0"));
        PyObject coin = python.eval("__import__('krait_test_money').Coin(5)");
        assertInstanceOf(PyObject.class, coin.toJava());
        assertEquals(new Money(5), engine.eval("Coin(5)"));
        rules(engine, null);
        assertNull(((KraitScriptEngine) engine).getConverters());
        assertInstanceOf(PyObject.class, engine.eval("Coin(5)"));
        engine.eval("f = lambda: Coin(6)");
        PyObject f = (PyObject) Objects.requireNonNull(engine.get("f"));
        rules(engine, money());
        assertEquals(new Money(6), f.callAs(Object.class));
    }

    @Test
    void whatARuleThrowsComesOut() throws Exception {
        IllegalStateException refusal = new IllegalStateException("no coins");
        rules(engine, python.converters().toJava("krait_test_money", "Coin", _ -> {
            throw refusal;
        }).toPython(Money.class, _ -> {
            throw refusal;
        }));
        ScriptException failed = Engines.failure(engine, "Coin(1)");
        assertSame(refusal, failed.getCause());
        assertSame(refusal,
                assertThrows(IllegalStateException.class, () -> engine.put("money", new Money(1))));
        assertEquals("no coins", engine.eval("""
                try:
                    note(Coin(1))
                except Exception as refused:
                    text = refused.getMessage()
                text
                """));
        rules(engine, money());
        assertEquals(new Money(1), engine.eval("Coin(1)"));
    }

    @Test
    void theRuleAddedLastGoesFirstForAJavaClass() throws Exception {
        rules(engine, money().toPython(Record.class, _ -> "a record"));
        engine.put("price", new Money(1));
        assertEquals("a record", engine.eval("price"));
    }

    @Test
    void aRuleForAWantedClassServesMethodsAndInterfaces() throws Exception {
        rules(engine, python.converters().toJava(Money.class,
                text -> new Money(Long.parseLong(text.as(String.class)))));
        engine.put("counter", new Counter());
        assertEquals(17, engine.eval("counter.cents('17')"));
        assertEquals("17", engine.eval("'17'"));
        ScriptException failed = Engines.failure(engine, "counter.cents('many')");
        assertInstanceOf(NumberFormatException.class, failed.getCause());
    }
}
