package dev.krait.discover;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** macOS: Homebrew, framework builds, Xcode's Python. Not tested on a Mac. */
final class MacPlatform extends UnixPlatform {
    MacPlatform(Surroundings around) {
        super(around);
    }

    @Override
    public List<Path> wellKnown() {
        List<Path> found = new ArrayList<>();
        managed(found);
        for (String brew : List.of("opt/homebrew", "usr/local")) {
            commandsIn(fixed(brew + "/bin"), found);
            for (int minor = Suitability.NEWEST; minor >= Suitability.OLDEST; minor--) {
                commandsIn(fixed(brew + "/opt/python@3." + minor + "/bin"), found);
            }
        }
        found.addAll(Folders.versions(fixed("Library/Frameworks/Python.framework/Versions"),
                "bin/python3"));
        commandsIn(fixed("opt/local/bin"), found);
        commandsIn(fixed("usr/bin"), found);
        found.removeIf(this::isInert);
        return found;
    }

    /** Without Xcode's tools {@code /usr/bin/python3} opens a dialogue instead of running. */
    @Override
    public boolean isInert(Path executable) {
        return executable.startsWith(fixed("usr/bin"))
                && !Files.isDirectory(fixed("Library/Developer/CommandLineTools"))
                && !Files.isDirectory(fixed("Applications/Xcode.app"));
    }

    /** A framework build states {@code Python.framework/Versions/3.12/Python}; inside its prefix it is {@code Python}. */
    @Override
    public List<String> libraryNames(Answer answer) {
        List<String> names = new ArrayList<>(libraryNames(answer, ".dylib"));
        String stated = answer.value("LDLIBRARY");
        if (stated.contains(".framework/")) {
            names.add(stated.substring(stated.lastIndexOf('/') + 1));
        }
        return names;
    }

    @Override
    public String libraryRemedy(Answer answer) {
        String manager = managerRemedy(answer, "--enable-framework");
        return manager != null
                ? manager
                : "use Homebrew's or python.org's Python, or build with --enable-shared";
    }

    @Override
    public Path cacheFolder() {
        return around().home().resolve("Library/Caches/krait");
    }
}
