package dev.krait.discover;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Judges one executable: is it there, does it answer, does it suit, and where is its library. */
final class Examination {
    private final Surroundings around;
    private final Probe probe;
    private final LibrarySearch libraries;

    Examination(Surroundings around, Platform platform, Runner runner) {
        this.around = around;
        this.probe = new Probe(runner, new AnswerCache(around));
        this.libraries = new LibrarySearch(platform, around);
    }

    /**
     * The installation an executable belongs to.
     *
     * @param wanted the version it must be of
     */
    Installation of(String origin, Path executable, Wanted wanted) throws UnusablePython {
        present(executable);
        Answer answer = probe.ask(executable);
        if (!wanted.accepts(answer.version())) {
            throw new UnusablePython("it is " + answer.version() + ", not " + wanted.version(),
                    "install Python " + wanted.version());
        }
        Suitability.check(answer, around);
        Path library = libraries.find(answer);
        Path real = answer.path("executable");
        return new Installation(origin, real == null ? executable : real, library, answer.version(),
                prefix(answer), null, List.of(), List.of());
    }

    private static Path prefix(Answer answer) throws UnusablePython {
        Path prefix = answer.path("prefix");
        if (prefix == null) {
            throw new UnusablePython(
                    "its folder (" + answer.value("prefix") + ") has characters outside the locale",
                    "start Java under a UTF-8 locale");
        }
        return prefix;
    }

    private static void present(Path executable) throws UnusablePython {
        if (Files.isDirectory(executable)) {
            throw new UnusablePython("this is a folder, not a program",
                    "name the executable in it");
        }
        if (!Files.exists(executable)) {
            throw Files.isSymbolicLink(executable)
                    ? new UnusablePython(
                            "this link leads to " + target(executable) + ", which does not exist",
                            "its base Python was removed or replaced: make the venv again")
                    : new UnusablePython("there is no such file", "correct the path");
        }
        String name = String.valueOf(executable.getFileName());
        if (name.startsWith("libpython") || name.endsWith(".dll")) {
            throw new UnusablePython("this is a library, not a program",
                    "name the Python executable it belongs to");
        }
        if (!Files.isExecutable(executable)) {
            throw new UnusablePython("this file cannot be run (no execute permission)",
                    "name a Python executable, or correct its permissions");
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "a place that cannot be read";
        }
    }
}
