package dev.krait.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

/** Tests of {@link PosixLayout} and {@link WindowsLayout}, against names that stand in the artifacts. */
class LayoutTest {
    private final Layout linux = Layout.of(new Target("linux-x86_64"), "3.14.3");
    private final Layout mac = Layout.of(new Target("macosx-arm64"), "3.14.3");
    private final Layout windows = Layout.of(new Target("windows-x86_64"), "3.14.3");

    @Test
    void looksLikeAnInstalledPythonOnLinux() {
        assertEquals("lib/libpython3.14.so.1.0", linux.place("cpython", "libpython3.14.so.1.0"));
        assertEquals("lib/libpython3.14.so.1.0", linux.library());
        assertEquals("bin/python3.14", linux.place("cpython", linux.executable()));
        assertEquals("lib/python3.14/os.py", linux.place("cpython", "lib/python3.14/os.py"));
        assertEquals("lib/python3.14/site-packages/numpy/__init__.py",
                linux.place("numpy", "python/numpy/__init__.py"));
    }

    @Test
    void putsLibrariesWhereTheModulesThatNeedThemSearch() {
        assertEquals("lib/python3.14/libffi.so.8", linux.place("cpython", "libffi.so.8"));
        assertEquals("lib/python3.14/libopenblas.so.0",
                linux.place("openblas", "libopenblas.so.0"));
        assertEquals("lib/python3.14/libopenblas.0.dylib",
                mac.place("openblas", "libopenblas.0.dylib"));
        assertEquals("lib/libopenblas.dll", windows.place("openblas", "libopenblas.dll"));
    }

    @Test
    void leavesOutTestsAndTheBridgesOfJavaCpp() {
        assertNull(linux.place("cpython", "lib/python3.14/test/test_os.py"));
        assertNull(linux.place("cpython",
                "lib/python3.14/lib-dynload/_testcapi.cpython-314-x86_64-linux-gnu.so"));
        assertNull(linux.place("numpy", "python/numpy/linalg/tests/test_linalg.py"));
        assertNull(linux.place("openblas", "libjniopenblas.so"));
        assertNull(windows.place("openblas", "jniopenblas.dll"));
        assertNull(windows.place("cpython", "lib/test/test_os.py"));
    }

    @Test
    void keepsPythonAtTheTopOnWindows() {
        assertEquals("python314.dll", windows.place("cpython", windows.library()));
        assertEquals("python.exe", windows.place("cpython", windows.executable()));
        assertEquals("lib/os.py", windows.place("cpython", "lib/os.py"));
        assertEquals("lib/site-packages/numpy/__init__.py",
                windows.place("numpy", "python/numpy/__init__.py"));
    }

    @Test
    void namesTheLibraryOfMac() {
        assertEquals("lib/libpython3.14.dylib", mac.place("cpython", "libpython3.14.dylib"));
        assertEquals("lib/libpython3.14.dylib", mac.library());
    }
}
