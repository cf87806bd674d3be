package dev.krait.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where the history is kept. */
class StateFolderTest {
    private static final Path HOME = Path.of("/home/me");

    @Test
    void linuxHasTheFolderOfTheDesktopRules() {
        assertEquals(HOME.resolve(".local/state/krait"),
                StateFolder.of("Linux", HOME, Map.<String, String>of()::get));
        assertEquals(Path.of("/state/krait"),
                StateFolder.of("Linux", HOME, Map.of("XDG_STATE_HOME", "/state")::get));
        assertEquals(HOME.resolve(".local/state/krait"),
                StateFolder.of("Linux", HOME, Map.of("XDG_STATE_HOME", "relative")::get));
    }

    @Test
    void macHasTheFolderForProgramsData() {
        assertEquals(HOME.resolve("Library/Application Support/krait"),
                StateFolder.of("Mac OS X", HOME, Map.<String, String>of()::get));
    }
}
