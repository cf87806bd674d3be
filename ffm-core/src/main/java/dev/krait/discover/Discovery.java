package dev.krait.discover;

import dev.krait.error.PythonUnavailableException;
import java.time.Duration;
import java.util.List;

/**
 * Finds the Python to start.
 *
 * <p>The order: the choice made in code, {@code -Dkrait.python}, {@code KRAIT_PYTHON}, {@code VIRTUAL_ENV},
 * {@code CONDA_PREFIX}, a packaged Python, PATH, the usual places of the platform. The first three are explicit: if
 * such a choice does not work, nothing else is tried. Any thread may call; nothing is kept but the cache on disk.
 */
public final class Discovery {
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(10);

    private Discovery() {}

    /**
     * The Python to start.
     *
     * @throws PythonUnavailableException when there is none; it lists every place tried with reason and remedy
     */
    public static Installation find(Request request) {
        return report(request).require();
    }

    /** How the search for the Python to start went; a search that finds none gives a report too. */
    public static Report report(Request request) {
        return search(request).report();
    }

    /**
     * All Pythons of PATH and the usual places that can be started, each library once. The choice in the request and
     * packaged Pythons do not matter here. Takes a process for each Python that was not asked before.
     */
    public static List<Installation> all(Request request) {
        return search(request).all();
    }

    private static Search search(Request request) {
        return new Search(request, new ProcessRunner(PROBE_LIMIT), PackagedPythons::visible);
    }
}
