package dev.krait.tck.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.krait.PyObject;
import dev.krait.Python;
import dev.krait.TypeRef;
import dev.krait.error.ConversionException;
import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.lang3.math.Fraction;
import org.junit.jupiter.api.Test;

/** Rational numbers both ways. */
class FractionsTest {
    private final Python python = Python.start();

    private PyObject fraction(String arguments) {
        return python.eval("__import__('fractions').Fraction(" + arguments + ")");
    }

    private static String refusal(Runnable action) {
        return String.valueOf(assertThrows(ConversionException.class, action::run).getMessage());
    }

    @Test
    void theyBecomeWhatIsAskedFor() {
        assertEquals(new BigDecimal("-0.375"), fraction("-3, 8").as(BigDecimal.class));
        assertEquals(BigDecimal.valueOf(2), fraction("2").as(BigDecimal.class));
        assertEquals(1 / 3.0, fraction("1, 3").as(double.class));
        assertEquals(Fraction.getFraction(-1, 3), fraction("-1, 3").as(Fraction.class));
        assertEquals(Fraction.getFraction(7, 1), python.eval("7").as(Fraction.class));
        assertInstanceOf(PyObject.class, fraction("1, 3").toJava());
    }

    @Test
    void whatDoesNotFitIsSaid() {
        assertEquals("1/3 has no exact form as java.math.BigDecimal; as double it is rounded",
                refusal(() -> fraction("1, 3").as(BigDecimal.class)));
        assertEquals(
                "1/2147483648 does not fit org.apache.commons.lang3.math.Fraction, whose parts are ints",
                refusal(() -> fraction("1, 2**31").as(Fraction.class)));
        assertEquals("[1]: 1.5 (float) has no form as org.apache.commons.lang3.math.Fraction",
                refusal(() -> List.copyOf(python.eval("[1, 1.5]").as(new TypeRef<List<Fraction>>() {
                }))));
        assertEquals("True (bool) has no form as org.apache.commons.lang3.math.Fraction",
                refusal(() -> python.eval("True").as(Fraction.class)));
        assertThrows(ConversionException.class, () -> fraction("2").as(int.class));
    }

    @Test
    void thoseOfJavaArePythons() {
        PyObject half = python.toPython(Fraction.getFraction(1, 2));
        assertEquals("Fraction(1, 2)", half.invoke("__repr__").toString());
        assertEquals(Fraction.getFraction(3, 4),
                python.eval("lambda a, b: a * b + b").call(half, half).as(Fraction.class));
    }
}
