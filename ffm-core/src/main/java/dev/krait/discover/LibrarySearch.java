package dev.krait.discover;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the shared library of a Python is: the existing file, for this processor. */
final class LibrarySearch {
    private final Platform platform;
    private final String arch;

    LibrarySearch(Platform platform, Surroundings around) {
        this.platform = platform;
        this.arch = Machine.normal(around.property("os.arch"));
    }

    /** The library's file. */
    Path find(Answer answer) throws UnusablePython {
        List<String> names = platform.libraryNames(answer);
        UnusablePython wrong = null;
        for (Path folder : platform.libraryFolders(answer)) {
            for (String name : names) {
                Path file = folder.resolve(name);
                if (Files.isRegularFile(file)) {
                    List<String> machines = machines(file);
                    if (machines.contains(arch)) {
                        return file.normalize();
                    }
                    wrong = mismatch(file, machines);
                }
            }
        }
        throw wrong != null ? wrong : missing(answer, names);
    }

    private static List<String> machines(Path file) {
        try {
            return Machine.of(file);
        } catch (IOException e) {
            return List.of("(unreadable: " + e.getMessage() + ")");
        }
    }

    private UnusablePython mismatch(Path file, List<String> machines) {
        if (machines.isEmpty()) {
            return new UnusablePython(file + " is no shared library", "install this Python again");
        }
        return new UnusablePython(
                "its library " + file + " is for " + String.join(", ", machines) + ", this JVM for "
                        + arch,
                "use a Python for " + arch + " or a JVM for " + machines.getFirst());
    }

    private UnusablePython missing(Answer answer, List<String> names) {
        String reason = answer.claimsSharedLibrary()
                ? "the shared library (" + names.getFirst() + ") of CPython " + answer.version()
                        + " is not installed"
                : "CPython " + answer.version()
                        + " is static-only: it was built without a shared library";
        return new UnusablePython(reason, platform.libraryRemedy(answer));
    }
}
