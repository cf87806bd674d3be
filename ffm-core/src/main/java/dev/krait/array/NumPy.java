package dev.krait.array;

import dev.krait.capi.BufferApi;
import dev.krait.capi.BufferView;
import dev.krait.capi.ImportApi;
import dev.krait.capi.Layout;
import dev.krait.capi.ObjectApi;
import dev.krait.capi.Statics;
import dev.krait.capi.TypeApi;
import dev.krait.convert.Unfit;
import dev.krait.error.ConversionException;
import dev.krait.gil.Attachment;
import dev.krait.op.Attributes;
import dev.krait.op.Calls;
import dev.krait.op.Dicts;
import dev.krait.op.Names;
import dev.krait.op.Text;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import dev.krait.ref.Ref;
import java.lang.foreign.MemorySegment;
import java.nio.Buffer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** NumPy arrays over Java's memory and the other way round; NumPy itself may be absent. Callers hold the GIL. */
final class NumPy {
    private static final long HEAP_TYPE = 1 << 9; // Py_TPFLAGS_HEAPTYPE
    private static final String NO_MEMORY = "it shows no memory (PEP 3118) and has no __array__;"
            + " numpy.asarray(x) makes an array of numbers";
    private static @Nullable Ref asArray;
    private static boolean absent;

    private NumPy() {}

    /** An array as a NumPy array, or a memoryview where there is no NumPy, over its memory: owned. */
    static long newArray(Attachment thread, NDArray array, Object original) {
        Ref source = array.source();
        if (source != null) {
            array.memory();
            return Counts.retain(source.pointer());
        }
        long exporter = Exporter.newExporter(array, original);
        try {
            Ref function = asArray(thread);
            if (function == null) {
                return Raise.check(BufferApi.memoryView(exporter));
            }
            long made = Calls.call(thread, function.pointer(), exporter);
            return switch (array.dtype().kind()) {
                case DATETIME, TIMEDELTA -> newView(thread, made, array.dtype().code());
                case STRUCT -> DatedStructs.isDated(array.dtype())
                        ? DatedStructs.newView(thread, made, array.dtype())
                        : made;
                default -> made;
            };
        } finally {
            Counts.release(exporter);
        }
    }

    /** A NumPy array (borrowed) as an array over its memory, or as the one it shows; null for one of Python objects. */
    static @Nullable Object toJava(Attachment thread, long object) {
        Object own = original(thread, object);
        if (own != null && !(own instanceof MemorySegment || own instanceof Buffer)) {
            return own;
        }
        NDArray array = Buffers.open(thread, object);
        return array == null ? dates(thread, object) : array.from(Ref.retaining(object));
    }

    /** The Java object whose memory an array or memoryview (borrowed) shows, whole; null for other objects. */
    static @Nullable Object original(Attachment thread, long object) {
        if (Layout.typeOf(object) == ArrayRules.MEMORY_VIEW) {
            return wholeOf(thread, object, object);
        }
        long base = Attributes.find(thread, object, "base");
        if (base == 0) {
            return null;
        }
        try {
            return Layout.typeOf(base) == ArrayRules.MEMORY_VIEW
                    ? wholeOf(thread, base, object)
                    : null;
        } finally {
            Counts.release(base);
        }
    }

    /** What a memoryview (borrowed) of ours stands for when the object shows all of it; else null. */
    static @Nullable Object wholeOf(Attachment thread, long memoryView, long object) {
        long exporter = Attributes.find(thread, memoryView, "obj");
        if (exporter == 0) {
            return null;
        }
        try {
            Export export = Exporter.of(exporter);
            BufferView content = export == null ? null : Buffers.look(thread, object);
            if (export == null || content == null || !export.isWhole(content)) {
                return null;
            }
            Object original = export.original();
            return original instanceof NDArray own && own.isClosed() ? null : original;
        } finally {
            Counts.release(exporter);
        }
    }

    /**
     * What an object (borrowed) that shows no memory itself makes of itself by {@code __array__}: columns of tables,
     * tensors. Owned; 0 for other objects, and without NumPy.
     */
    static long newArrayOf(Attachment thread, long object) {
        long type = Layout.typeOf(object);
        if (type == Statics.LIST || type == Statics.TUPLE) {
            return 0; // the commonest, without a look-up
        }
        long maker = Attributes.find(thread, type, "__array__");
        if (maker == 0) {
            return 0;
        }
        Counts.release(maker);
        Ref function = asArray(thread);
        return function == null ? 0 : Calls.call(thread, function.pointer(), object);
    }

    private static String noMemory(long object) {
        if (Text.isText(object)) {
            return "x.encode() gives its bytes";
        }
        String refusal = Buffers.refusal(object);
        return refusal.isEmpty() || Buffers.isTime(object) ? NO_MEMORY : refusal;
    }

    /** What is said of an object that is no array; of one of NumPy with elements Java has no form of, which they are. */
    static ConversionException unfit(Attachment thread, long object, Class<?> wanted) {
        long dtype = Attributes.find(thread, object, "dtype");
        if (dtype == 0 || Buffers.isTime(object)) {
            Counts.releaseIfAny(dtype);
            return Unfit.form(thread, object, wanted, noMemory(object));
        }
        long text = 0;
        try {
            text = Raise.check(ObjectApi.str(dtype));
            return Unfit.form(thread, object, wanted, "its elements are of dtype " + Text.read(text)
                    + "; as(Object[].class) copies them, astype changes them");
        } finally {
            Counts.release(dtype);
            Counts.releaseIfAny(text);
        }
    }

    /**
     * Refuses an array with masked elements (borrowed), as Java's form would show what is behind the mask.
     *
     * @throws ConversionException with the remedy
     */
    static void refuseMasked(Attachment thread, long object) {
        if ((TypeApi.getFlags(Layout.typeOf(object)) & HEAP_TYPE) == 0) {
            return; // ndarray itself and what Python brings along
        }
        long masks = Dicts.get(thread, ImportApi.getModuleDict(), "numpy.ma");
        if (masks == 0) {
            return;
        }
        long isMasked = Attributes.get(thread, masks, "is_masked");
        try {
            long answer = Calls.call(thread, isMasked, object);
            Counts.release(answer);
            if (answer == Statics.TRUE) {
                throw new ConversionException("elements of this masked array are masked, which"
                        + " Java's arrays cannot say: fill them, array.filled(value), or leave them"
                        + " out, array.compressed()");
            }
        } finally {
            Counts.release(isMasked);
        }
    }

    /** The buffer protocol has no dates: seen as whole numbers they have a buffer. */
    private static @Nullable NDArray dates(Attachment thread, long object) {
        long dtype = Attributes.get(thread, object, "dtype");
        long code = Attributes.get(thread, dtype, "str");
        Counts.release(dtype);
        String text = Text.read(code);
        Counts.release(code);
        if (text.charAt(1) == 'V') {
            return DatedStructs.toJava(thread, object);
        }
        if (text.charAt(1) != 'M' && text.charAt(1) != 'm') {
            return null;
        }
        long numbers = newView(thread, Counts.retain(object), text.charAt(0) + "i8");
        try {
            return seenAs(thread, object, numbers, _ -> DType.parse(text));
        } finally {
            Counts.release(numbers);
        }
    }

    /** An array (borrowed) by one over the same memory with whole numbers; the one of ours that it shows, when it does. */
    static @Nullable NDArray seenAs(Attachment thread, long object, long numbers,
            UnaryOperator<DType> type) {
        NDArray whole = Buffers.open(thread, numbers);
        if (whole == null) {
            return null;
        }
        DType meant = type.apply(whole.dtype());
        long base = Attributes.get(thread, object, "base"); // of numbers, over memory of ours
        try {
            if (original(thread, base) instanceof NDArray own && own.dtype().equals(meant)
                    && Layouts.areSame(own, whole)) {
                whole.close();
                return own;
            }
        } finally {
            Counts.release(base);
        }
        return whole.seenAs(meant).from(Ref.retaining(object));
    }

    /** {@code array.view(code)}; takes the reference to the array over. */
    private static long newView(Attachment thread, long array, String code) {
        long method = 0;
        long type = 0;
        try {
            method = Attributes.get(thread, array, "view");
            type = Text.newText(thread, code);
            return Calls.call(thread, method, type);
        } finally {
            Counts.releaseIfAny(method);
            Counts.releaseIfAny(type);
            Counts.release(array);
        }
    }

    private static @Nullable Ref asArray(Attachment thread) {
        if (asArray == null && !absent) {
            long name = Names.newName(thread, "numpy");
            long module = ImportApi.importModule(name);
            Counts.release(name);
            if (module == 0) {
                Counts.releaseIfAny(Raise.takePending());
                absent = true;
                return null;
            }
            asArray = Ref.owning(Attributes.get(thread, module, "asarray"));
            Counts.release(module);
        }
        return asArray;
    }
}
