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

    static void addTo(Attachment thread, long module) {
        Functions.add(thread, module, "look_up", (on, args) -> lookUp(on, args, true));
        Functions.add(thread, module, "look_up_here", (on, args) -> lookUp(on, args, false));
        Functions.add(thread, module, "store", HostCalls::store);
        Functions.add(thread, module, "remove", HostCalls::remove);
        Functions.add(thread, module, "host_names", HostCalls::listed);
        Functions.add(thread, module, "forget", (on, args) -> {
            HostHandles.remove(Functions.number(on, args, 0));
            return Functions.none();
        });
    }

    /** {@code look_up(handle, name, default)}. */
    private static long lookUp(Attachment thread, long arguments, boolean everywhere) {
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

    private static long store(Attachment thread, long arguments) {
        HostNames names = HostHandles.get(Functions.number(thread, arguments, 0));
        return Functions.bool(names != null
                && names.store(thread, Functions.text(arguments, 1), Items.ofTuple(arguments, 2)));
    }

    private static long remove(Attachment thread, long arguments) {
        HostNames names = HostHandles.get(Functions.number(thread, arguments, 0));
        return Functions.bool(names != null && names.remove(thread, Functions.text(arguments, 1)));
    }

    private static long listed(Attachment thread, long arguments) {
        HostNames names = HostHandles.get(Functions.number(thread, arguments, 0));
        List<String> listed = names == null ? List.of() : names.listed(thread);
        long[] texts = listed.stream().mapToLong(name -> Text.newText(thread, name)).toArray();
        return Items.newTuple(texts);
    }
}
