package dev.krait.discover;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Linux and macOS have in common. */
abstract class UnixPlatform implements Platform {
    private final Surroundings around;

    UnixPlatform(Surroundings around) {
        this.around = around;
    }

    @Override
    public List<String> commands() {
        return List.of("python3", "python");
    }

    @Override
    public List<String> fileNames(String command) {
        return List.of(command);
    }

    @Override
    public List<String> insidePrefix() {
        return List.of("bin/python3", "bin/python");
    }

    @Override
    public boolean isInert(Path executable) {
        return false;
    }

    Surroundings around() {
        return around;
    }

    /** A fixed place of the machine: {@code fixed("usr/bin")}. */
    Path fixed(String place) {
        return around.root().resolve(place);
    }

    /** {@code python3} and each {@code python3.N} of a folder, the newest first. */
    static void commandsIn(Path folder, List<Path> into) {
        List<Path> names = new ArrayList<>();
        names.add(folder.resolve("python3"));
        for (int minor = Suitability.NEWEST; minor >= Suitability.OLDEST; minor--) {
            names.add(folder.resolve("python3." + minor));
        }
        into.addAll(Folders.executables(names));
    }

    /** What version managers and conda keep under the user's home, and conda's usual shared folders. */
    void managed(List<Path> into) {
        Path home = around.home();
        into.addAll(Folders.versions(Pyenv.root(around).resolve("versions"), "bin/python3"));
        Path data = orElse("XDG_DATA_HOME", home.resolve(".local/share"));
        into.addAll(Folders.versions(orElse("UV_PYTHON_INSTALL_DIR", data.resolve("uv/python")),
                "bin/python3"));
        into.addAll(Folders.versions(
                orElse("MISE_DATA_DIR", data.resolve("mise")).resolve("installs/python"),
                "bin/python3"));
        into.addAll(Folders.versions(
                orElse("ASDF_DATA_DIR", home.resolve(".asdf")).resolve("installs/python"),
                "bin/python3"));
        for (Path parent : List.of(home, fixed("opt"))) {
            for (String conda : List.of("miniforge3", "mambaforge", "miniconda3", "anaconda3",
                    "conda", "miniconda")) {
                into.addAll(
                        Folders.executables(List.of(parent.resolve(conda).resolve("bin/python3"))));
            }
        }
    }

    private Path orElse(String variable, Path usual) {
        Path folder = around.folder(variable);
        return folder == null ? usual : folder;
    }

    /** The names the build states, then the usual ones: conda and older uv builds state a static or no library. */
    List<String> libraryNames(Answer answer, String... usual) {
        Set<String> names = new LinkedHashSet<>();
        for (String key : List.of("INSTSONAME", "LDLIBRARY")) {
            String stated = answer.value(key);
            if (!stated.isEmpty() && !stated.endsWith(".a")) {
                names.add(stated);
            }
        }
        String stem = "libpython" + answer.feature() + answer.value("abiflags");
        for (String ending : usual) {
            names.add(stem + ending);
        }
        return List.copyOf(names);
    }

    /**
     * Only folders of this very Python: another build of the same version elsewhere would run with the wrong
     * standard library. So {@code /usr/lib} counts only for a Python whose prefix is {@code /usr}.
     */
    @Override
    public List<Path> libraryFolders(Answer answer) {
        Set<Path> folders = new LinkedHashSet<>();
        add(folders, answer.path("PYTHONFRAMEWORKPREFIX"), "");
        add(folders, answer.path("LIBDIR"), "");
        Path base = answer.path("base_prefix");
        add(folders, base, "lib");
        if (!answer.value("MULTIARCH").isEmpty()) {
            add(folders, base, "lib/" + answer.value("MULTIARCH"));
        }
        add(folders, base, "lib64");
        add(folders, base, "");
        Path executable = answer.path("base_executable");
        add(folders, executable == null ? null : executable.getParent(), "");
        add(folders, executable == null ? null : executable.getParent(), "../lib");
        add(folders, answer.path("LIBPL"), "");
        return List.copyOf(folders);
    }

    private static void add(Set<Path> folders, @Nullable Path folder, String inside) {
        if (folder != null && folder.isAbsolute()) {
            folders.add(folder.resolve(inside));
        }
    }

    /** The remedy for builds of version managers; null for others. */
    static @Nullable String managerRemedy(Answer answer, String buildOption) {
        String prefix = answer.value("base_prefix");
        if (prefix.contains("pyenv") || prefix.contains("asdf") || prefix.contains("mise")) {
            return "build it again with PYTHON_CONFIGURE_OPTS=" + buildOption
                    + " (pyenv: PYTHON_CONFIGURE_OPTS=" + buildOption + " pyenv install --force "
                    + answer.version() + ")";
        }
        return null;
    }
}
