package dev.krait.engine;

import dev.krait.convert.Conversion;
import dev.krait.gil.Attachment;
import dev.krait.op.Items;
import dev.krait.op.Text;
import dev.krait.ref.Counts;
import java.util.List;

/** What {@code host_names.py} asks of Java. */
final class HostCalls {
    private HostCalls() {}

    /** {@code look_up(handle, name, default)}. */
    static long lookUp(Attachment thread, long arguments, boolean everywhere) {
        long name = Items.ofTuple(arguments, 1);
        long found = Text.isText(name) ? find(thread, arguments, Text.read(name), everywhere) : 0;
        return found == 0 ? Counts.retain(Items.ofTuple(arguments, 2)) : found;
    }

    private static long find(Attachment thread, long arguments, String name, boolean everywhere) {
        HostNames names = HostHandles.get(Functions.number(thread, arguments, 0));
        long found = names == null ? 0 : names.findInHost(thread, name);
        if (found != 0 || !everywhere || !(thread.context() instanceof Run run)) {
            return found;
        }
        Object value = Released.get(thread, () -> Scopes.find(run.context, name));
        return value instanceof Absent ? 0 : Conversion.standard().toPython(thread, value);
    }

    /** {@code store(handle, name, value)}: whether the host has such a name. */
    static long store(Attachment thread, long arguments) {
        HostNames names = HostHandles.get(Functions.number(thread, arguments, 0));
        return Functions.bool(names != null
                && names.store(thread, Functions.text(arguments, 1), Items.ofTuple(arguments, 2)));
    }

    /** {@code remove(handle, name)}: whether the host had it. */
    static long remove(Attachment thread, long arguments) {
        HostNames names = HostHandles.get(Functions.number(thread, arguments, 0));
        return Functions.bool(names != null && names.remove(thread, Functions.text(arguments, 1)));
    }

    /** {@code host_names(handle)}: a tuple. */
    static long listed(Attachment thread, long arguments) {
        HostNames names = HostHandles.get(Functions.number(thread, arguments, 0));
        List<String> listed = names == null ? List.of() : names.listed(thread);
        long[] texts = listed.stream().mapToLong(name -> Text.newText(thread, name)).toArray();
        return Items.newTuple(texts);
    }

    /** {@code forget(handle)}. */
    static long forget(Attachment thread, long arguments) {
        HostHandles.remove(Functions.number(thread, arguments, 0));
        return Functions.none();
    }
}
