package dev.krait.convert.target;

import dev.krait.capi.ImportApi;
import dev.krait.capi.Layout;
import dev.krait.capi.Statics;
import dev.krait.convert.Conversion;
import dev.krait.convert.Integers;
import dev.krait.convert.Unfit;
import dev.krait.error.ConversionException;
import dev.krait.gil.Attachment;
import dev.krait.op.Attributes;
import dev.krait.op.Calls;
import dev.krait.op.Names;
import dev.krait.op.Numbers;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;
import org.apache.commons.lang3.math.Fraction;
import org.jspecify.annotations.Nullable;

/**
 * What has a numerator and a denominator, as Python's {@code numbers.Rational} has them: {@code fractions.Fraction}, and
 * those of other libraries.
 */
final class Rationals {
    private Rationals() {}

    /** A rational number in whole ones. */
    private record Parts(BigInteger numerator, BigInteger denominator) {
        @Override
        public String toString() {
            return numerator + "/" + denominator;
        }
    }

    static void addTo(Conversion conversion) {
        conversion.addTarget(Fraction.class, (_, _) -> Rationals::fraction);
    }

    static void addValues(Conversion conversion) {
        conversion.add(Fraction.class, (thread, value) -> newFraction(thread, (Fraction) value));
    }

    /** The very value as a decimal; null for what is no rational number. */
    static @Nullable BigDecimal decimal(Attachment thread, long object) {
        Parts parts = parts(thread, object);
        if (parts == null) {
            return null;
        }
        try {
            return new BigDecimal(parts.numerator).divide(new BigDecimal(parts.denominator));
        } catch (ArithmeticException endless) {
            throw new ConversionException(
                    parts + " has no exact form as java.math.BigDecimal; as double it is rounded");
        }
    }

    private static Object fraction(Attachment thread, long object) {
        Parts parts = Layout.typeOf(object) == Statics.BOOL ? null : parts(thread, object);
        if (parts == null) {
            throw Unfit.form(thread, object, Fraction.class);
        }
        try {
            return Fraction.getFraction(parts.numerator.intValueExact(),
                    parts.denominator.intValueExact());
        } catch (ArithmeticException large) {
            throw new ConversionException(
                    parts + " does not fit " + Fraction.class.getName() + ", whose parts are ints");
        }
    }

    private static @Nullable Parts parts(Attachment thread, long object) {
        BigInteger numerator = part(thread, object, "numerator");
        BigInteger denominator = numerator == null ? null : part(thread, object, "denominator");
        return denominator == null
                ? null
                : new Parts(Objects.requireNonNull(numerator), denominator);
    }

    private static @Nullable BigInteger part(Attachment thread, long object, String name) {
        long part = Attributes.find(thread, object, name);
        try {
            return part == 0
                    ? null
                    : new BigInteger(Integers.read(thread, part, BigInteger.class).toString());
        } catch (ConversionException other) {
            return null;
        } finally {
            Counts.releaseIfAny(part);
        }
    }

    /** {@code fractions.Fraction(numerator, denominator)}: owned. */
    private static long newFraction(Attachment thread, Fraction value) {
        long name = Names.newName(thread, "fractions");
        long module = 0;
        long type = 0;
        long numerator = 0;
        long denominator = 0;
        try {
            module = Raise.check(ImportApi.importModule(name));
            type = Attributes.get(thread, module, "Fraction");
            numerator = Numbers.newInt(value.getNumerator());
            denominator = Numbers.newInt(value.getDenominator());
            return Calls.call(thread, type, numerator, denominator);
        } finally {
            Counts.release(name);
            Counts.releaseIfAny(module);
            Counts.releaseIfAny(type);
            Counts.releaseIfAny(numerator);
            Counts.releaseIfAny(denominator);
        }
    }
}
