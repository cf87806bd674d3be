package dev.krait.discover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibrarySearchTest {
    private static final int AMD64 = 62;
    private static final int AARCH64 = 183;
    @TempDir
    Path folder;
    private Sandbox machine;
    private Path prefix;

    @BeforeEach
    void makeAMachine() throws IOException {
        machine = new Sandbox(folder);
        prefix = machine.root.resolve("py");
    }

    @Test
    void everyUsualFolderOfThatPythonIsLookedAt() throws UnusablePython {
        for (String place : new String[]{"lib", "lib/x86_64-linux-gnu", "lib64", "", "bin",
                "lib/python3.12/config"}) {
            prefix = machine.root.resolve("py-" + place.replace('/', '-'));
            Path library = prefix.resolve(place).resolve("libpython3.12.so.1.0");
            Sandbox.library(library, AMD64);
            assertEquals(library, find(Map.of("LIBDIR", "/install/lib")));
        }
    }

    @Test
    void statedFolderComesFirst() throws UnusablePython {
        Sandbox.library(prefix.resolve("lib/libpython3.12.so.1.0"), AMD64);
        Path stated = Sandbox
                .library(folder.toAbsolutePath().resolve("stated/libpython3.12.so.1.0"), AMD64);
        assertEquals(stated, find(Map.of("LIBDIR", stated.resolveSibling("").toString())));
    }

    @Test
    void condaHasALibraryAlthoughItSaysNo() throws UnusablePython {
        Path library = Sandbox.library(prefix.resolve("lib/libpython3.12.so.1.0"), AMD64);
        assertEquals(library, find(Map.of("Py_ENABLE_SHARED", "0", "LDLIBRARY", "libpython3.12.a",
                "INSTSONAME", "libpython3.12.a")));
    }

    @Test
    void libraryOfAnotherPrefixIsNotTaken() {
        Sandbox.library(machine.root.resolve("usr/lib/x86_64-linux-gnu/libpython3.12.so.1.0"),
                AMD64);
        UnusablePython e = assertThrows(UnusablePython.class, () -> find(Map.of()));
        assertTrue(e.reason().contains("not installed"), e.reason());
    }

    @Test
    void libraryOfTheWrongProcessorIsPassedOverForARightOne() throws UnusablePython {
        Sandbox.library(prefix.resolve("lib/libpython3.12.so.1.0"), AARCH64);
        Path right = Sandbox.library(prefix.resolve("lib64/libpython3.12.so.1.0"), AMD64);
        assertEquals(right, find(Map.of()));
    }

    @Test
    void fileThatIsNoLibraryIsRefused() throws IOException {
        Sandbox.write(prefix.resolve("lib/libpython3.12.so.1.0"), "INPUT(-lpython3.12)");
        UnusablePython e = assertThrows(UnusablePython.class, () -> find(Map.of()));
        assertTrue(e.reason().endsWith("is no shared library"), e.reason());
        Files.delete(prefix.resolve("lib/libpython3.12.so.1.0"));
        Files.createDirectory(prefix.resolve("lib/libpython3.12.so.1.0"));
        assertTrue(assertThrows(UnusablePython.class, () -> find(Map.of())).reason()
                .contains("not installed"));
    }

    @Test
    void macFrameworksNameTheirLibraryPython() throws IOException, UnusablePython {
        machine.properties.put("os.name", "Mac OS X");
        machine.properties.put("os.arch", "aarch64");
        Path version = folder.toRealPath()
                .resolve("Library/Frameworks/Python.framework/Versions/3.12");
        prefix = version;
        Path library = version.resolve("Python");
        Files.createDirectories(version);
        byte[] universal = new byte[64];
        System.arraycopy(new byte[]{(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 2},
                0, universal, 0, 8);
        System.arraycopy(new byte[]{1, 0, 0, 7}, 0, universal, 8, 4);
        System.arraycopy(new byte[]{1, 0, 0, 12}, 0, universal, 28, 4);
        Files.write(library, universal);
        Map<String, String> framework = Map.of("LDLIBRARY", "Python.framework/Versions/3.12/Python",
                "INSTSONAME", "Python.framework/Versions/3.12/Python", "LIBDIR",
                version.resolve("lib").toString());
        assertEquals(library, find(framework));
        assertEquals(library, find(with(framework, "PYTHONFRAMEWORKPREFIX",
                version.resolve("../../..").normalize().toString())));
    }

    @Test
    void windowsKeepsTheLibraryBesideTheBaseExecutable() throws IOException, UnusablePython {
        machine.properties.put("os.name", "Windows 11");
        Path library = prefix.resolve("python312.dll");
        byte[] header = new byte[128];
        header[0] = 'M';
        header[1] = 'Z';
        header[0x3C] = 64;
        System.arraycopy(new byte[]{'P', 'E', 0, 0, 0x64, (byte) 0x86}, 0, header, 64, 6);
        Files.createDirectories(prefix);
        Files.write(library, header);
        assertEquals(library, find(Map.of()));
        assertEquals(library, find(Map.of("base_prefix", "/elsewhere", "base_executable",
                prefix.resolve("python.exe").toString())));
    }

    private Path find(Map<String, String> changes) throws UnusablePython {
        Map<String, String> values = Sandbox.answer(prefix, "3.12.4");
        values.putAll(changes);
        Answer answer = Answer.parse(Sandbox.text(values));
        assertNotNull(answer);
        Surroundings around = machine.surroundings();
        return new LibrarySearch(around.platform(), around).find(answer);
    }

    private static Map<String, String> with(Map<String, String> values, String name, String value) {
        Map<String, String> more = new HashMap<>(values);
        more.put(name, value);
        return more;
    }
}
