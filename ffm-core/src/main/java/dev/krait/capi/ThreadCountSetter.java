package dev.krait.capi;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The function of an OpenBLAS library that sets how many threads it uses, in the whole process and from now on. */
public final class ThreadCountSetter {
    /** As numpy's and scipy's wheels, OpenBLAS itself and its 64-bit builds call it. */
    private static final List<String> NAMES = List.of("scipy_openblas_set_num_threads64_",
            "scipy_openblas_set_num_threads", "openblas_set_num_threads64_",
            "openblas_set_num_threads");
    private final CFunction function;

    private ThreadCountSetter(CFunction function) {
        this.function = function;
    }

    /** That of a library which is loaded already; empty when it exports none. */
    @SuppressWarnings("restricted") // the wall
    public static Optional<ThreadCountSetter> find(Path library) {
        SymbolLookup symbols;
        try {
            symbols = SymbolLookup.libraryLookup(library, Arena.global());
        } catch (IllegalArgumentException notLoadable) {
            return Optional.empty();
        }
        return NAMES.stream().flatMap(name -> symbols.find(name).stream()).findFirst()
                .map(symbol -> new ThreadCountSetter(new CFunction(symbol)));
    }

    /** Sets it. */
    public void set(int threads) {
        function.call(threads);
    }
}
