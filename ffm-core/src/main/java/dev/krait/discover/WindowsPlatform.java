package dev.krait.discover;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Windows. Reads no registry. Not tested on Windows. */
final class WindowsPlatform implements Platform {
    private static final String PYTHON = "python.exe";
    private final Surroundings around;

    WindowsPlatform(Surroundings around) {
        this.around = around;
    }

    /** {@code python} first: {@code python3} is mostly the store's stand-in. */
    @Override
    public List<String> commands() {
        return List.of("python", "python3");
    }

    @Override
    public List<String> fileNames(String command) {
        return command.endsWith(".exe")
                ? List.of(command)
                : List.of(command + ".exe", command + ".bat");
    }

    @Override
    public List<String> insidePrefix() {
        return List.of("Scripts/" + PYTHON, PYTHON);
    }

    @Override
    public List<Path> wellKnown() {
        List<Path> found = new ArrayList<>();
        Path local = around.folder("LOCALAPPDATA");
        versions(local, "Programs/Python", found);
        versions(local, "Python", found);
        versions(around.folder("ProgramFiles"), "", found);
        versions(around.folder("SystemDrive"), "", found);
        versions(around.home(), ".pyenv/pyenv-win/versions", found);
        versions(around.folder("APPDATA"), "uv/python", found);
        for (String conda : List.of("miniforge3", "miniconda3", "anaconda3")) {
            found.addAll(
                    Folders.executables(List.of(around.home().resolve(conda).resolve(PYTHON))));
        }
        return found;
    }

    private static void versions(@Nullable Path parent, String inside, List<Path> into) {
        if (parent != null) {
            into.addAll(Folders.versions(parent.resolve(inside), PYTHON));
        }
    }

    /** The store's stand-in answers with an error text when it is probed, so nothing need be kept from running. */
    @Override
    public boolean isInert(Path executable) {
        return false;
    }

    @Override
    public List<String> libraryNames(Answer answer) {
        return List.of("python" + answer.major() + answer.minor() + ".dll");
    }

    @Override
    public List<Path> libraryFolders(Answer answer) {
        Set<Path> folders = new LinkedHashSet<>();
        Path base = answer.path("base_prefix");
        if (base != null) {
            folders.add(base);
        }
        for (String name : List.of("base_executable", "executable")) {
            Path executable = answer.path(name);
            Path folder = executable == null ? null : executable.getParent();
            if (folder != null) {
                folders.add(folder);
            }
        }
        return List.copyOf(folders);
    }

    @Override
    public String libraryRemedy(Answer answer) {
        return "repair the installation, or install Python " + answer.feature()
                + " from python.org";
    }

    @Override
    public Path cacheFolder() {
        Path local = around.folder("LOCALAPPDATA");
        return (local == null ? around.home().resolve("AppData/Local") : local).resolve("krait");
    }
}
