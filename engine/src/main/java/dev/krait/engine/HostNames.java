package dev.krait.engine;

import dev.krait.PyObject;
import dev.krait.capi.DictApi;
import dev.krait.capi.Layout;
import dev.krait.capi.LibPython;
import dev.krait.capi.Statics;
import dev.krait.convert.Conversion;
import dev.krait.gil.Attachment;
import dev.krait.op.Calls;
import dev.krait.op.Dicts;
import dev.krait.op.Numbers;
import dev.krait.op.Script;
import dev.krait.op.Types;
import dev.krait.ref.Counts;
import dev.krait.ref.Ref;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.script.Bindings;
import org.jspecify.annotations.Nullable;

/**
 * Global names that a host keeps in Bindings of its own class: asked for by name, told of every assignment.
 *
 * <p>There is one for each Bindings object, as long as that lives; it does not keep the object alive.
 */
final class HostNames implements ScriptNames {
    private static final long MODULE = LibPython.address("PyModule_Type");
    private static final WeakIdentityMap<Bindings, HostNames> ALL = new WeakIdentityMap<>();
    private final WeakReference<Bindings> host;
    private final Ref names;
    private final FileName file = new FileName();
    private final Set<String> nulls = new HashSet<>();
    private long swept;
    private final Map<String, Copy> copies = new HashMap<>();

    /** What was given to the host for a Python object of which Java has but a copy. */
    private record Copy(WeakReference<Object> java, Ref python) {}

    private HostNames(Attachment thread, Bindings host) {
        this.host = new WeakReference<>(host);
        long handle = Numbers.newInt(HostHandles.add(this));
        try {
            names = Ref.owning(Calls.call(thread, EnginePython.NEW_HOST_NAMES, handle));
        } finally {
            Counts.release(handle);
        }
    }

    /** Those of a Bindings object. Callers hold the GIL. */
    static HostNames of(Attachment thread, Bindings host) {
        HostNames known = ALL.get(host);
        return known != null ? known : ALL.putIfAbsent(host, new HostNames(thread, host));
    }

    @Override
    public long globals() {
        return names.pointer();
    }

    @Override
    public long find(Attachment thread, String name) {
        long own = Dicts.get(thread, names.pointer(), name);
        return own == 0 ? findInHost(thread, name) : Counts.retain(own);
    }

    @Override
    public void enter(Attachment thread, Run run, @Nullable Script script) {
        for (String name : List.copyOf(nulls)) {
            long value = findInHost(thread, name);
            if (value != 0) { // the host has set it meanwhile
                Counts.release(value);
                Dicts.remove(thread, names.pointer(), name);
                nulls.remove(name);
            }
        }
    }

    @Override
    public void file(Attachment thread, @Nullable String name) {
        file.set(thread, names.pointer(), name);
    }

    @Override
    public void leave(Attachment thread) {
        if (DictApi.size(names.pointer()) != swept) {
            Counts.release(Calls.call(thread, EnginePython.SWEEP, names.pointer()));
            swept = DictApi.size(names.pointer());
        }
    }

    /** The host's value of a name: owned; 0 when it has none. */
    long findInHost(Attachment thread, String name) {
        Bindings bindings = host.get();
        Object value = bindings == null
                ? Absent.NAME
                : Released.get(thread, () -> Scopes.find(bindings, name));
        return value instanceof Absent ? 0 : python(thread, name, value);
    }

    /** Gives the host a value (borrowed); false when it takes none. */
    boolean store(Attachment thread, String name, long value) {
        Bindings bindings = host.get();
        if (bindings == null) {
            return false;
        }
        Object converted = Conversion.standard().toJava(thread, value);
        remember(name, converted, value);
        boolean stored = store(thread, bindings, name, converted, value);
        if (!stored && converted == null) {
            nulls.add(name);
        } else {
            nulls.remove(name);
        }
        return stored;
    }

    private static boolean store(Attachment thread, Bindings bindings, String name,
            @Nullable Object converted, long value) {
        try {
            return Released.get(thread, () -> put(bindings, name, converted));
        } catch (NullPointerException refused) {
            throw refused;
        } catch (RuntimeException refused) { // by a workflow engine that writes values down
            if (isDefinition(value)) {
                return false;
            }
            throw refused;
        }
    }

    /** Whether a value (borrowed) is what import, def and class make: of use to the script, not data for the host. */
    private static boolean isDefinition(long value) {
        return Types.isInstance(value, Statics.FUNCTION) || Types.isInstance(value, Statics.TYPE)
                || Types.isInstance(value, Statics.C_FUNCTION) || Types.isInstance(value, MODULE);
    }

    private static boolean put(Bindings bindings, String name, @Nullable Object value) {
        try {
            bindings.put(name, value);
            return true;
        } catch (UnsupportedOperationException readOnly) {
            return false;
        } catch (NullPointerException holdsNoNull) {
            if (value != null) {
                throw holdsNoNull;
            }
            bindings.remove(name); // the script keeps its None, the host no value from before
            return false;
        }
    }

    /** Removes a name from the host; whether it was there. */
    boolean remove(Attachment thread, String name) {
        Bindings bindings = host.get();
        copies.remove(name);
        return bindings != null && Released.get(thread, () -> {
            boolean there = bindings.containsKey(name);
            bindings.remove(name);
            return there;
        });
    }

    /** The names the host has. */
    List<String> listed(Attachment thread) {
        Bindings bindings = host.get();
        return bindings == null
                ? List.of()
                : Released.get(thread, () -> List.copyOf(bindings.keySet()));
    }

    /** What a script finds under a name must be the object it put there, not a copy of a copy. */
    @SuppressWarnings("ReferenceEquality") // the very object that was given to the host
    private long python(Attachment thread, String name, @Nullable Object value) {
        Copy copy = copies.get(name);
        return copy != null && value != null && copy.java.get() == value
                ? Counts.retain(copy.python.pointer())
                : Conversion.standard().toPython(thread, value);
    }

    private void remember(String name, @Nullable Object converted, long value) {
        long type = Layout.typeOf(value);
        boolean same = converted == null || converted instanceof PyObject || type == Statics.UNICODE
                || type == Statics.LONG || type == Statics.FLOAT || type == Statics.BOOL;
        Copy former = same
                ? copies.remove(name)
                : copies.put(name, new Copy(new WeakReference<>(converted), Ref.retaining(value)));
        if (former != null) {
            former.python.close();
        }
    }
}
