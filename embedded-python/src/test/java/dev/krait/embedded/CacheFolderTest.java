package dev.krait.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Tests of {@link CacheFolder}. */
class CacheFolderTest {
    private final Path home = Path.of("home").toAbsolutePath();
    private final Path other = Path.of("other").toAbsolutePath();
    private final Properties properties = new Properties();

    CacheFolderTest() {
        properties.setProperty("user.home", home.toString());
        properties.setProperty("os.name", "Linux");
    }

    private Path path(Map<String, String> environment) {
        return new CacheFolder(properties, environment).path();
    }

    @Test
    void liesInTheHiddenCacheFolderOfTheHomeOnLinux() {
        assertEquals(home.resolve(".cache/krait"), path(Map.of()));
    }

    @Test
    void followsAnAbsoluteXdgCacheHome() {
        assertEquals(other.resolve("krait"), path(Map.of("XDG_CACHE_HOME", other.toString())));
        assertEquals(home.resolve(".cache/krait"), path(Map.of("XDG_CACHE_HOME", "relative")));
    }

    @Test
    void liesInTheLibraryOnMac() {
        properties.setProperty("os.name", "Mac OS X");
        assertEquals(home.resolve("Library/Caches/krait"),
                path(Map.of("XDG_CACHE_HOME", other.toString())));
    }

    @Test
    void liesInTheLocalApplicationDataOnWindows() {
        properties.setProperty("os.name", "Windows 11");
        assertEquals(other.resolve("krait"), path(Map.of("LOCALAPPDATA", other.toString())));
        assertEquals(home.resolve("AppData/Local/krait"), path(Map.of()));
    }

    @Test
    void isWhatThePropertySays() {
        properties.setProperty("krait.cache", other.toString());
        assertEquals(other, path(Map.of("XDG_CACHE_HOME", home.toString())));
    }
}
