package dev.krait.tck.hosts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.script.Bindings;
import javax.script.Compilable;
import javax.script.CompiledScript;
import javax.script.Invocable;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import javax.script.SimpleBindings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What JMeter, NiFi and Log4j do with an engine, done without them: they are too large for a test. */
@DisplayName("Hosts: the ways of JMeter, NiFi and Log4j")
class PatternsTest {
    private static final int THREADS = 6;
    private static final int SAMPLES = 30;
    private final ScriptEngineManager manager = new ScriptEngineManager();

    @Test
    @DisplayName("JMeter: an engine for each sample, the script compiled once and cached, vars, props and args bound")
    void sampler() throws Exception {
        Map<String, CompiledScript> cache = new ConcurrentHashMap<>();
        Properties shared = new Properties();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Object>> ends = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                String label = "thread-" + i;
                ends.add(threads.submit(() -> samples(label, cache, shared)));
            }
            for (Future<Object> end : ends) {
                end.get();
            }
        }
        assertEquals(THREADS, shared.size());
    }

    private Object samples(String label, Map<String, CompiledScript> cache, Properties shared)
            throws ScriptException {
        Map<String, String> vars = new HashMap<>();
        for (int i = 0; i < SAMPLES; i++) {
            ScriptEngine engine = manager.getEngineByName("python");
            Bindings bindings = engine.createBindings();
            bindings.put("vars", vars);
            bindings.put("props", shared);
            bindings.put("args", new String[]{"run", Integer.toString(i)});
            bindings.put("Label", label);
            CompiledScript script = cache.computeIfAbsent("sample", _ -> compiled(engine, """
                    import json
                    def last(): return args[len(args) - 1]
                    vars.put('seen', Label + '/' + last())
                    props.put(Label, json.dumps(list(args)))
                    int(last())
                    """));
            assertEquals(i, script.eval(bindings));
            assertEquals(label + "/" + i, vars.get("seen"));
        }
        return shared.get(label);
    }

    private static CompiledScript compiled(ScriptEngine engine, String script) {
        try {
            return ((Compilable) engine).compile(script);
        } catch (ScriptException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** A part of a host with many methods, some of which a script leaves to their defaults. */
    public interface Processor {
        void initialize(Object context);

        Set<String> getRelationships();

        List<String> validate(Object context);

        String getIdentifier();

        void onTrigger(Object context, Callable<String> session) throws Exception;

        default boolean isStateful() {
            return false;
        }
    }

    @Test
    @DisplayName("NiFi: SimpleBindings as ENGINE_SCOPE, an object of the script serves a whole interface")
    void processor() throws Exception {
        ScriptEngine engine = manager.getEngineByExtension("py");
        Bindings bindings = new SimpleBindings();
        bindings.put("REL_SUCCESS", "success");
        engine.setBindings(bindings, ScriptContext.ENGINE_SCOPE);
        engine.eval("""
                class Upper:
                    def initialize(self, context): self.seen = []
                    def getRelationships(self): return {REL_SUCCESS}
                    def validate(self, context): return []
                    def getIdentifier(self): return 'upper'
                    def onTrigger(self, context, session): self.seen.append(session().upper())
                processor = Upper()
                """);
        Processor processor = ((Invocable) engine).getInterface(engine.get("processor"),
                Processor.class);
        processor.initialize(new Object());
        processor.onTrigger(null, () -> "one");
        processor.onTrigger(null, () -> "two");
        assertEquals(Set.of("success"), processor.getRelationships());
        assertEquals(List.of(), processor.validate(null));
        assertEquals("upper", processor.getIdentifier());
        assertFalse(processor.isStateful());
        assertEquals(List.of("ONE", "TWO"), engine.eval("processor.seen"));
        assertEquals(Set.of("REL_SUCCESS", "Upper", "processor"), bindings.keySet());
    }

    @Test
    @DisplayName("Log4j: a filter compiled once, run with a copy of the engine's names beside the event")
    void filter() throws ScriptException {
        ScriptEngine engine = manager.getEngineByName("python");
        engine.put("threshold", 3);
        CompiledScript filter = ((Compilable) engine)
                .compile("level >= threshold and 'secret' not in text");
        List<Object> passed = new ArrayList<>();
        for (String text : List.of("open", "secret")) {
            for (int level = 2; level < 5; level++) {
                Bindings bindings = new SimpleBindings();
                bindings.putAll(engine.getBindings(ScriptContext.ENGINE_SCOPE));
                bindings.put("level", level);
                bindings.put("text", text);
                if (Boolean.TRUE.equals(filter.eval(bindings))) {
                    passed.add(text + level);
                }
            }
        }
        assertEquals(List.of("open3", "open4"), passed);
    }
}
