package dev.krait.discover;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What an explicit choice means: a path, a folder, a command on PATH, or a version. */
final class Choice {
    private static final String FORMS = "name an executable, a venv or prefix folder, a command such as python3.12, "
            + "a version such as 3.12, or the word embedded";
    private final Surroundings around;
    private final Platform platform;
    private final PathSearch path;

    Choice(Surroundings around, Platform platform, PathSearch path) {
        this.around = around;
        this.platform = platform;
        this.path = path;
    }

    /** The executables to try, in order; several only when a version is asked for. */
    List<Path> executables(String value) throws UnusablePython {
        if (value.isBlank()) {
            throw new UnusablePython("the choice is empty", FORMS);
        }
        if (value.indexOf('/') >= 0 || value.indexOf('\\') >= 0 || value.startsWith(".")
                || value.startsWith("~")) {
            return List.of(ofPath(value));
        }
        List<Path> commands = path.all(value);
        if (!commands.isEmpty()) {
            return List.of(commands.getFirst());
        }
        Wanted wanted = Wanted.of(value);
        return wanted.isAny() ? List.of(ofName(value)) : ofVersion(wanted);
    }

    private Path ofName(String value) throws UnusablePython {
        Path local = Surroundings.path(value);
        if (local != null && Files.exists(around.workingFolder().resolve(local))) {
            return ofPath(value);
        }
        throw new UnusablePython(
                "there is no such command on PATH, and no such file or folder here", FORMS);
    }

    /** Likely ones first, since each costs a process when it was never asked. */
    private List<Path> ofVersion(Wanted wanted) throws UnusablePython {
        List<Path> all = new ArrayList<>(path.all(wanted.command()));
        List<Path> others = new ArrayList<>(path.usual());
        others.addAll(path.versioned());
        for (Path place : platform.wellKnown()) {
            (place.toString().contains(wanted.version()) ? all : others).add(place);
        }
        all.addAll(others);
        if (all.isEmpty()) {
            throw new UnusablePython("there is no Python on PATH and in the usual places",
                    "install Python " + wanted.version());
        }
        return all;
    }

    private Path ofPath(String value) throws UnusablePython {
        boolean ofHome = value.equals("~") || value.startsWith("~/");
        Path given = Surroundings
                .path(ofHome ? value.substring(Math.min(2, value.length())) : value);
        if (given == null) {
            throw new UnusablePython("this is no path here (characters outside the locale?)",
                    "start Java under a UTF-8 locale, or use another path");
        }
        Path whole = (ofHome ? around.home() : around.workingFolder()).resolve(given).normalize();
        if (Files.isDirectory(whole)) {
            return inside(whole);
        }
        Path real = Pyenv.resolve(whole, around);
        return real == null ? whole : real;
    }

    /** The interpreter of a venv or prefix folder; a link that leads nowhere is one too, and gets its own message. */
    Path inside(Path folder) throws UnusablePython {
        if (!Files.isDirectory(folder)) {
            throw new UnusablePython("there is no such folder",
                    "correct it or make the environment again");
        }
        for (String place : platform.insidePrefix()) {
            Path file = folder.resolve(place);
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return file;
            }
        }
        throw new UnusablePython(
                "the folder holds no Python (looked for "
                        + String.join(" and ", platform.insidePrefix()) + ")",
                "name a venv, a Python's prefix, or its executable");
    }
}
