package dev.krait.op;

import dev.krait.capi.DictApi;
import dev.krait.capi.EvalApi;
import dev.krait.capi.Memory;
import dev.krait.capi.UnicodeApi;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Python sources of ours that run while the interpreter is set up; their names live for ever. */
public final class BootModule {
    private static final Map<String, Long> LOADED = new ConcurrentHashMap<>();
    private static final Map<String, Long> FUNCTIONS = new ConcurrentHashMap<>();

    private BootModule() {}

    /**
     * Runs a resource as a module of its own. Callers hold the GIL.
     *
     * @param beside the class the resource lies beside
     * @return the module's dict, borrowed
     */
    public static long load(Class<?> beside, String resource) {
        return load(resource, source(beside, resource));
    }

    /**
     * Runs a text as a module of its own: for modules whose resources this one cannot see. Callers hold the GIL, and may
     * lose it meanwhile: of threads that load the same, the first to end has loaded it.
     *
     * @return the module's dict, borrowed
     */
    public static long load(String resource, String source) {
        long globals = Raise.check(DictApi.newDict());
        Raise.checkStatus(setItem(globals, "__builtins__", EvalApi.getBuiltins()));
        long name = UnicodeApi.internFromString(Memory.textForEver("krait"));
        Raise.checkStatus(setItem(globals, "__name__", name));
        long code = CodeCache.newCode(resource, source);
        Counts.release(Raise.check(EvalApi.evalCode(code, globals, globals)));
        Counts.release(code);
        Long first = LOADED.putIfAbsent(resource, globals);
        if (first == null) {
            return globals;
        }
        Counts.release(globals);
        return first;
    }

    /** A name of a module that is loaded when it is first asked for: borrowed for ever. Callers hold the GIL. */
    public static long function(Class<?> beside, String resource, String name) {
        if (!LOADED.containsKey(resource)) {
            load(beside, resource);
        }
        return function(resource, name);
    }

    /** A name of a loaded module, looked up once: borrowed for ever, as nothing binds it anew. Callers hold the GIL. */
    public static long function(String resource, String name) {
        String both = resource + ' ' + name;
        Long known = FUNCTIONS.get(both);
        if (known == null) {
            known = newFunction(resource, name);
            FUNCTIONS.put(both, known);
        }
        return known;
    }

    private static long newFunction(String resource, String name) {
        long globals = Objects.requireNonNull(LOADED.get(resource), resource);
        long key = Raise.check(UnicodeApi.internFromString(Memory.textForEver(name)));
        long function = DictApi.getItemWithError(globals, key);
        if (function == 0) {
            throw new AssertionError(resource + " has no " + name);
        }
        return Counts.retain(function);
    }

    private static int setItem(long dict, String name, long value) {
        return DictApi.setItem(dict, UnicodeApi.internFromString(Memory.textForEver(name)), value);
    }

    private static String source(Class<?> beside, String resource) {
        try (InputStream stream = beside.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(stream, resource).readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
