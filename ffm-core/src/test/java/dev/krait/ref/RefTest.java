package dev.krait.ref;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.krait.PyObject;
import dev.krait.Python;
import dev.krait.capi.Memory;
import dev.krait.capi.Statics;
import dev.krait.gil.Gil;
import dev.krait.op.Numbers;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RefTest {
    private static final long FRESH = 1L << 40; // no small int that Python keeps
    private final Python python = Python.start();

    @Test
    void closingGivesTheReferenceBackOnce() {
        Gil.run(() -> {
            long number = Numbers.newInt(FRESH);
            Ref ref = Ref.retaining(number);
            assertEquals(2, Memory.getInt(number));
            ref.close();
            ref.close();
            assertEquals(1, Memory.getInt(number));
            assertThrows(IllegalStateException.class, ref::pointer);
            Counts.release(number);
        });
    }

    @Test
    void countsOfImmortalObjectsStayAsTheyAre() {
        Gil.run(() -> {
            long none = Statics.NONE;
            int before = Memory.getInt(none);
            Counts.release(Counts.retain(none));
            assertEquals(before, Memory.getInt(none));
        });
    }

    @Test
    void objectsTheCollectorTookAreGivenBackByThemselves() throws InterruptedException {
        python.exec("import weakref\nclass Thing: pass\nseen = []");
        PyObject make = python.eval("""
                def make():
                    thing = Thing()
                    weakref.finalize(thing, seen.append, 1)
                    return thing
                make""");
        for (int i = 0; i < 1000; i++) {
            make.call();
        }
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (python.eval("len(seen)").as(Integer.class) < 1000 && System.nanoTime() < deadline) {
            System.gc();
            Thread.sleep(20);
        }
        assertEquals(1000, python.eval("len(seen)").toJava());
    }

    @Test
    void referencesBalanceAfterTenThousandCalls() {
        PyObject f = python.eval("lambda x: [x]");
        long before = python.memory().references();
        for (int i = 0; i < 10_000; i++) {
            f.call(i).close();
        }
        assertTrue(python.memory().references() <= before, () -> before + " -> " + python.memory());
    }
}
