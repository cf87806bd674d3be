package dev.krait.examples.numpy;

import dev.krait.Converters;
import dev.krait.PyObject;
import dev.krait.Python;
import dev.krait.array.NDArray;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A matrix type that knows nothing of Python, but for {@link #converters}, which make NumPy arrays of two axes matrices
 * and the other way round.
 */
public final class Matrix {
    private final double[][] rows;

    private Matrix(double[][] rows) {
        this.rows = rows;
    }

    /** A matrix of rows of one length. */
    public static Matrix of(double[]... rows) {
        return new Matrix(rows);
    }

    /** One element. */
    public double at(int row, int column) {
        return rows[row][column];
    }

    /** The product of two matrices. */
    public Matrix times(Matrix other) {
        double[][] product = new double[rows.length][other.rows[0].length];
        for (int i = 0; i < product.length; i++) {
            for (int j = 0; j < product[i].length; j++) {
                for (int k = 0; k < other.rows.length; k++) {
                    product[i][j] += rows[i][k] * other.rows[k][j];
                }
            }
        }
        return new Matrix(product);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Matrix matrix && Arrays.deepEquals(rows, matrix.rows);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(rows);
    }

    @Override
    public String toString() {
        return Arrays.deepToString(rows);
    }

    /** The rules; arrays of other ranks stay what they are. */
    static Converters converters(Python python) {
        return python.converters().toJava("numpy", "ndarray", Matrix::ofArray)
                .toPython(Matrix.class, matrix -> NDArray.of(matrix.rows));
    }

    private static @Nullable Object ofArray(PyObject array) {
        return array.attr("ndim").as(int.class) == 2
                ? new Matrix(array.as(double[][].class))
                : array.toJava();
    }
}
