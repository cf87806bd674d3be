package dev.krait.host;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an object that takes keyword arguments is called. */
@FunctionalInterface
public interface KeywordCall {
    /** Runs without the GIL. */
    @Nullable
    Object call(Object target, @Nullable Object[] args, Map<String, @Nullable Object> keywords)
            throws Exception;
}
