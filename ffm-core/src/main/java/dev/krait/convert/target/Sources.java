package dev.krait.convert.target;

import dev.krait.capi.AbstractApi;
import dev.krait.capi.Layout;
import dev.krait.capi.LibPython;
import dev.krait.capi.Statics;
import dev.krait.convert.Unfit;
import dev.krait.convert.view.Elements;
import dev.krait.convert.view.ListView;
import dev.krait.convert.view.SequenceView;
import dev.krait.convert.view.SetView;
import dev.krait.gil.Attachment;
import dev.krait.op.Attributes;
import dev.krait.op.Types;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import dev.krait.ref.Ref;
import java.lang.reflect.Type;

/**
 * What counts as a collection of elements: sequences and sets as they are, other iterables copied; no text, bytes or
 * dict. Callers hold the GIL.
 */
final class Sources {
    private static final long BYTE_ARRAY = LibPython.address("PyByteArray_Type");

    private static final long DICT_KEYS = LibPython.address("PyDictKeys_Type");
    private static final long DICT_ITEMS = LibPython.address("PyDictItems_Type");

    private Sources() {}

    /** A sequence as a List of its own; anything else iterable as a List of a copy. */
    static SequenceView list(Attachment thread, long object, Elements elements, Type wanted) {
        if (Types.isInstance(object, Statics.LIST)) {
            return new ListView(Ref.retaining(object), elements);
        }
        return new SequenceView(Ref.owning(newSequence(thread, object, wanted)), elements);
    }

    /** Whether it is a set, a frozenset, or the keys or items of a dict. */
    static boolean isSet(long object) {
        return Types.isInstance(object, Statics.SET) || Types.isInstance(object, Statics.FROZEN_SET)
                || isOfDict(object);
    }

    /** Whether it is the keys or items of a dict: a set whose order is certain. */
    static boolean isOfDict(long object) {
        return Types.isInstance(object, DICT_KEYS) || Types.isInstance(object, DICT_ITEMS);
    }

    static SetView set(long object, Elements elements) {
        return new SetView(Ref.retaining(object), elements, Types.isInstance(object, Statics.SET));
    }

    /** A sequence: the object itself, or a tuple of what it iterates over. Owned. */
    static long newSequence(Attachment thread, long object, Type wanted) {
        if (Types.isInstance(object, Statics.TUPLE) || Types.isInstance(object, Statics.LIST)) {
            return Counts.retain(object);
        }
        if (isNoCollection(object)) {
            throw Unfit.form(thread, object, wanted);
        }
        if (AbstractApi.isSequence(object) != 0 && !hasKeys(thread, object)) {
            return Counts.retain(object);
        }
        return newTuple(thread, object, wanted);
    }

    /** Whether {@code x[0]} may be something else than the first element: of a mapping, a Series, a DataFrame. */
    private static boolean hasKeys(Attachment thread, long object) {
        long keys = Attributes.find(thread, Layout.typeOf(object), "keys");
        Counts.releaseIfAny(keys);
        return keys != 0;
    }

    /** A list or tuple of the elements, the object itself if it is one: owned. */
    static long newItems(Attachment thread, long object, Type wanted) {
        if (Types.isInstance(object, Statics.TUPLE) || Types.isInstance(object, Statics.LIST)) {
            return Counts.retain(object);
        }
        if (isNoCollection(object)) {
            throw Unfit.form(thread, object, wanted);
        }
        return newTuple(thread, object, wanted);
    }

    /** Whether it would be iterated over by mistake rather than on purpose. */
    static boolean isNoCollection(long object) {
        return Types.isInstance(object, Statics.UNICODE) || Types.isInstance(object, Statics.BYTES)
                || Types.isInstance(object, BYTE_ARRAY) || Types.isInstance(object, Statics.DICT);
    }

    private static long newTuple(Attachment thread, long object, Type wanted) {
        long iterator = AbstractApi.getIter(object);
        if (iterator == 0) {
            throw Raise.clearIf(Statics.TYPE_ERROR)
                    ? Unfit.form(thread, object, wanted)
                    : Raise.pending();
        }
        try {
            return Raise.check(AbstractApi.sequenceTuple(iterator));
        } finally {
            Counts.release(iterator);
        }
    }
}
