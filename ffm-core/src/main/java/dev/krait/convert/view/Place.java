package dev.krait.convert.view;

import dev.krait.error.ConversionException;
import org.jspecify.annotations.Nullable;

/**
 * Where in another view, or in a record or array, a view was found, for the paths in messages.
 *
 * @param outer where that one was found; null when nowhere
 * @param step the index or key, or the name of a record's component
 * @param named whether it is a name
 */
public record Place(@Nullable Place outer, @Nullable Object step, boolean named) {
    /** Tells a component of a record what it is called there, when it is a view. */
    public static @Nullable Object named(@Nullable Object component, String name) {
        return put(component, new Place(null, name, true));
    }

    /** Tells an element of an array where it is, when it is a view. */
    public static @Nullable Object at(@Nullable Object element, int index) {
        return element instanceof View ? put(element, new Place(null, index, false)) : element;
    }

    /** The problem of an element as it is told from outside. */
    static ConversionException told(@Nullable Place place, ConversionException unfit) {
        ConversionException told = unfit;
        for (Place each = place; each != null; each = each.outer) {
            told = told.in(each.named ? String.valueOf(each.step) : "[" + each.step + "]");
        }
        return told;
    }

    /** Tells a view that was read as an element where that was. */
    static @Nullable Object put(@Nullable Object element, Elements elements, @Nullable Place outer,
            @Nullable Object step) {
        return elements.isTyped() && element instanceof View
                ? put(element, new Place(outer, step, false))
                : element;
    }

    private static @Nullable Object put(@Nullable Object element, Place place) {
        if (element instanceof View view) {
            view.found(place);
        }
        return element;
    }
}
