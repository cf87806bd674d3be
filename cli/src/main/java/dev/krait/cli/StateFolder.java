package dev.krait.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where this user's programs keep what should outlive them: the history of the REPL. */
final class StateFolder {
    private StateFolder() {}

    static Path ofUser() {
        return of(System.getProperty("os.name"), Path.of(System.getProperty("user.home")),
                System::getenv);
    }

    static Path of(String system, Path home, UnaryOperator<@Nullable String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return folder(environment.apply("LOCALAPPDATA"), home.resolve("AppData/Local"));
        }
        return name.startsWith("mac")
                ? home.resolve("Library/Application Support/krait")
                : folder(environment.apply("XDG_STATE_HOME"), home.resolve(".local/state"));
    }

    private static Path folder(@Nullable String named, Path usual) {
        Path folder = named == null || named.isEmpty() ? usual : Path.of(named);
        return (folder.isAbsolute() ? folder : usual).resolve("krait");
    }
}
