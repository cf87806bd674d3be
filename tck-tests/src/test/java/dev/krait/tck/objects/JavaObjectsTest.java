package dev.krait.tck.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.krait.MemoryCounters;
import dev.krait.Python;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.script.Invocable;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Runs the Python tests beside this class inside the engine, each as one of its own, then looks for leaks. */
class JavaObjectsTest {
    private static final List<String> FILES = List.of("names.py", "containers.py", "crossing.py",
            "overloads.py", "classes.py", "streams.py", "implementing.py", "errors.py",
            "copying.py", "inspecting.py", "weakly.py", "lookups.py", "badinput.py", "ordering.py",
            "reaching.py");
    private static final int PATIENCE = 100;

    @TestFactory
    Stream<DynamicContainer> javaFromPython() throws IOException, ScriptException {
        List<DynamicContainer> files = new ArrayList<>();
        for (String file : FILES) {
            files.add(dynamicContainer(file, tests(file)));
        }
        return files.stream();
    }

    private static List<DynamicNode> tests(String file) throws IOException, ScriptException {
        ScriptEngine engine = new ScriptEngineManager().getEngineByName("cpython");
        for (String each : List.of("prelude.py", file, "runner.py")) {
            engine.put(ScriptEngine.FILENAME, each);
            engine.eval(source(each));
        }
        List<DynamicNode> tests = new ArrayList<>();
        for (Object each : (List<?>) engine.eval("names()")) {
            String name = each.toString();
            tests.add(dynamicTest(name, () -> assertEquals("", run(engine, name))));
        }
        assertTrue(tests.size() > 4, file);
        tests.add(dynamicTest("nothing is left behind", () -> checkLeaks(engine, file)));
        return tests;
    }

    private static Object run(ScriptEngine engine, String name) throws Exception {
        return ((Invocable) engine).invokeFunction("run", name);
    }

    /** What a file's tests leave is there when they have run; a second time must not add to it. */
    private static void checkLeaks(ScriptEngine engine, String file) throws Exception {
        MemoryCounters before = settled(engine, null);
        ((Invocable) engine).invokeFunction("run_all");
        MemoryCounters after = settled(engine, before);
        assertTrue(after.handles() <= before.handles(),
                () -> file + ": handles " + before.handles() + ", then " + after.handles());
        assertTrue(after.references() <= before.references(), () -> file + ": references "
                + before.references() + ", then " + after.references());
    }

    /** Once the collectors of both sides have done their work, or reached the counts that are expected. */
    private static MemoryCounters settled(ScriptEngine engine, MemoryCounters expected)
            throws Exception {
        Python python = Python.start();
        MemoryCounters counters = python.memory();
        int still = 0;
        for (int i = 0; i < PATIENCE && still < 3; i++) {
            System.gc();
            Thread.sleep(10);
            ((Invocable) engine).invokeFunction("collect");
            MemoryCounters now = python.memory();
            boolean same = now.handles() == counters.handles()
                    && now.references() == counters.references();
            boolean less = expected == null || (now.handles() <= expected.handles()
                    && now.references() <= expected.references());
            still = same && less ? still + 1 : 0;
            counters = now;
        }
        return counters;
    }

    private static String source(String file) throws IOException {
        try (InputStream stream = JavaObjectsTest.class.getResourceAsStream(file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
