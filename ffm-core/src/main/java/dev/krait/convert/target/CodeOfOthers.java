package dev.krait.convert.target;

import dev.krait.gil.Attachment;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Code of the program that a conversion runs by the way: it may wait for a lock whose owner calls Python. */
final class CodeOfOthers {
    private CodeOfOthers() {}

    /** Fills a collection: without the GIL, unless the collection and what it compares and hashes are the JDK's. */
    static <T> T fill(Attachment thread, Class<?> collection, List<@Nullable Object> elements,
            Supplier<T> code) {
        return isOfJdk(collection) && areOfJdk(elements)
                ? code.get()
                : thread.outsideUnchecked(code::get);
    }

    private static boolean areOfJdk(List<@Nullable Object> elements) {
        for (Object each : elements) {
            if (each != null && !isOfJdk(each.getClass())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfJdk(Class<?> type) {
        return type.getClassLoader() == null;
    }
}
