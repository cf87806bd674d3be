package dev.krait.convert.view;

import dev.krait.capi.AbstractApi;
import dev.krait.capi.Layout;
import dev.krait.capi.LibPython;
import dev.krait.capi.Statics;
import dev.krait.convert.ContainerRule;
import dev.krait.convert.Conversion;
import dev.krait.convert.ToJava;
import dev.krait.gil.Attachment;
import dev.krait.op.Attributes;
import dev.krait.ref.Counts;
import dev.krait.ref.Ref;

/** The rules that make views of Python containers, and give the containers back for the views. */
public final class ViewRules {
    private ViewRules() {}

    /** Adds them. Callers hold the GIL. */
    public static void addTo(Conversion conversion) {
        ContainerRule sequence = (asked, _, object) -> new SequenceView(Ref.retaining(object),
                Elements.of(asked));
        conversion.add(Statics.TUPLE, sequence);
        conversion.add(LibPython.address("PyRange_Type"), sequence);
        conversion.add(Statics.LIST, (ContainerRule) (asked, _,
                object) -> new ListView(Ref.retaining(object), Elements.of(asked)));
        conversion.add(Statics.DICT,
                (ContainerRule) (asked, _, object) -> new MapView(Ref.retaining(object),
                        Elements.of(asked), Elements.of(asked)));
        conversion.add(Statics.SET, set(true));
        conversion.add(Statics.FROZEN_SET, set(false));
        conversion.add(View.class,
                (thread, value) -> Counts.retain(((View) value).ref().pointer()));
    }

    /**
     * The rule for objects no other rule knows: iterators become views, unless they are context managers too (files),
     * whose other methods are what people want; the rest goes on to the rule given.
     */
    public static ContainerRule iteratorsOr(ToJava others) {
        return (asked, thread, object) -> isPlainIterator(thread, object)
                ? new IteratorView(Ref.retaining(object), Elements.of(asked))
                : others.convert(asked, thread, object);
    }

    private static boolean isPlainIterator(Attachment thread, long object) {
        if (AbstractApi.isIterator(object) == 0) {
            return false;
        }
        long enter = Attributes.find(thread, Layout.typeOf(object), "__enter__");
        Counts.releaseIfAny(enter);
        return enter == 0;
    }

    private static ContainerRule set(boolean modifiable) {
        return (asked, _, object) -> new SetView(Ref.retaining(object), Elements.of(asked),
                modifiable);
    }
}
