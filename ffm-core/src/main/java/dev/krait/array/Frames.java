package dev.krait.array;

import dev.krait.capi.AbstractApi;
import dev.krait.capi.ListApi;
import dev.krait.capi.Statics;
import dev.krait.convert.Conversion;
import dev.krait.convert.Unfit;
import dev.krait.gil.Attachment;
import dev.krait.op.BootModule;
import dev.krait.op.Calls;
import dev.krait.op.Items;
import dev.krait.op.Text;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tables as columns, and columns as a pandas DataFrame; the libraries may be absent. Callers hold the GIL. */
final class Frames {
    private static final String RESOURCE = "frames.py";
    private static final String NO_TABLE = "it is no table of pandas, polars or pyarrow;"
            + " pandas.DataFrame(x) makes one of dicts and lists";

    private Frames() {}

    static void addTo(Conversion conversion) {
        conversion.add(Columns.class,
                (thread, value) -> newFrame(conversion, thread, (Columns) value));
    }

    static void addTargets(Conversion conversion) {
        conversion.addTarget(Columns.class, (asked, _) -> (thread, object) -> {
            Columns columns = columns(asked, thread, object);
            if (columns == null) {
                throw Unfit.form(thread, object, Columns.class, NO_TABLE);
            }
            return columns;
        });
    }

    private static @Nullable Columns columns(Conversion asked, Attachment thread, long object) {
        long pairs = Calls.call(thread, function("columns_of"), object);
        try {
            if (pairs == Statics.NONE) {
                return null;
            }
            Map<String, Object> columns = new LinkedHashMap<>();
            for (int i = 0; i < AbstractApi.size(pairs); i++) {
                long pair = Raise.check(AbstractApi.sequenceItem(pairs, i));
                try {
                    columns.put(Text.read(Items.ofTuple(pair, 0)),
                            Objects.requireNonNull(asked.toJava(thread, Items.ofTuple(pair, 1))));
                } finally {
                    Counts.release(pair);
                }
            }
            return Columns.of(columns);
        } finally {
            Counts.release(pairs);
        }
    }

    private static long newFrame(Conversion conversion, Attachment thread, Columns columns) {
        long names = newList(conversion, thread, columns.names());
        long values = 0;
        try {
            values = Raise.check(ListApi.newList(0));
            for (Object each : columns.values()) {
                long column = each instanceof List<?> list
                        ? newList(conversion, thread, list)
                        : conversion.toPython(thread, each);
                int status = ListApi.append(values, column);
                Counts.release(column);
                Raise.checkStatus(status);
            }
            return Calls.call(thread, function("frame_of"), names, values);
        } finally {
            Counts.release(names);
            Counts.releaseIfAny(values);
        }
    }

    private static long newList(Conversion conversion, Attachment thread, List<?> elements) {
        long list = Raise.check(ListApi.newList(0));
        try {
            for (Object each : elements) {
                long element = conversion.toPython(thread, each);
                int status = ListApi.append(list, element);
                Counts.release(element);
                Raise.checkStatus(status);
            }
            return Counts.retain(list);
        } finally {
            Counts.release(list);
        }
    }

    private static long function(String name) {
        return BootModule.function(Frames.class, RESOURCE, name);
    }
}
