package dev.krait.tck.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.krait.tck.crash.OwnJvm.Outcome;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every scenario in a JVM of its own with default flags: it ends as it says, and leaves no crash log.
 *
 * <p>{@code -Dkrait.crash=text} runs only those whose name contains the text.
 */
class CrashTest {
    private static final List<Class<?>> SCENARIOS = List.of(StackScenarios.class,
            TinyStackScenarios.class, OwnThreadScenarios.class, RecursionScenarios.class,
            DepthScenarios.class, SlotScenarios.class, NestingScenarios.class, ExitScenarios.class,
            SignalScenarios.class, ForkScenarios.class, StopScenarios.class, ErrorScenarios.class,
            ThreadScenarios.class, EngineScenarios.class, MemoryScenarios.class);

    @TempDir
    Path folders;

    @TestFactory
    Stream<DynamicContainer> theJvmLives() {
        List<DynamicContainer> all = SCENARIOS.stream()
                .map(type -> dynamicContainer(type.getSimpleName(), tests(type).toList())).toList();
        return all.stream();
    }

    /** As many at once as there are processors; each test waits for its own. */
    private final ExecutorService starters = Executors
            .newFixedThreadPool(Runtime.getRuntime().availableProcessors());

    @AfterEach
    void end() {
        starters.shutdownNow();
    }

    private Stream<DynamicTest> tests(Class<?> type) {
        String wanted = System.getProperty("krait.crash", "");
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Scenario.class))
                .sorted(Comparator.comparing(Method::getName))
                .flatMap(method -> Arrays.stream(method.getAnnotation(Scenario.class).on())
                        .filter(where -> name(method, where).contains(wanted))
                        .map(where -> test(method, where)));
    }

    private static String name(Method method, Where where) {
        return method.getName() + " " + where;
    }

    private DynamicTest test(Method method, Where where) {
        Future<Outcome> started = starters.submit(() -> run(method, where));
        return dynamicTest(name(method, where),
                () -> check(method.getAnnotation(Scenario.class), started.get()));
    }

    private Outcome run(Method method, Where where) throws IOException, InterruptedException {
        Scenario scenario = method.getAnnotation(Scenario.class);
        Path folder = Files.createTempDirectory(folders, "jvm");
        return new OwnJvm(folder).run(scenario.seconds(), List.of(scenario.jvm()),
                ScenarioMain.class.getName(), method.getDeclaringClass().getName(),
                method.getName(), where.name());
    }

    private static void check(Scenario scenario, Outcome outcome) {
        Assumptions.assumeFalse(outcome.exit() == ScenarioMain.SKIPPED, outcome::output);
        assertFalse(outcome.crashed(), outcome::toString);
        assertEquals(scenario.exit(), outcome.exit(), outcome::toString);
        for (String text : scenario.prints()) {
            assertTrue(outcome.output().contains(text),
                    () -> "not printed: " + text + "\n" + outcome);
        }
        for (String text : scenario.tells()) {
            assertTrue(outcome.errors().contains(text), () -> "not told: " + text + "\n" + outcome);
        }
    }
}
