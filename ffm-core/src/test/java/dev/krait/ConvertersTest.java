package dev.krait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ConvertersTest {
    private final Python python = Python.start();

    record Money(long cents) {}

    @Test
    void rulesHoldWhileTheyAreInUse() {
        Converters money = python.converters().toPython(Money.class, each -> each.cents() / 100.0)
                .toJava("fractions", "Fraction",
                        each -> new Money(100 * each.attr("numerator").as(long.class)
                                / each.attr("denominator").as(long.class)));
        python.exec("import fractions\nclass Half(fractions.Fraction): pass");
        PyObject half = python.eval("Half(1, 2)");
        PyObject same = python.eval("lambda x: x");
        try (Converters.Use _ = money.use()) {
            assertEquals(new Money(50), half.toJava());
            assertEquals(new Money(50), half.as(Money.class));
            assertEquals(List.of(new Money(50)), python.eval("[Half(1, 2)]").toJava());
            assertEquals(Map.of("a", new Money(100)),
                    python.eval("{'a': fractions.Fraction(1)}").as(Map.class));
            assertEquals(1.5, same.callAs(Object.class, new Money(150)));
        }
        assertInstanceOf(PyObject.class, half.toJava());
    }

    @Test
    void aRuleForACommonTypeGoesBeforeTheFastPath() {
        Converters shouting = python.converters().toJava(python.eval("str"),
                text -> text.toJava() + "!");
        try (Converters.Use _ = shouting.use()) {
            assertEquals("a!", python.eval("'a'").toJava());
            assertEquals("a", python.eval("'a'").as(String.class));
        }
        assertEquals("a", python.eval("'a'").toJava());
    }

    @Test
    void usesNestAndEndWithExceptionsToo() throws InterruptedException {
        PyObject seven = python.eval("7");
        Converters ten = python.converters().toJava(python.eval("int"),
                each -> 10 * each.as(int.class));
        Converters failing = python.converters().toJava(python.eval("int"), each -> {
            throw new IllegalStateException("no");
        });
        AtomicReference<Object> elsewhere = new AtomicReference<>();
        try (Converters.Use outer = ten.use()) {
            assertThrows(IllegalStateException.class, () -> {
                try (Converters.Use _ = failing.use()) {
                    seven.toJava();
                }
            });
            assertEquals(70, seven.toJava());
            Thread other = new Thread(() -> {
                elsewhere.set(seven.toJava());
                assertThrows(IllegalStateException.class, outer::close);
            });
            other.start();
            other.join();
        }
        assertEquals(7, elsewhere.get());
        assertEquals(7, seven.toJava());
    }

    @Test
    void aListKeepsTheRulesItWasMadeUnder() {
        Converters absent = python.converters().toJava(python.eval("type(None)"), each -> "none");
        Object list;
        try (Converters.Use _ = absent.use()) {
            list = python.eval("[1, 2.5]").toJava();
        }
        assertEquals(Arrays.asList(1, 2.5), list);
    }
}
