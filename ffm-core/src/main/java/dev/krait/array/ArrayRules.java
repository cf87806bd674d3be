package dev.krait.array;

import dev.krait.capi.BufferApi;
import dev.krait.capi.LibPython;
import dev.krait.convert.ContainerRule;
import dev.krait.convert.Conversion;
import dev.krait.convert.MemoryTarget;
import dev.krait.error.ConversionException;
import dev.krait.gil.Attachment;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rules for arrays, memory and buffers, both ways. */
public final class ArrayRules {
    /** {@code memoryview}. */
    static final long MEMORY_VIEW = LibPython.address("PyMemoryView_Type");

    private ArrayRules() {}

    /** Adds them; for the start of Krait itself. Callers hold the GIL. */
    @SuppressWarnings("exports") // called by the layer above only, with what is not exported
    public static void addTo(Conversion conversion) {
        addJava(conversion);
        Frames.addTo(conversion);
        conversion.add("numpy", "ndarray", new NumPyRule());
        conversion.add("numpy.ma", "MaskedArray", (ContainerRule) Conversion::toPlainObject);
        conversion.add(MEMORY_VIEW, (ContainerRule) (asked, thread, object) -> {
            Object original = NumPy.wholeOf(thread, object, object);
            return original == null ? asked.toPlainObject(thread, object) : original;
        });
    }

    /** Adds those for wanted types. */
    @SuppressWarnings("exports") // as above
    public static void addTargets(Conversion conversion) {
        Frames.addTargets(conversion);
        conversion.addTarget(NDArray.class,
                (_, _) -> (MemoryTarget) (thread, object) -> open(thread, object, NDArray.class));
        conversion.addTarget(MemorySegment.class, (_, _) -> (MemoryTarget) (thread,
                object) -> opened(thread, object, MemorySegment.class, NDArray::segment));
        conversion.addTarget(ByteBuffer.class,
                (_, _) -> (MemoryTarget) (thread, object) -> opened(thread, object,
                        ByteBuffer.class,
                        array -> array.segment().asByteBuffer().order(ByteOrder.nativeOrder())));
        TypedBuffers.KINDS.forEach(kind -> addBuffer(conversion, kind));
        conversion.addTarget(Class::isArray, JavaArrayTarget::new);
    }

    private static <T extends java.nio.Buffer> void addBuffer(Conversion conversion,
            TypedBuffers.Kind<T> kind) {
        conversion.addTarget(kind.type(), (_, _) -> (MemoryTarget) (thread,
                object) -> opened(thread, object, kind.type(), kind::of));
    }

    private static void addJava(Conversion conversion) {
        conversion.add(NDArray.class,
                (thread, value) -> NumPy.newArray(thread, (NDArray) value, value));
        conversion.add(InOut.class, (thread, value) -> ((InOut) value).newPython(thread));
        conversion.add(MemorySegment.class,
                (thread, value) -> ((MemorySegment) value).isNative()
                        ? show((MemorySegment) value, value)
                        : conversion.newPlainObject(thread, value));
        conversion.add(ByteBuffer.class,
                (thread, value) -> ((ByteBuffer) value).isDirect()
                        ? show(MemorySegment.ofBuffer((ByteBuffer) value), value)
                        : conversion.newPlainObject(thread, value));
    }

    /** A memoryview of bytes: owned. */
    private static long show(MemorySegment memory, Object original) {
        if (!memory.scope().isAlive()) {
            throw new IllegalStateException("the arena of this memory was closed");
        }
        NDArray bytes = NDArray.wrap(memory, DType.UINT8, memory.byteSize());
        long exporter = Exporter.newExporter(bytes, original);
        try {
            return Raise.check(BufferApi.memoryView(exporter));
        } finally {
            Counts.release(exporter);
        }
    }

    private static NDArray open(Attachment thread, long object, Class<?> wanted) {
        NumPy.refuseMasked(thread, object);
        NDArray array = BufferApi.isExporter(object) == 0
                ? madeOf(thread, object)
                : Buffers.open(thread, object);
        if (array == null) {
            throw NumPy.unfit(thread, object, wanted);
        }
        return array;
    }

    private static @Nullable NDArray madeOf(Attachment thread, long object) {
        long made = NumPy.newArrayOf(thread, object);
        try {
            return made != 0 && NumPy.toJava(thread, made) instanceof NDArray array ? array : null;
        } finally {
            Counts.releaseIfAny(made);
        }
    }

    private static <T> T opened(Attachment thread, long object, Class<T> wanted,
            Function<NDArray, T> form) {
        Object original = NumPy.original(thread, object);
        if (wanted.isInstance(original)) {
            return wanted.cast(original);
        }
        try {
            return form.apply(open(thread, object, wanted));
        } catch (IllegalStateException apart) {
            throw new ConversionException(String.valueOf(apart.getMessage()));
        }
    }
}
