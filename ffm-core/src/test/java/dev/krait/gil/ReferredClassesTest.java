package dev.krait.gil;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.krait.Python;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferredClassesTest {
    @Test
    void allThatTheStartRefersToIsFoundAndNothingElse() throws IOException {
        List<String> found = ReferredClasses.of(Python.class, "dev/krait/");
        assertTrue(found.containsAll(List.of("dev/krait/Startup.class",
                "dev/krait/gil/ReferredClasses.class", "dev/krait/gil/ThreadStates$Kept.class",
                "dev/krait/host/Upcall.class", "dev/krait/op/ErrorTranslation.class")));
        assertTrue(found.stream()
                .allMatch(each -> each.startsWith("dev/krait/") && !each.endsWith("Test.class")));
    }
}
