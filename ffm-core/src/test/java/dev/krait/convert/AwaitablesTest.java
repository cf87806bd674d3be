package dev.krait.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.krait.Python;
import dev.krait.TypeRef;
import dev.krait.error.ConversionException;
import dev.krait.error.PythonException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AwaitablesTest {
    private static final TypeRef<CompletableFuture<Long>> LATER = new TypeRef<>() {
    };
    private final Python python = Python.start();

    AwaitablesTest() {
        python.exec("""
                import asyncio, concurrent.futures
                seen = []
                async def five():
                    await asyncio.sleep(0.001)
                    return 5
                async def fails():
                    raise ValueError('bad')
                async def waits():
                    try:
                        await asyncio.sleep(30)
                    finally:
                        seen.append('ended')
                """);
    }

    /** A stage that gives its answer by itself. */
    interface Service {
        CompletionStage<Long> five();
    }

    private CompletableFuture<Long> start(String expression) {
        return Objects.requireNonNull(python.eval(expression).as(LATER));
    }

    private static <T> T get(Future<T> future) throws Exception {
        return future.get(20, TimeUnit.SECONDS);
    }

    @Test
    void aCoroutineRunsAndItsResultIsConverted() throws Exception {
        assertEquals(5L, get(start("five()")));
        assertEquals(5.0, get(Objects
                .requireNonNull(python.eval("five()").as(new TypeRef<CompletableFuture<Double>>() {
                }))));
    }

    @Test
    void whatDependsOnAResultMayWaitForAnother() throws Exception {
        Future<Long> sum = start("five()").thenApply(five -> five + start("five()").join());
        assertEquals(10L, get(sum));
    }

    @Test
    void itsExceptionIsTheStages() {
        Future<Long> failed = start("fails()");
        ExecutionException thrown = assertThrows(ExecutionException.class, () -> get(failed));
        assertEquals("ValueError: bad",
                assertInstanceOf(PythonException.class, thrown.getCause()).getMessage());
    }

    @Test
    void aResultOfAnotherTypeEndsTheStage() {
        Future<String> failed = Objects
                .requireNonNull(python.eval("five()").as(new TypeRef<CompletableFuture<String>>() {
                }));
        ExecutionException thrown = assertThrows(ExecutionException.class, () -> get(failed));
        assertInstanceOf(ConversionException.class, thrown.getCause());
    }

    @Test
    void cancellingGoesToTheCoroutine() throws Exception {
        Future<Long> future = start("waits()");
        Thread.sleep(50);
        assertTrue(future.cancel(true));
        for (int i = 0; i < 200 && python.eval("not seen").isTrue(); i++) {
            Thread.sleep(10);
        }
        assertEquals("['ended']", python.eval("seen").toString());
    }

    @Test
    void aFutureOfAThreadPoolIsAStageToo() throws Exception {
        assertEquals(7L, get(start("concurrent.futures.ThreadPoolExecutor(1).submit(lambda: 7)")));
    }

    @Test
    void methodsThatAreCoroutinesServeInterfaces() throws Exception {
        Service service = Objects.requireNonNull(
                python.eval("type('S', (), {'five': lambda self: five()})()").as(Service.class));
        assertEquals(5L, get(service.five().toCompletableFuture()));
    }

    @Test
    void whatCannotBeAwaitedIsRefused() {
        assertThrows(ConversionException.class, () -> start("5"));
    }
}
