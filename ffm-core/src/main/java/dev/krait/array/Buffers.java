package dev.krait.array;

import dev.krait.capi.BufferApi;
import dev.krait.capi.BufferView;
import dev.krait.capi.Layout;
import dev.krait.capi.Memory;
import dev.krait.capi.ObjectApi;
import dev.krait.gil.Attachment;
import dev.krait.op.Text;
import dev.krait.op.Types;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import dev.krait.ref.Ref;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Python objects that show their memory (PEP 3118) as arrays over it. Callers hold the GIL. */
final class Buffers {
    private Buffers() {}

    /** An array that keeps the object's buffer until it is closed; null when it shows none that can be understood. */
    static @Nullable NDArray open(Attachment thread, long object) {
        if (isTime(object)) {
            return null;
        }
        long view = BufferApi.memoryView(object);
        if (view == 0) {
            dismiss();
            return null;
        }
        Ref owner = Ref.owning(view);
        BufferView content = look(thread, view);
        DType type = content == null ? null : Format.parse(content.format(), content.itemSize());
        if (content == null || type == null) {
            owner.close();
            return null;
        }
        long low = Layouts.low(content.shape(), content.strides());
        long high = Layouts.high(content.shape(), content.strides(), content.itemSize());
        Storage storage = Storage.borrow(content.address() + low, Math.max(0, high - low),
                owner::close);
        return array(storage, content, type, -low);
    }

    /** Gives an array over the object's memory for the length of the function; null when it shows none. */
    static <T extends @Nullable Object> @Nullable T with(Attachment thread, long object,
            Function<NDArray, T> function) {
        long slots = thread.scratch().take(BufferView.BYTES);
        try {
            if (BufferApi.getBuffer(object, slots, BufferView.FULL_READ_ONLY) < 0) {
                dismiss();
                return null;
            }
            try {
                BufferView content = BufferView.read(slots);
                DType type = content == null
                        ? null
                        : Format.parse(content.format(), content.itemSize());
                return content == null || type == null || isTime(object)
                        ? null
                        : function.apply(overlay(content, type));
            } finally {
                BufferApi.release(slots);
            }
        } finally {
            thread.scratch().give(slots);
        }
    }

    /** Gives an array over the object's memory to write to; false when it shows none, or only for reading. */
    static boolean write(Attachment thread, long object, Consumer<NDArray> writer) {
        long slots = thread.scratch().take(BufferView.BYTES);
        try {
            if (BufferApi.getBuffer(object, slots,
                    BufferView.FULL_READ_ONLY | BufferView.WRITABLE) < 0) {
                dismiss();
                return false;
            }
            try {
                BufferView content = BufferView.read(slots);
                DType type = content == null
                        ? null
                        : Format.parse(content.format(), content.itemSize());
                if (content == null || type == null) {
                    return false;
                }
                writer.accept(overlay(content, type));
                return true;
            } finally {
                BufferApi.release(slots);
            }
        } finally {
            thread.scratch().give(slots);
        }
    }

    /** What an object's buffer looks like right now; null when it shows none. */
    static @Nullable BufferView look(Attachment thread, long object) {
        long slots = thread.scratch().take(BufferView.BYTES);
        try {
            if (BufferApi.getBuffer(object, slots, BufferView.FULL_READ_ONLY) < 0) {
                dismiss();
                return null;
            }
            BufferView content = BufferView.read(slots);
            BufferApi.release(slots);
            return content;
        } finally {
            thread.scratch().give(slots);
        }
    }

    /** Why an object that may have a buffer gives none: closed ones do not; empty when there is nothing to say. */
    static String refusal(long object) {
        if (BufferApi.isExporter(object) == 0) {
            return "";
        }
        long view = BufferApi.memoryView(object);
        if (view != 0) {
            Counts.release(view);
            return "";
        }
        long error = Raise.takePending();
        long text = Raise.check(ObjectApi.str(error));
        try {
            return Text.read(text);
        } finally {
            Counts.release(error);
            Counts.release(text);
        }
    }

    /** Whether it is a date or time span of NumPy's, whose memory says nothing of its unit. */
    static boolean isTime(long object) {
        String type = Types.name(Layout.typeOf(object));
        return type.equals("datetime64") || type.equals("timedelta64");
    }

    private static NDArray overlay(BufferView content, DType type) {
        long low = Layouts.low(content.shape(), content.strides());
        long high = Layouts.high(content.shape(), content.strides(), content.itemSize());
        Storage storage = Storage
                .wrap(Memory.view(content.address() + low, Math.max(0, high - low)));
        return array(storage, content, type, -low);
    }

    private static NDArray array(Storage storage, BufferView content, DType type, long offset) {
        return new NDArray(storage, type, offset, content.shape(), content.strides(),
                content.readOnly(), false);
    }

    /** An object without a buffer raises whatever it likes. */
    private static void dismiss() {
        Counts.releaseIfAny(Raise.takePending());
    }
}
