package dev.krait.discover;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One search: goes through the places in order and notes what came of each. For one thread. */
final class Search {
    private static final String EMBEDDED = "embedded";
    private static final String USUAL = "usual place";
    private static final String ADD_EMBEDDED = "add the dependency dev.krait:krait-embedded-python";
    private static final String NONE = "No usable Python was found. Install CPython 3."
            + Suitability.OLDEST + " to 3." + Suitability.NEWEST
            + " with its shared library, name one with -Dkrait.python=PATH or KRAIT_PYTHON, or "
            + ADD_EMBEDDED + ".";
    private final Request request;
    private final Surroundings around;
    private final Platform platform;
    private final PathSearch path;
    private final Choice choice;
    private final Examination examination;
    private final Supplier<List<PackagedPython>> packaged;
    private final List<Attempt> attempts = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    Search(Request request, Runner runner, Supplier<List<PackagedPython>> packaged) {
        this.request = request;
        this.around = request.surroundings();
        this.platform = around.platform();
        this.path = new PathSearch(around, platform);
        this.choice = new Choice(around, platform, path);
        this.examination = new Examination(around, platform, runner);
        this.packaged = packaged;
    }

    Report report() {
        Map<String, @Nullable String> explicit = new LinkedHashMap<>();
        explicit.put("chosen in code", request.choice());
        explicit.put("-Dkrait.python", around.properties().get("krait.python"));
        explicit.put("KRAIT_PYTHON", around.variable("KRAIT_PYTHON"));
        for (var setting : explicit.entrySet()) {
            String value = setting.getValue();
            if (value != null) {
                return explicit(setting.getKey(), value);
            }
            attempts.add(Attempt.absent(setting.getKey(), "not set"));
        }
        Installation found = unasked();
        String why = found == null ? NONE : "the first that works, from " + found.origin();
        return new Report(found, why, attempts);
    }

    private Report explicit(String origin, String value) {
        Installation found = value.equals(EMBEDDED) ? packaged() : chosen(origin, value);
        if (found != null) {
            return new Report(found, "the explicit choice (" + origin + ")", attempts);
        }
        return new Report(null, "The Python "
                + (origin.startsWith("chosen") ? origin : "chosen by " + origin) + " (" + value
                + ") cannot be used. An explicit choice is never replaced by another Python: correct it, or "
                + "take it away to let Krait search.", attempts);
    }

    private @Nullable Installation chosen(String origin, String value) {
        try {
            return first(origin, choice.executables(value), Wanted.of(value));
        } catch (UnusablePython e) {
            attempts.add(Attempt.refused(origin, value, e));
            return null;
        }
    }

    /** The places that are tried when nobody chose. */
    private @Nullable Installation unasked() {
        Installation found = environment("VIRTUAL_ENV");
        found = found != null ? found : environment("CONDA_PREFIX");
        found = found != null ? found : packaged();
        found = found != null ? found : first("PATH", path.usual(), Wanted.ANY);
        found = found != null ? found : first("PATH", path.versioned(), Wanted.ANY);
        return found != null ? found : first(USUAL, platform.wellKnown(), Wanted.ANY);
    }

    private @Nullable Installation environment(String variable) {
        String value = around.variable(variable);
        if (value == null) {
            attempts.add(Attempt.absent(variable, "not set"));
            return null;
        }
        try {
            Path folder = around.folder(variable);
            if (folder == null) {
                throw new UnusablePython("this is not an absolute path",
                        "activate the environment again");
            }
            return examine(variable, choice.inside(folder), Wanted.ANY);
        } catch (UnusablePython e) {
            attempts.add(Attempt.refused(variable, value, e));
            return null;
        }
    }

    private @Nullable Installation packaged() {
        try {
            for (PackagedPython python : packaged.get()) {
                Installation found = install(python);
                if (found != null) {
                    return found;
                }
            }
        } catch (ServiceConfigurationError e) {
            attempts.add(Attempt.refused(EMBEDDED, "", new UnusablePython(
                    String.valueOf(e.getMessage()), "repair the class path or module path")));
        }
        if (!isNoted(EMBEDDED)) {
            attempts.add(new Attempt(EMBEDDED, "", Outcome.ABSENT,
                    "not on the class path or module path", ADD_EMBEDDED, null));
        }
        return null;
    }

    private @Nullable Installation install(PackagedPython python) {
        try {
            Installation found = python.install(request.progress());
            attempts.add(Attempt.usable(found, python.name()));
            return found;
        } catch (RuntimeException e) { // a provider may fail in any way; the next place may still
                                       // serve
            attempts.add(Attempt.refused(EMBEDDED, python.name(),
                    new UnusablePython(String.valueOf(e.getMessage()),
                            "see what the message names: space, permissions")));
            return null;
        }
    }

    /** The first of several that works; what was tried before under another name is not tried again. */
    private @Nullable Installation first(String origin, List<Path> candidates, Wanted wanted) {
        for (Path candidate : candidates) {
            if (seen.add(identity(candidate))) {
                Installation found = examine(origin, candidate, wanted);
                if (found != null) {
                    return found;
                }
            }
        }
        if (!isNoted(origin)) {
            attempts.add(Attempt.absent(origin, "no Python there"));
        }
        return null;
    }

    /** A plain loop: a stream here would cost every start several milliseconds of class loading. */
    private boolean isNoted(String origin) {
        for (Attempt attempt : attempts) {
            if (attempt.origin().equals(origin)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Installation examine(String origin, Path executable, Wanted wanted) {
        try {
            Installation found = examination.of(origin, executable, wanted);
            attempts.add(Attempt.usable(found, executable.toString()));
            return found;
        } catch (UnusablePython e) {
            attempts.add(Attempt.refused(origin, executable.toString(), e));
            return null;
        }
    }

    /** A link beside its target is the same candidate; a venv's link to its base Python is another one. */
    private static String identity(Path candidate) {
        try {
            Path folder = candidate.getParent();
            return (folder == null ? "" : folder.toRealPath()) + "\n" + candidate.toRealPath();
        } catch (IOException e) {
            return candidate.toString();
        }
    }

    List<Installation> all() {
        Map<String, List<Path>> places = new LinkedHashMap<>();
        places.put("PATH", path.usual());
        places.put("PATH, by version", path.versioned());
        places.put(USUAL, platform.wellKnown());
        Map<Path, Installation> found = new LinkedHashMap<>();
        places.forEach((origin, candidates) -> candidates.stream()
                .filter(candidate -> seen.add(identity(candidate)))
                .map(candidate -> examine(origin, candidate, Wanted.ANY)).filter(Objects::nonNull)
                .forEach(one -> found.putIfAbsent(real(one.library()), one)));
        return List.copyOf(found.values());
    }

    private static Path real(Path library) {
        try {
            return library.toRealPath();
        } catch (IOException e) {
            return library;
        }
    }
}
