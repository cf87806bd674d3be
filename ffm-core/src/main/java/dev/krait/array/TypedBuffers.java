package dev.krait.array;

import dev.krait.error.ConversionException;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.List;
import java.util.function.Function;

/** The buffers of numbers that {@code java.nio} has, over the memory of an array with such elements. */
final class TypedBuffers {
    static final List<Kind<?>> KINDS = List.of(
            new Kind<>(ShortBuffer.class, DType.INT16, ByteBuffer::asShortBuffer),
            new Kind<>(CharBuffer.class, DType.UINT16, ByteBuffer::asCharBuffer),
            new Kind<>(IntBuffer.class, DType.INT32, ByteBuffer::asIntBuffer),
            new Kind<>(LongBuffer.class, DType.INT64, ByteBuffer::asLongBuffer),
            new Kind<>(FloatBuffer.class, DType.FLOAT32, ByteBuffer::asFloatBuffer),
            new Kind<>(DoubleBuffer.class, DType.FLOAT64, ByteBuffer::asDoubleBuffer));

    private TypedBuffers() {}

    /**
     * One of them.
     *
     * @param type its class
     * @param element what it is of, in either byte order
     * @param view makes it
     */
    record Kind<T extends Buffer>(Class<T> type, DType element, Function<ByteBuffer, T> view) {
        T of(NDArray array) {
            DType own = array.dtype();
            if (own.kind() != element.kind() || own.bytes() != element.bytes()) {
                throw new ConversionException(
                        "an array of " + own + " has no form as " + type.getName()
                                + ", which is of " + element + "; astype changes the elements");
            }
            return view.apply(array.segment().asByteBuffer().order(own.order()));
        }
    }
}
