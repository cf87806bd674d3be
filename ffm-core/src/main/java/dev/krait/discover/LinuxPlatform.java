package dev.krait.discover;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Linux, and what else looks like it. */
final class LinuxPlatform extends UnixPlatform {
    LinuxPlatform(Surroundings around) {
        super(around);
    }

    @Override
    public List<Path> wellKnown() {
        List<Path> found = new ArrayList<>();
        managed(found);
        commandsIn(fixed("usr/local/bin"), found);
        commandsIn(fixed("usr/bin"), found);
        commandsIn(fixed("home/linuxbrew/.linuxbrew/bin"), found);
        return found;
    }

    @Override
    public List<String> libraryNames(Answer answer) {
        return libraryNames(answer, ".so.1.0", ".so");
    }

    @Override
    public String libraryRemedy(Answer answer) {
        String manager = managerRemedy(answer, "--enable-shared");
        if (manager != null) {
            return manager;
        }
        if (answer.value("base_prefix").equals("/usr")) {
            return "install it: libpython" + answer.feature() + " on Debian and Ubuntu, python"
                    + answer.feature() + "-libs or python3-libs on Fedora and Red Hat";
        }
        return "build it again with ./configure --enable-shared, or choose another Python";
    }

    @Override
    public Path cacheFolder() {
        Path caches = around().folder("XDG_CACHE_HOME");
        return (caches == null ? around().home().resolve(".cache") : caches).resolve("krait");
    }
}
