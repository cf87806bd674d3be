package dev.krait.capi;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;

/** Opens a library so that libraries opened later see its symbols. */
interface GlobalLoader {
    /** Opens the library for the life of the process. */
    void open(Path library);

    /** The way of this operating system. */
    static GlobalLoader ofThisPlatform() {
        if (NativePlatform.IS_WINDOWS) {
            return new Windows();
        }
        return new Posix(NativePlatform.IS_MAC ? Posix.RTLD_GLOBAL_MAC : Posix.RTLD_GLOBAL_LINUX);
    }

    /** {@code dlopen(path, RTLD_NOW | RTLD_GLOBAL)}. The macOS value is from dlfcn.h there, untested. */
    @SuppressWarnings("restricted") // the wall
    final class Posix implements GlobalLoader {
        static final int RTLD_GLOBAL_LINUX = 0x100;
        static final int RTLD_GLOBAL_MAC = 0x8;
        private static final int RTLD_NOW = 2;
        private static final int MESSAGE_BYTES = 4096;
        private final CFunction dlopen;
        private final CFunction dlerror;
        private final long flags;

        Posix(int global) {
            dlopen = CFunction.ofLibc("dlopen");
            dlerror = CFunction.ofLibc("dlerror");
            flags = RTLD_NOW | global;
        }

        @Override
        public void open(Path library) {
            try (Arena arena = Arena.ofConfined()) {
                long path = arena.allocateFrom(library.toString()).address();
                if (dlopen.call(path, flags) == 0) {
                    MemorySegment message = MemorySegment.ofAddress(dlerror.call());
                    throw new IllegalArgumentException(
                            message.reinterpret(MESSAGE_BYTES).getString(0));
                }
            }
        }
    }

    /** Windows has no local visibility of symbols; untested. */
    @SuppressWarnings("restricted") // the wall
    final class Windows implements GlobalLoader {
        @Override
        public void open(Path library) {
            SymbolLookup.libraryLookup(library, Arena.global());
        }
    }
}
