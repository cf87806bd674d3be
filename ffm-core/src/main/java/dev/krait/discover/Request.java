package dev.krait.discover;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What discovery is asked for.
 *
 * @param choice the Python chosen in code: an executable, a venv or prefix folder, a command or version to look up
 *         on PATH, or {@code embedded}; null when the code leaves it open
 * @param surroundings what may be known of process and machine
 * @param progress told, in short plain sentences, what takes long (unpacking a packaged Python)
 */
public record Request(@Nullable String choice, Surroundings surroundings,
        Consumer<String> progress) {
    /** A choice made in code, within this process, without progress. */
    public static Request of(@Nullable String choice) {
        return new Request(choice, Surroundings.ofProcess(), _ -> {
        });
    }
}
