package dev.krait.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.krait.Namespace;
import dev.krait.Python;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is in {@code sys.meta_path} is asked under the lock of all imports: an import there would wait for a module that
 * another thread loads, which waits for that lock.
 */
class FindersTest {
    private static final String SOURCE = """
            import builtins, sys

            def imports(name):
                seen, plain = [], builtins.__import__

                def seeing(name, *rest):
                    seen.append(name)
                    return plain(name, *rest)

                builtins.__import__ = seeing
                try:
                    found = [each.find_spec(name, None) for each in sys.meta_path]
                finally:
                    builtins.__import__ = plain
                return seen, any(found)
            """;

    private final Namespace names = Python.start().newNamespace();

    @AfterEach
    void close() {
        names.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"java", "java.util", "java.util.TreeMap", "dev.krait",
            "multiprocessing"})
    void findersDoNotImport(String name) {
        names.exec(SOURCE);
        assertEquals("([], True)", names.get("imports").call(name).toString());
    }

    @Test
    void findersThatFindNothingDoNotImport() {
        names.exec(SOURCE);
        for (String name : List.of("org.python.core", "dev.krait.Nothing")) {
            assertEquals("([], False)", names.get("imports").call(name).toString());
        }
    }
}
