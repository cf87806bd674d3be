package dev.krait.discover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformTest {
    @TempDir
    Path folder;
    private Sandbox machine;

    @BeforeEach
    void makeAMachine() throws IOException {
        machine = new Sandbox(folder);
    }

    @Test
    void linuxLooksIntoVersionManagersBeforeTheSystem() {
        List<String> places = List.of("home/someone/.pyenv/versions/3.12.10/bin/python3",
                "home/someone/.pyenv/versions/3.12.9/bin/python3",
                "home/someone/.local/share/uv/python/cpython-3.13.1-linux-x86_64-gnu/bin/python3",
                "home/someone/.local/share/mise/installs/python/3.12.1/bin/python3",
                "home/someone/.asdf/installs/python/3.12.1/bin/python3",
                "home/someone/miniforge3/bin/python3", "opt/conda/bin/python3",
                "usr/local/bin/python3", "usr/bin/python3", "usr/bin/python3.12",
                "usr/bin/python3.9", "home/linuxbrew/.linuxbrew/bin/python3");
        assertFound(places);
    }

    @Test
    void foldersOfManagersMayBeMoved() {
        machine.environment.put("PYENV_ROOT", machine.root.resolve("a").toString());
        machine.environment.put("UV_PYTHON_INSTALL_DIR", machine.root.resolve("b").toString());
        machine.environment.put("MISE_DATA_DIR", machine.root.resolve("c").toString());
        machine.environment.put("ASDF_DATA_DIR", machine.root.resolve("d").toString());
        assertFound(List.of("a/versions/3.12.1/bin/python3", "b/cpython-3.12.1/bin/python3",
                "c/installs/python/3.12.1/bin/python3", "d/installs/python/3.12.1/bin/python3"));
    }

    @Test
    void macLooksIntoHomebrewAndFrameworksAndSparesTheDialogueOfXcode() throws IOException {
        machine.properties.put("os.name", "Mac OS X");
        candidate("usr/bin/python3");
        List<String> others = List.of("opt/homebrew/bin/python3",
                "opt/homebrew/opt/python@3.12/bin/python3.12", "usr/local/bin/python3",
                "Library/Frameworks/Python.framework/Versions/3.12/bin/python3",
                "opt/local/bin/python3");
        assertFound(others);
        assertTrue(new PathSearch(machine.surroundings(), machine.surroundings().platform()).usual()
                .isEmpty());
        Files.createDirectories(folder.resolve("Library/Developer/CommandLineTools"));
        assertEquals(machine.root.resolve("usr/bin/python3"),
                machine.surroundings().platform().wellKnown().getLast());
    }

    @Test
    void windowsLooksIntoTheUsualFolders() {
        machine.properties.put("os.name", "Windows 11");
        for (String variable : List.of("LOCALAPPDATA", "APPDATA", "ProgramFiles", "SystemDrive")) {
            machine.environment.put(variable, machine.root.resolve(variable).toString());
        }
        assertFound(List.of("LOCALAPPDATA/Programs/Python/Python312/python.exe",
                "LOCALAPPDATA/Python/pythoncore-3.14-64/python.exe",
                "ProgramFiles/Python312/python.exe", "SystemDrive/Python312/python.exe",
                "home/someone/.pyenv/pyenv-win/versions/3.12.1/python.exe",
                "APPDATA/uv/python/cpython-3.12.1/python.exe",
                "home/someone/miniconda3/python.exe"));
    }

    @Test
    void windowsCommandsHaveAnEnding() {
        machine.properties.put("os.name", "Windows 11");
        candidate("usr/bin/python.exe");
        candidate("usr/bin/python.bat");
        assertEquals(
                List.of(machine.root.resolve("usr/bin/python.exe"),
                        machine.root.resolve("usr/bin/python.bat")),
                new PathSearch(machine.surroundings(), machine.surroundings().platform())
                        .all("python"));
    }

    @Test
    void versionsAreComparedAsNumbers() {
        assertTrue(Folders.compare("3.10.2", "3.9.18") > 0);
        assertTrue(Folders.compare("3.9.9", "3.9.18") < 0);
        assertTrue(Folders.compare("3.9", "3.9.1") < 0);
        assertTrue(Folders.compare("cpython-3.12.1", "pypy-3.9") < 0);
        assertEquals(0, Folders.compare("3.12", "3.12"));
        assertTrue(Folders.compare("1".repeat(40), "2".repeat(40)) < 0);
    }

    private void assertFound(List<String> places) {
        places.forEach(this::candidate);
        List<String> found = machine.surroundings().platform().wellKnown().stream()
                .map(path -> machine.root.relativize(path).toString()).toList();
        assertEquals(places, found);
    }

    private void candidate(String place) {
        machine.candidate(machine.root.resolve(place), "");
    }
}
