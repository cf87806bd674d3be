package dev.krait.host;

import dev.krait.capi.Layout;
import dev.krait.capi.LibPython;
import dev.krait.capi.ListApi;
import dev.krait.capi.Memory;
import dev.krait.capi.TypeSpec;
import dev.krait.convert.Conversion;
import dev.krait.gil.Attachment;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/**
 * Iterators over Java objects in Python. Those of the collections of java.util give whole lists of elements, which
 * Python then runs through by itself; others give one element at a time, as fetching may block or have effects.
 */
final class Iteration {
    private static final int FIRST_CHUNK = 16;
    private static final int LARGEST_CHUNK = 1024;
    private static final int GROWTH = 4;
    private static final Object OVER = new Object();
    private final Iterator<?> iterator;
    private int chunk;

    private Iteration(Iterator<?> iterator, int chunk) {
        this.iterator = iterator;
        this.chunk = chunk;
    }

    static TypeSpec addTo(TypeSpec spec) {
        return spec.slot(TypeSpec.Slot.ITERATOR, LibPython.address("PyObject_SelfIter"))
                .slot(TypeSpec.Slot.NEXT, Upcall.words(Iteration.class, "next", 1));
    }

    /** Keys and values of a map by turns. */
    private static final class Pairs implements Iterator<@Nullable Object> {
        private final Iterator<? extends Map.Entry<?, ?>> entries;
        private Map.@Nullable Entry<?, ?> begun;

        Pairs(Map<?, ?> map) {
            entries = map.entrySet().iterator();
        }

        @Override
        public boolean hasNext() {
            return begun != null || entries.hasNext();
        }

        @Override
        public @Nullable Object next() {
            Map.Entry<?, ?> entry = begun;
            if (entry == null) {
                begun = entries.next();
                return begun.getKey();
            }
            begun = null;
            return entry.getValue();
        }
    }

    /** Whether the elements of an object are fetched in lists. */
    static boolean isChunked(Object source) {
        return (source instanceof Iterable<?> || source instanceof Map<?, ?>)
                && source.getClass().getClassLoader() == null
                && source.getClass().getPackageName().equals("java.util");
    }

    /** A Python iterator over the elements, or over lists of them: owned. */
    static long newIterator(Attachment thread, Object source) {
        Iterator<?> iterator = of(thread, source);
        return Live.newObject(LiveTypes.iterator(),
                new Iteration(iterator, isChunked(source) ? FIRST_CHUNK : 0), 0);
    }

    /** The same over the keys and values of a map by turns, without an object for each entry. */
    static long newPairs(Attachment thread, Map<?, ?> map) {
        Iterator<?> pairs = thread.outsideUnchecked(() -> new Pairs(map));
        return Live.newObject(LiveTypes.iterator(),
                new Iteration(pairs, isChunked(map) ? FIRST_CHUNK : 0), 0);
    }

    static long next(long self) {
        Attachment thread = Upcall.enter();
        try {
            Upcall.guard(thread);
            Iteration iteration = (Iteration) ObjectSlots.target(self);
            return iteration.chunk == 0 ? iteration.element(thread) : iteration.list(thread);
        } catch (Throwable thrown) {
            return Upcall.fail(thrown);
        } finally {
            thread.exitUpcall();
        }
    }

    /** The next element of a Java iterator: owned; 0 without an error at its end. */
    static long next(Attachment thread, Iterator<?> iterator) {
        return new Iteration(iterator, 0).element(thread);
    }

    private static Iterator<?> of(Attachment thread, Object source) {
        return thread.outsideUnchecked(() -> switch (source) {
            case Iterable<?> iterable -> iterable.iterator();
            case Iterator<?> iterator -> iterator;
            case Enumeration<?> enumeration -> enumeration.asIterator();
            case BaseStream<?, ?> stream -> stream.iterator();
            default ->
                throw Refusal.type("a " + LiveTypes.nameOf(source.getClass()) + " is not iterable");
        });
    }

    @SuppressWarnings("ReferenceEquality") // OVER is no element
    private long element(Attachment thread) {
        Object element = thread.outsideUnchecked(() -> iterator.hasNext() ? iterator.next() : OVER);
        return element == OVER ? 0 : Host.conversion().toPython(thread, element);
    }

    private long list(Attachment thread) {
        @Nullable
        Object[] elements = fetch(thread);
        if (elements.length == 0) {
            return 0;
        }
        chunk = Math.min(chunk * GROWTH, LARGEST_CHUNK);
        return newList(thread, elements);
    }

    private @Nullable Object[] fetch(Attachment thread) {
        return thread.outsideUnchecked(() -> {
            @Nullable
            Object[] elements = new Object[chunk];
            int count = 0;
            while (count < elements.length && iterator.hasNext()) {
                elements[count++] = iterator.next();
            }
            return count == elements.length ? elements : Arrays.copyOf(elements, count);
        });
    }

    /** A list of the converted elements: owned. */
    static long newList(Attachment thread, @Nullable Object[] elements) {
        Conversion conversion = Host.conversion();
        long list = Raise.check(ListApi.newList(elements.length));
        try {
            long items = Memory.getLong(list + Layout.LIST_ITEMS);
            for (int i = 0; i < elements.length; i++) {
                Memory.putLong(items + (long) i * Long.BYTES,
                        conversion.toPython(thread, elements[i]));
            }
            return Counts.retain(list);
        } finally {
            Counts.release(list);
        }
    }
}
