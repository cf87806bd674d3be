package dev.krait.gil;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.krait.Python;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReferredClassesTest {
    @Test
    void allThatPythonRefersToIsFoundAndNothingElse() throws IOException {
        Set<String> found = ReferredClasses.of(Python.class, "dev.krait.");
        assertTrue(found.containsAll(List.of("dev.krait.Python", "dev.krait.gil.ReferredClasses",
                "dev.krait.gil.ThreadStates$Kept", "dev.krait.host.Upcall",
                "dev.krait.op.ErrorTranslation", "java.util.concurrent.CountDownLatch")));
        assertTrue(found.stream().noneMatch(name -> name.endsWith("Test") || name.contains("/")));
    }

    @Test
    void whatOthersReferToIsLeftAlone() throws IOException {
        assertFalse(ReferredClasses.of(Python.class, "dev.krait.none.")
                .contains("dev.krait.gil.ThreadStates$Kept"));
        assertTrue(
                ReferredClasses.of(Python.class, "dev.krait.none.").contains("dev.krait.Python"));
    }
}
