package dev.krait.tck.crash;

import static dev.krait.tck.crash.Where.LARGE;
import static dev.krait.tck.crash.Where.MAIN;
import static dev.krait.tck.crash.Where.POOL;
import static dev.krait.tck.crash.Where.PYTHON;
import static dev.krait.tck.crash.Where.SMALL;
import static dev.krait.tck.crash.Where.THREAD;
import static dev.krait.tck.crash.Where.VIRTUAL;

import dev.krait.Python;

/** C code that wants much stack, on threads that have little. */
final class StackScenarios {
    private StackScenarios() {}

    @Scenario(on = {MAIN, THREAD, SMALL, LARGE, POOL, VIRTUAL, PYTHON}, needs = "numpy")
    static void numpyInvertsMatrices() {
        Python python = Python.start();
        python.exec("""
                import numpy as np
                def check(n):
                    a = np.random.default_rng(n).random((n, n)) + n * np.eye(n)
                    assert np.allclose(np.linalg.inv(a) @ a, np.eye(n)), n
                """);
        for (int size : new int[]{100, 400, 1500}) {
            python.main().get("check").call(size);
        }
    }

    @Scenario(on = {THREAD, VIRTUAL}, needs = "numpy")
    static void numpySolvesAndDecomposes() {
        Python.start()
                .exec("""
                        import numpy as np
                        a = np.random.default_rng(1).random((300, 300)) + 300 * np.eye(300)
                        u, s, v = np.linalg.svd(a)
                        assert np.allclose((u * s) @ v, a)
                        assert np.allclose(a @ np.linalg.solve(a, np.ones(300)), np.ones(300))
                        np.linalg.eigh(a + a.T), np.linalg.qr(a), np.linalg.cholesky(a @ a.T), np.linalg.det(a)
                        """);
    }
}
