package dev.krait.discover;

import dev.krait.error.PythonUnavailableException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a search went: what was tried, in order, and what came of it.
 *
 * @param chosen the Python to start; null when there is none
 * @param why the reason of the choice, or what to do when there is none
 * @param attempts the places tried; places after the chosen one were not looked at
 */
public record Report(@Nullable Installation chosen, String why, List<Attempt> attempts) {
    /** Copies the list. */
    public Report {
        attempts = List.copyOf(attempts);
    }

    /**
     * The Python to start.
     *
     * @throws PythonUnavailableException when there is none; it lists every place tried
     */
    public Installation require() {
        if (chosen != null) {
            return chosen;
        }
        List<String> tried = attempts.stream().map(Attempt::line).toList();
        throw new PythonUnavailableException(why + "\nTried:\n  " + String.join("\n  ", tried),
                tried);
    }
}
