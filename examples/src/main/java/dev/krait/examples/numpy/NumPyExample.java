package dev.krait.examples.numpy;

import static dev.krait.Kw.kw;
import static dev.krait.array.InOut.inOut;

import dev.krait.Converters;
import dev.krait.PyObject;
import dev.krait.Python;
import dev.krait.array.NDArray;
import java.util.Arrays;
import java.util.List;

/** Adds into a Java array, takes a matrix apart, makes random numbers of three axes, sums over two of them. */
public final class NumPyExample {
    private final Python python = Python.start();
    private final PyObject np = python.importModule("numpy");

    /** Runs the example. */
    public static void main(String[] args) {
        NumPyExample example = new NumPyExample();
        System.out.println("add       " + Arrays.toString(example.add()));
        System.out.println("svd       " + Arrays.toString(example.singularValues()));
        NDArray random = example.random();
        System.out.println("random    " + Arrays.toString(random.shape()) + "\n" + random);
        System.out.println("sums      " + Arrays.toString(example.sums(random)));
        System.out.println("matrix    " + example.withMatrices());
    }

    /** {@code out} is filled, and comes back as the very same Java array. */
    @SuppressWarnings("ReferenceEquality") // the very same array is what this shows
    float[] add() {
        float[] a = {1, 2, 3};
        float[] b = {4, 5, 6};
        float[] c = new float[3];
        float[] result = np.invokeAs(float[].class, "add", a, b, kw("out", inOut(c)));
        if (result != c) {
            throw new AssertionError("not the array that was given");
        }
        return c;
    }

    /** The middle one of the three results of {@code svd}. */
    double[] singularValues() {
        double[][] matrix = {{3, 0, 0}, {0, 2, 0}, {0, 0, 1}};
        PyObject usv = np.attr("linalg").invoke("svd", (Object) NDArray.of(matrix));
        return usv.item(1).as(double[].class);
    }

    /** Shape (2, 3, 4), seen without copying. */
    NDArray random() {
        return np.attr("random").invoke("default_rng", 7).invoke("random", List.of(2, 3, 4))
                .as(NDArray.class);
    }

    /** Sums over the first and the last axis: one for each index of the middle one. */
    double[] sums(NDArray array) {
        PyObject axes = python.eval("(0, 2)");
        return np.invokeAs(double[].class, "sum", array, kw("axis", axes));
    }

    /** Inside of the block arrays of two axes are matrices, before and after it they are NDArrays. */
    Matrix withMatrices() {
        Matrix turn = Matrix.of(new double[]{0, 1}, new double[]{1, 0});
        try (Converters.Use _ = Matrix.converters(python).use()) {
            Matrix inverse = np.attr("linalg").invokeAs(Matrix.class, "inv", turn);
            return inverse.times(turn);
        }
    }
}
