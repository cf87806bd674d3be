package dev.krait.tck.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.krait.ClassFilter;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import javax.script.Invocable;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import javax.script.SimpleBindings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Engines with class filters of their own, beside others without. */
class EngineFilterTest {
    private final ScriptEngineManager manager = new ScriptEngineManager();
    private final ScriptEngine free = engine();
    private final ScriptEngine confined = engine();

    private ScriptEngine engine() {
        return manager.getEngineByName("cpython");
    }

    @ParameterizedTest
    @ValueSource(strings = {"from java.util import BitSet", "import java.util.BitSet as B; B()",
            "import java.util\njava.util.BitSet",
            "import krait; krait.java_type('java.util.BitSet')",
            "import importlib; importlib.import_module('java.util.BitSet')()",
            "from java.util import *\nBitSet", "given.getClass()"})
    void restrictedNamesNoClassWhetherOthersHaveNamedItOrNot(String script) throws Exception {
        confined.put("given", new ArrayList<>());
        free.put("given", new ArrayList<>());
        confined.put(ClassFilter.KEY, ClassFilter.restricted());
        for (int i = 0; i < 3; i++) {
            assertThrows(ScriptException.class, () -> confined.eval(script));
            free.eval(script);
        }
        assertEquals(0, confined.eval("given.size()"));
    }

    @Test
    void nestedClassesAreFilteredByTheirNames() throws Exception {
        confined.put(ClassFilter.KEY, (ClassFilter) name -> !name.equals("java.util.Map$Entry"));
        String script = "from java.util import Map\nMap.Entry";
        free.eval(script);
        assertThrows(ScriptException.class, () -> confined.eval(script));
        assertThrows(ScriptException.class,
                () -> confined.eval("import java.util.Map.Entry as E; E.comparingByKey()"));
        confined.eval("import java.util.Map as M; M.of()");
    }

    @Test
    void twoEnginesHaveDifferentFilters() throws Exception {
        ScriptEngine other = engine();
        confined.put(ClassFilter.KEY, (ClassFilter) name -> name.startsWith("java.util."));
        other.put(ClassFilter.KEY, (ClassFilter) name -> name.startsWith("java.time."));
        for (int i = 0; i < 2; i++) {
            confined.eval("from java.util import BitSet; BitSet()");
            other.eval("from java.time import Duration; Duration.ZERO");
            assertThrows(ScriptException.class, () -> other.eval("from java.util import BitSet"));
            assertThrows(ScriptException.class,
                    () -> confined.eval("from java.time import Duration"));
        }
    }

    @Test
    void functionsStayUnderItWhenCalledLaterAndOnOtherThreads() throws Exception {
        confined.put(ClassFilter.KEY, ClassFilter.restricted());
        confined.eval("def named():\n    from java.util import BitSet\n    return BitSet().size()");
        Invocable invocable = (Invocable) confined;
        assertThrows(ScriptException.class, () -> invocable.invokeFunction("named"));
        Named named = invocable.getInterface(Named.class);
        assertThrows(RuntimeException.class, named::named);
        CompletableFuture<Integer> elsewhere = CompletableFuture.supplyAsync(named::named);
        assertThrows(ExecutionException.class, elsewhere::get);
        // a script without limits that reaches it by way of Java changes nothing
        free.put("named", (Supplier<Object>) named::named);
        assertThrows(ScriptException.class, () -> free.eval("named.get()"));
        assertEquals(64, free.eval("from java.util import BitSet\nBitSet().size()"));
    }

    /** What the script implements. */
    public interface Named {
        int named();
    }

    @Test
    void threadsThatAScriptStartsAreUnderItToo() throws Exception {
        confined.put(ClassFilter.KEY, ClassFilter.restricted());
        assertEquals("ImportError", confined.eval("""
                import threading
                seen = []
                def work():
                    try:
                        from java.util import BitSet
                        seen.append('found')
                    except Exception as error:
                        seen.append(type(error).__name__)
                thread = threading.Thread(target=work)
                thread.start()
                thread.join()
                seen[0]
                """));
    }

    @Test
    void itBelongsToTheEngineWhateverBindingsAScriptHas() throws Exception {
        confined.getContext().setAttribute(ClassFilter.KEY, ClassFilter.restricted(),
                ScriptContext.ENGINE_SCOPE);
        String script = "from java.util import BitSet";
        assertThrows(ScriptException.class, () -> confined.eval(script, new SimpleBindings()));
        assertThrows(ScriptException.class, () -> confined.eval(script, confined.createBindings()));
        confined.getBindings(ScriptContext.ENGINE_SCOPE).clear();
        assertThrows(ScriptException.class, () -> confined.eval(script));
        assertThrows(ScriptException.class,
                () -> confined.eval("'dev.krait.classFilter' in globals() or 1 / 0"));
        confined.put(ClassFilter.KEY, null);
        assertNull(confined.get(ClassFilter.KEY));
        confined.eval(script);
    }

    @Test
    void aManagerGivesItToItsEngines() throws Exception {
        ClassFilter filter = ClassFilter.restricted();
        manager.put(ClassFilter.KEY, filter);
        ScriptEngine made = engine();
        assertSame(filter, made.get(ClassFilter.KEY));
        assertThrows(ScriptException.class, () -> made.eval("from java.util import BitSet"));
        free.eval("from java.util import BitSet");
    }

    @Test
    void aScriptUnderItCannotLiftItNorMakeAnEngineWithout() throws Exception {
        confined.put(ClassFilter.KEY, ClassFilter.restricted());
        assertThrows(ScriptException.class,
                () -> confined.eval("engine.put('dev.krait.classFilter', None)"));
        assertThrows(ScriptException.class, () -> confined.eval(
                "engine.getFactory().getScriptEngine().eval('from java.util import BitSet')"));
        assertThrows(IllegalArgumentException.class, () -> free.put(ClassFilter.KEY, "java.util"));
    }

    /** Marks what scripts may use. */
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Scriptable {
    }

    /** Some of its members are for scripts. */
    public static class Account {
        @Scriptable
        public int balance = 3;
        public int limit = 4;

        @Scriptable
        public String owner() {
            return "ada";
        }

        public boolean close() {
            return true;
        }

        public int getRate() {
            return 5;
        }
    }

    @Test
    void aPolicyForMembersHoldsForOneEngine() throws Exception {
        free.put("o", new Account());
        confined.put("o", new Account());
        confined.put(ClassFilter.KEY,
                ClassFilter.all().withMembers(ClassFilter.annotated(Scriptable.class)));
        for (int i = 0; i < 2; i++) {
            assertEquals(List.of("ada", 3), confined.eval("o.owner(), o.balance"));
            for (String refused : List.of("o.close()", "o.limit", "o.limit = 5", "o.rate")) {
                ScriptException error = assertThrows(ScriptException.class,
                        () -> confined.eval(refused), refused);
                assertTrue(error.getMessage().contains("class filter"), error.getMessage());
            }
            assertEquals(List.of(true, 4, 5), free.eval("o.close(), o.limit, o.rate"));
        }
    }
}
