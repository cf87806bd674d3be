package dev.krait.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.krait.Python;
import dev.krait.error.PythonException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Imports of Java classes on threads whose context class loader does not know the application. */
class ContextLoaderTest {
    private final Python python = Python.start();

    @Test
    void classesOfTheApplicationAreFoundByTheLoaderThatHasKrait() {
        assertEquals("true",
                under(ClassLoader.getPlatformClassLoader(), "from org.apache.commons.lang3 "
                        + "import BooleanUtils\nBooleanUtils.toStringTrueFalse(True)"));
        assertEquals("true", under(null,
                "import krait\nkrait.java_type('org.apache.commons.lang3.BooleanUtils').TRUE"));
    }

    @Test
    void whatNoLoaderHasIsAnImportError() {
        assertThrows(PythonException.class, () -> under(ClassLoader.getPlatformClassLoader(),
                "from org.apache.commons.lang3 import NoSuchThing"));
    }

    private @Nullable Object under(@Nullable ClassLoader loader, String script) {
        Thread thread = Thread.currentThread();
        ClassLoader outer = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return python.eval(script).toJava();
        } finally {
            thread.setContextClassLoader(outer);
        }
    }
}
