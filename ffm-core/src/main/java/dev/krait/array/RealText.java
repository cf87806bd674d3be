package dev.krait.array;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.apache.commons.lang3.StringUtils;

/** How the reals of one array are printed: as many digits as they need, eight after the point at most. */
final class RealText {
    private static final int PRECISION = 8;
    private static final double SMALL = 1e-4;
    private static final double SPREAD = 1000;
    private static final double LARGE_ALONE = 1e16;
    private final boolean scientific;
    private final boolean signed;
    private int left;
    private int right;
    private int specialWidth;

    private RealText(boolean scientific, boolean signed) {
        this.scientific = scientific;
        this.signed = signed;
    }

    /**
     * A form for numbers.
     *
     * @param bytes of an element: the less precise, the earlier exponents are shown
     * @param signed whether positive numbers have a sign too
     */
    static RealText of(List<Number> values, int bytes, boolean signed) {
        double large = bytes == Double.BYTES ? 1e8 : bytes == Float.BYTES ? 1e6 : 1e3;
        double[] sizes = values.stream().mapToDouble(each -> Math.abs(each.doubleValue()))
                .filter(each -> each != 0 && Double.isFinite(each)).sorted().toArray();
        boolean scientific = sizes.length > 0 && (sizes[sizes.length - 1] >= large
                || sizes[0] < SMALL || sizes[sizes.length - 1] / sizes[0] > SPREAD);
        RealText form = new RealText(scientific, signed);
        form.measure(values);
        return form;
    }

    private void measure(List<Number> values) {
        boolean anyFinite = false;
        for (Number each : values) {
            if (Double.isFinite(each.doubleValue())) {
                String mantissa = StringUtils.substringBefore(digits(each), "e");
                left = Math.max(left, mantissa.indexOf('.'));
                right = Math.max(right, mantissa.length() - mantissa.indexOf('.') - 1);
                anyFinite = true;
            }
        }
        int after = anyFinite ? right + 1 + (scientific ? exponentWidth(values) : 0) : 0;
        for (Number each : values) {
            if (!Double.isFinite(each.doubleValue())) {
                left = Math.max(left, special(each.doubleValue()).length() - after);
            }
        }
        specialWidth = left + after;
    }

    private int exponentWidth(List<Number> values) {
        return values.stream().filter(each -> Double.isFinite(each.doubleValue()))
                .mapToInt(each -> digits(each).length() - digits(each).indexOf('e')).max()
                .orElse(0);
    }

    /** A number, padded on both sides. */
    String text(Number value) {
        if (!Double.isFinite(value.doubleValue())) {
            return StringUtils.leftPad(special(value.doubleValue()), specialWidth);
        }
        String digits = digits(value);
        String mantissa = StringUtils.substringBefore(digits, "e");
        int missing = right - (mantissa.length() - mantissa.indexOf('.') - 1);
        String padded = StringUtils.repeat(' ', left - mantissa.indexOf('.')) + mantissa;
        return scientific
                ? padded + StringUtils.repeat('0', missing) + digits.substring(mantissa.length())
                : padded + StringUtils.repeat(' ', missing);
    }

    private String special(double value) {
        String text = single(value);
        return signed && value > 0 ? "+" + text : text;
    }

    private String digits(Number value) {
        BigDecimal exact = new BigDecimal(value.toString());
        boolean negative = value.toString().startsWith("-");
        String sign = negative ? "-" : signed ? "+" : "";
        BigDecimal size = exact.abs();
        return sign + (scientific ? exponential(size) : positional(size));
    }

    private static String positional(BigDecimal size) {
        BigDecimal rounded = size.setScale(Math.min(Math.max(size.scale(), 0), PRECISION),
                RoundingMode.HALF_EVEN);
        return trimmed(rounded.toPlainString());
    }

    private static String exponential(BigDecimal size) {
        if (size.signum() == 0) {
            return "0.e+00";
        }
        BigDecimal rounded = size.round(new MathContext(PRECISION + 1, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        String mantissa = trimmed(rounded.movePointLeft(exponent).toPlainString());
        return mantissa + "e" + (exponent < 0 ? "-" : "+")
                + StringUtils.leftPad(Integer.toString(Math.abs(exponent)), 2, '0');
    }

    /** With a point, without zeros at the end. */
    private static String trimmed(String plain) {
        return plain.contains(".") ? StringUtils.stripEnd(plain, "0") : plain + ".";
    }

    /** A float that is half as precise, with no more digits than it takes to tell it from others. */
    static Float half(float value) {
        if (!Float.isFinite(value) || value == 0) {
            return value;
        }
        short bits = Float.floatToFloat16(value);
        float shortest = value;
        for (int digits = 5; digits > 0; digits--) {
            float fewer = new BigDecimal(value).round(new MathContext(digits)).floatValue();
            if (Float.floatToFloat16(fewer) != bits) {
                break;
            }
            shortest = fewer;
        }
        return shortest;
    }

    /** A text without this end. */
    static String without(String end, String text) {
        return text.endsWith(end) ? text.substring(0, text.length() - end.length()) : text;
    }

    /** A number by itself, as Python prints it. */
    static String single(Number number) {
        double value = number.doubleValue();
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
        }
        BigDecimal size = new BigDecimal(number.toString()).abs();
        String sign = number.toString().startsWith("-") ? "-" : "";
        boolean plain = size.signum() == 0
                || (Math.abs(value) >= SMALL && Math.abs(value) < LARGE_ALONE);
        if (!plain) {
            BigDecimal stripped = size.stripTrailingZeros();
            int exponent = stripped.precision() - stripped.scale() - 1;
            return sign + without(".", trimmed(stripped.movePointLeft(exponent).toPlainString()))
                    + "e" + (exponent < 0 ? "-" : "+")
                    + StringUtils.leftPad(Integer.toString(Math.abs(exponent)), 2, '0');
        }
        String text = trimmed(size.toPlainString());
        return sign + (text.endsWith(".") ? text + "0" : text);
    }
}
