package dev.krait.convert.target;

import dev.krait.capi.AbstractApi;
import dev.krait.capi.Statics;
import dev.krait.convert.Conversion;
import dev.krait.convert.Target;
import dev.krait.convert.Unfit;
import dev.krait.convert.view.Elements;
import dev.krait.convert.view.IteratorView;
import dev.krait.gil.Attachment;
import dev.krait.raise.Raise;
import dev.krait.ref.Ref;
import java.lang.reflect.Type;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Iterator, Iterable and streams of whatever Python iterates over; a closed stream closes its generator. */
final class IteratorTargets {
    private IteratorTargets() {}

    static void addTo(Conversion conversion) {
        conversion.addTarget(java.util.Iterator.class, (asked, type) -> {
            Elements elements = CollectionTargets.elements(asked, type);
            return (thread, object) -> iterator(thread, object, elements, type);
        });
        conversion.addTarget(Iterable.class, IteratorTargets::iterable);
        conversion.addTarget(Stream.class, (asked, type) -> {
            Elements elements = CollectionTargets.elements(asked, type);
            return (thread, object) -> stream(thread, object, elements, type);
        });
        conversion.addTarget(IntStream.class,
                (asked, type) -> (thread,
                        object) -> stream(thread, object, of(asked, Integer.class), type)
                                .mapToInt(each -> (Integer) element(each)));
        conversion.addTarget(LongStream.class,
                (asked, type) -> (thread,
                        object) -> stream(thread, object, of(asked, Long.class), type)
                                .mapToLong(each -> (Long) element(each)));
        conversion.addTarget(DoubleStream.class,
                (asked, type) -> (thread,
                        object) -> stream(thread, object, of(asked, Double.class), type)
                                .mapToDouble(each -> (Double) element(each)));
    }

    private static Object element(@Nullable Object each) {
        if (each == null) {
            throw new dev.krait.error.ConversionException("None has no form as a number");
        }
        return each;
    }

    private static Elements of(Conversion conversion, Class<?> type) {
        Target element = conversion.target(type);
        return new Elements(conversion, element::convert);
    }

    private static Target iterable(Conversion conversion, Type type) {
        Elements elements = CollectionTargets.elements(conversion, type);
        return (thread, object) -> {
            if (AbstractApi.isIterator(object) == 0) {
                return CollectionTargets.any(thread, object, elements, type);
            }
            IteratorView once = iterator(thread, object, elements, type);
            return (Iterable<@Nullable Object>) () -> once;
        };
    }

    private static Stream<@Nullable Object> stream(Attachment thread, long object,
            Elements elements, Type type) {
        if (AbstractApi.isIterator(object) == 0) {
            return CollectionTargets.any(thread, object, elements, type).stream();
        }
        IteratorView iterator = iterator(thread, object, elements, type);
        Spliterator<@Nullable Object> items = Spliterators.spliteratorUnknownSize(iterator,
                Spliterator.ORDERED);
        return StreamSupport.stream(items, false).onClose(iterator::close);
    }

    private static IteratorView iterator(Attachment thread, long object, Elements elements,
            Type type) {
        if (Sources.isNoCollection(object)) {
            throw Unfit.form(thread, object, type);
        }
        long iterator = AbstractApi.getIter(object);
        if (iterator == 0) {
            throw Raise.clearIf(Statics.TYPE_ERROR)
                    ? Unfit.form(thread, object, type)
                    : Raise.pending();
        }
        return new IteratorView(Ref.owning(iterator), elements);
    }
}
