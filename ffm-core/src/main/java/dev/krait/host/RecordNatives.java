package dev.krait.host;

import dev.krait.gil.Attachment;
import dev.krait.op.Text;
import dev.krait.raise.Raise;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code copies.py} asks about records and enums. */
final class RecordNatives {
    private RecordNatives() {}

    /** {@code _parts(object)}: an enum's name; a record's names and values in turn; None for others. */
    static long parts(Attachment thread, long args) {
        Object object = Receivers.find(Natives.at(args, 0));
        if (object instanceof Enum<?> constant) {
            return Text.newText(thread, constant.name());
        }
        List<@Nullable Object> parts = object instanceof Record ? partsOf(thread, object) : null;
        return parts == null ? HostPython.none() : Iteration.newList(thread, parts.toArray());
    }

    /** Null when its components are out of reach. */
    private static @Nullable List<@Nullable Object> partsOf(Attachment thread, Object object) {
        List<@Nullable Object> parts = new ArrayList<>();
        for (RecordComponent each : object.getClass().getRecordComponents()) {
            MethodHandle accessor = Access.unreflect(each.getAccessor());
            if (accessor == null) {
                return null;
            }
            parts.add(each.getName());
            parts.add(thread.outsideUnchecked(() -> value(accessor, object)));
        }
        return parts;
    }

    private static @Nullable Object value(MethodHandle accessor, Object object) {
        try {
            return accessor.invoke(object);
        } catch (Throwable thrown) {
            throw Raise.<RuntimeException>sneaky(thrown);
        }
    }
}
