package dev.krait.array;

import dev.krait.array.DType.Field;
import dev.krait.array.DType.Kind;
import dev.krait.capi.Statics;
import dev.krait.gil.Attachment;
import dev.krait.op.BootModule;
import dev.krait.op.Calls;
import dev.krait.op.Items;
import dev.krait.op.Text;
import dev.krait.ref.Counts;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** NumPy's structs with dates among their fields: they cross with whole numbers in their place. Callers hold the GIL. */
final class DatedStructs {
    private static final String RESOURCE = "structs.py";

    private DatedStructs() {}

    /** A NumPy array (borrowed) of such structs; null for others. */
    static @Nullable NDArray toJava(Attachment thread, long object) {
        long pair = Calls.call(thread, function("without_dates"), object);
        try {
            if (pair == Statics.NONE) {
                return null;
            }
            Iterator<String> codes = List.of(Text.read(Items.ofTuple(pair, 1)).split("\n", -1))
                    .iterator();
            return NumPy.seenAs(thread, object, Items.ofTuple(pair, 0),
                    plain -> dated(plain, codes));
        } finally {
            Counts.release(pair);
        }
    }

    static boolean isDated(DType type) {
        return leaves(type).anyMatch(DatedStructs::isDate);
    }

    /** The array as it is meant: takes over the reference to one of whole numbers. Owned. */
    static long newView(Attachment thread, long array, DType type) {
        long codes = Text.newText(thread, String.join("\n",
                leaves(type).map(leaf -> isDate(leaf) ? leaf.code() : "").toList()));
        try {
            return Calls.call(thread, function("with_dates"), array, codes);
        } finally {
            Counts.release(codes);
            Counts.release(array);
        }
    }

    private static boolean isDate(DType type) {
        return type.kind() == Kind.DATETIME || type.kind() == Kind.TIMEDELTA;
    }

    private static Stream<DType> leaves(DType type) {
        return type.kind() == Kind.STRUCT
                ? type.fields().stream().flatMap(field -> leaves(field.dtype()))
                : Stream.of(type);
    }

    private static DType dated(DType plain, Iterator<String> codes) {
        if (plain.kind() != Kind.STRUCT) {
            String code = codes.next();
            return code.isEmpty() ? plain : DType.parse(code);
        }
        List<Field> fields = new ArrayList<>();
        for (Field each : plain.fields()) {
            fields.add(new Field(each.name(), dated(each.dtype(), codes), each.offset(),
                    each.shape()));
        }
        return DType.struct(fields, plain.bytes());
    }

    private static long function(String name) {
        return BootModule.function(DatedStructs.class, RESOURCE, name);
    }
}
