package dev.krait.capi;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one libpython of this process: opened once with global symbols, never closed.
 *
 * <p>Extension modules do not link libpython; they find its symbols only when it was opened globally.
 */
public final class LibPython {
    private static volatile @Nullable SymbolLookup symbols;

    private LibPython() {}

    /**
     * Opens the library, and others before it.
     *
     * @throws IllegalArgumentException with the dynamic linker's words when one cannot be opened
     */
    @SuppressWarnings("restricted") // the wall
    public static void open(Path library, List<Path> before) {
        GlobalLoader loader = GlobalLoader.ofThisPlatform();
        before.forEach(loader::open);
        loader.open(library);
        symbols = SymbolLookup.libraryLookup(library, Arena.global());
    }

    /** Whether {@link #open} has run in this class loader. */
    public static boolean isOpen() {
        return symbols != null;
    }

    /** The address of an exported variable. */
    public static long address(String name) {
        return find(name).address();
    }

    static MemorySegment find(String name) {
        return lookUp(name).orElseThrow(() -> new AssertionError("libpython exports no " + name));
    }

    static Optional<MemorySegment> lookUp(String name) {
        SymbolLookup open = symbols;
        if (open == null) {
            throw new AssertionError(name + " asked for before libpython was opened");
        }
        return open.find(name);
    }
}
