package dev.krait.tck.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.krait.Python;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single values of NumPy count as Python's own where a Java method is chosen. */
class NumPyOverloadsTest {
    private final Python python = Python.start();

    /** Methods for each kind of value. */
    public static final class Methods {
        private Methods() {}

        public static String of(int number) {
            return "int " + number;
        }

        public static String of(double number) {
            return "double " + number;
        }

        public static String of(boolean truth) {
            return "boolean " + truth;
        }

        public static String of(String text) {
            return "String " + text;
        }

        public static String of(int[] numbers) {
            return "int[] " + numbers.length;
        }

        public static String of(Object object) {
            return "Object " + object;
        }

        public static String wide(long number) {
            return "long " + number;
        }

        public static String wide(float number) {
            return "float " + number;
        }

        public static String time(LocalDate date) {
            return "date " + date;
        }

        public static String time(LocalDateTime moment) {
            return "moment " + moment;
        }

        public static String time(Instant instant) {
            return "instant " + instant;
        }
    }

    @BeforeEach
    void importNumPy() {
        assumeTrue(python.eval("__import__('importlib.util').util.find_spec('numpy')").isTrue(),
                "needs numpy: runs with the embedded Python");
        python.main().set("Methods", Methods.class);
        python.exec("import numpy as np");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"of(np.int64(5)) | int 5", "of(np.uint8(5)) | int 5",
            "of(np.int64(2**40)) | double 1.099511627776E12", "of(np.float32(1.5)) | double 1.5",
            "of(np.float16(1.5)) | double 1.5", "of(np.float64(1.5)) | double 1.5",
            "of(np.longdouble(1.5)) | double 1.5", "of(np.bool_(True)) | boolean true",
            "of(np.str_('a')) | String a", "of(np.array([1], dtype='i4')) | int[] 1",
            "of(np.array([1], dtype='>i4')) | int[] 1",
            "of(np.complex64(1 + 2j)) | Object Complex[real=1.0, imaginary=2.0]",
            "of(np.datetime64('2024-01-02')) | Object 2024-01-02", "wide(np.int16(5)) | long 5",
            "wide(np.float64(1.5)) | float 1.5",
            "time(np.datetime64('2024-01-02')) | date 2024-01-02",
            "time(np.datetime64('2024-01-02T03:04')) | moment 2024-01-02T03:04"})
    void theOverloadIsThatOfPythonsOwnValue(String call, String chosen) {
        assertEquals(chosen, python.eval("Methods." + call).toJava());
    }

    @Test
    void arraysInTheOtherByteOrderHoldWhatJavaWrote() {
        python.exec(
                "from java.util import Arrays; swapped = np.array([3, 1, 2], dtype='>i4'); Arrays.sort(swapped)");
        assertEquals("[1, 2, 3] >i4",
                python.eval("f'{swapped.tolist()} {swapped.dtype.str}'").toJava());
    }
}
