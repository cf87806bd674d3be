package dev.krait.examples.numpy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.krait.array.NDArray;
import org.junit.jupiter.api.Test;

class NumPyExampleTest {
    private final NumPyExample example = new NumPyExample();

    @Test
    void theSumIsInTheArrayThatWasGiven() {
        assertArrayEquals(new float[]{5, 7, 9}, example.add());
    }

    @Test
    void singularValuesOfADiagonalMatrixAreItsElements() {
        assertArrayEquals(new double[]{3, 2, 1}, example.singularValues(), 1e-12);
    }

    @Test
    void sumsOverTwoAxesAreThoseOfTheElements() {
        NDArray random = example.random();
        assertArrayEquals(new long[]{2, 3, 4}, random.shape());
        double[] expected = new double[3];
        double[][][] elements = random.toArray(double[][][].class);
        for (double[][] rows : elements) {
            for (int i = 0; i < 3; i++) {
                for (double each : rows[i]) {
                    expected[i] += each;
                }
            }
        }
        assertArrayEquals(expected, example.sums(random), 1e-12);
    }

    @Test
    void arraysOfTwoAxesAreMatricesInsideOfTheBlock() {
        assertEquals(Matrix.of(new double[]{1, 0}, new double[]{0, 1}), example.withMatrices());
    }
}
