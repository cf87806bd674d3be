package dev.krait.host;

import dev.krait.convert.Conversion;
import dev.krait.gil.Attachment;
import dev.krait.op.BootModule;
import dev.krait.op.JavaErrors;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Java objects as Python objects. */
public final class Host {
    private static volatile @Nullable Conversion standard;
    private final HostErrors errors = new HostErrors();

    private Host() {}

    /** Makes the base types and adds their rules. Callers hold the GIL. */
    public static Host install(Attachment thread, Conversion conversion) {
        standard = conversion;
        LiveTypes.create();
        CallableSlots.create();
        BootModule.load(Host.class, "host.py");
        conversion.add(LiveTypes.root(), (_, object) -> ObjectSlots.target(object));
        return new Host();
    }

    /** Objects of this class are called with positional and keyword arguments. */
    public void callByKeywords(Class<?> type, KeywordCall how) {
        KeywordCalls.add(type, how);
    }

    /** A Java object as a live Python object: owned. */
    public long newObject(Attachment thread, Object value) {
        boolean called = Sam.of(value.getClass()) != null || KeywordCalls.isFor(value.getClass());
        return called
                ? Live.newObject(LiveTypes.callable(), value, CallableSlots.function())
                : Live.newObject(LiveTypes.root(), value, 0);
    }

    /** The exceptions that carry Throwables. */
    public JavaErrors errors() {
        return errors;
    }

    /** How many Java objects Python objects stand for now. Callers hold the GIL. */
    public static long liveHandles() {
        return Handles.live();
    }

    /** The rules by which arguments and results cross. */
    static Conversion conversion() {
        return Objects.requireNonNull(standard);
    }
}
