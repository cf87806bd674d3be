package dev.krait.embedded;

import dev.krait.discover.Installation;
import dev.krait.discover.PackagedPython;
import dev.krait.discover.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * CPython with numpy from Maven Central, unpacked once into the user's cache folder.
 *
 * <p>The folder is that of the system property {@code krait.cache}, else the platform's folder for caches. Threads and
 * processes may ask at once. {@code -Dkrait.embedded.verify=true} compares the checksums of all files.
 */
public final class EmbeddedPython implements PackagedPython {
    private static final String VERIFY = "krait.embedded.verify";

    /** Used by the service loader; does nothing yet. */
    public EmbeddedPython() {}

    @Override
    public String name() {
        try {
            return "embedded " + Bundle.ofProcess().name();
        } catch (IOException e) {
            return "embedded CPython, which is not on the class path for "
                    + Target.ofProcess().classifier();
        }
    }

    @Override
    public Installation install(Consumer<String> progress) {
        try {
            return install(Bundle.ofProcess(), progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private static Installation install(Bundle bundle, Consumer<String> progress) {
        Installer installer = new Installer(Surroundings.ofProcess().cacheFolder(), bundle,
                progress);
        Path root = installer.root();
        try {
            installer.makeReady(Boolean.getBoolean(VERIFY));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack Python into " + root + ": " + reason(e)
                    + ". It needs a folder that can be written, with 200 MB free; choose another one with "
                    + "-Dkrait.cache=FOLDER.", e);
        }
        Layout layout = bundle.layout();
        // numpy lies in site-packages and opens its OpenBLAS itself, so that a start without numpy
        // costs neither
        return new Installation("embedded " + bundle.name(), root.resolve(layout.executable()),
                root.resolve(layout.library()), bundle.version(), root, root, List.of(), List.of());
    }

    private static String reason(IOException failure) {
        String message = String.valueOf(failure.getMessage());
        return failure instanceof AccessDeniedException ? "no right to write " + message : message;
    }
}
