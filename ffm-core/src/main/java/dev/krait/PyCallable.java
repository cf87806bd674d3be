package dev.krait;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Java function that Python calls with any arguments: {@code f(1, 2, sep=", ")}. */
@FunctionalInterface
public interface PyCallable {
    /**
     * The body. It runs on the calling thread, without the GIL.
     *
     * @param args the positional arguments, converted as when nothing else is asked
     * @param kwargs the keyword arguments in the order of the call
     * @return any value that has a Python form
     * @throws Exception whatever it is, Python gets it; out of Python it comes as the same object
     */
    @Nullable
    Object call(@Nullable Object[] args, Map<String, @Nullable Object> kwargs) throws Exception;
}
