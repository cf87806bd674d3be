package dev.krait.convert.target;

import dev.krait.convert.Conversion;
import dev.krait.convert.Generics;
import dev.krait.convert.Target;
import dev.krait.convert.Targets;
import dev.krait.convert.view.Place;
import dev.krait.convert.view.Sequences;
import dev.krait.error.ConversionException;
import dev.krait.gil.Attachment;
import dev.krait.op.Text;
import dev.krait.ref.Counts;
import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.util.ConcurrentModificationException;
import org.jspecify.annotations.Nullable;

/** An array of any element type, nested ones too, from whatever Python iterates over; {@code char[]} also from a str. */
final class ArrayTarget implements Target {
    private final Type type;
    private final Class<?> component;
    private final Target element;

    private ArrayTarget(Conversion conversion, Type type) {
        this.type = type;
        Type of = Generics.component(type);
        component = Generics.raw(of);
        element = conversion.target(of);
    }

    static Target of(Conversion conversion, Type type) {
        return new ArrayTarget(conversion, type);
    }

    @Override
    public Object convert(Attachment thread, long object) {
        if (component == char.class && Text.isText(object)) {
            return Text.read(object).toCharArray();
        }
        long items = Sources.newItems(thread, object, type);
        try {
            Object array = Array.newInstance(component, Sequences.size(items));
            fill(thread, items, array, filler(array));
            return array;
        } catch (IndexOutOfBoundsException shrunk) {
            throw new ConcurrentModificationException("the list was shortened meanwhile", shrunk);
        } finally {
            Counts.release(items);
        }
    }

    private interface Filler {
        void set(Attachment thread, int index, long item);
    }

    private Filler filler(Object array) {
        return switch (array) {
            case int[] ints -> (thread, i, item) -> ints[i] = Targets.asInt(thread, item);
            case long[] longs -> (thread, i, item) -> longs[i] = Targets.asLong(thread, item);
            case double[] doubles ->
                (thread, i, item) -> doubles[i] = Targets.asDouble(thread, item);
            case @Nullable Object[] objects ->
                (thread, i, item) -> objects[i] = Place.at(element.convert(thread, item), i);
            default -> (thread, i, item) -> Array.set(array, i, element.convert(thread, item));
        };
    }

    private static void fill(Attachment thread, long items, Object array, Filler filler) {
        int length = Array.getLength(array);
        for (int i = 0; i < length; i++) {
            long item = Sequences.newItem(items, i);
            try {
                filler.set(thread, i, item);
            } catch (ConversionException unfit) {
                throw unfit.in("[" + i + "]");
            } finally {
                Counts.release(item);
            }
        }
    }
}
