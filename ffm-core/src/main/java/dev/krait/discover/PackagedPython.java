package dev.krait.discover;

import java.util.function.Consumer;

/** A Python that comes as a dependency instead of from the machine; found through the service loader. */
public interface PackagedPython {
    /** What to call it in reports, with its version: {@code embedded CPython 3.14.3}. */
    String name();

    /**
     * Makes its files ready on this machine (the first time this copies them) and says where they are.
     *
     * @param progress told, in short plain sentences, what takes long
     * @throws java.io.UncheckedIOException when the files cannot be put in place
     */
    Installation install(Consumer<String> progress);
}
