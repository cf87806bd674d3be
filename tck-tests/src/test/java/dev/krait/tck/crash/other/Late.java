package dev.krait.tck.crash.other;

import dev.krait.Python;
import java.util.Objects;

/** A class whose initialiser takes its time, and calls Python then. */
public final class Late {
    /** Read by Python while another thread initialises the class. */
    public static int value = begin();

    private Late() {}

    private static int begin() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
        return Objects.requireNonNull(Python.start().eval("40 + 2").as(Integer.class));
    }
}
