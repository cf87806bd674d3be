package dev.krait.convert.view;

import dev.krait.error.ConversionException;
import org.jspecify.annotations.Nullable;

/**
 * Where in another view a view was found, for the paths in messages.
 *
 * @param outer where that one was found; null when nowhere
 * @param step the index or key
 */
record Place(@Nullable Place outer, @Nullable Object step) {
    /** The problem of an element as it is told from outside. */
    static ConversionException told(@Nullable Place place, ConversionException unfit) {
        ConversionException told = unfit;
        for (Place each = place; each != null; each = each.outer) {
            told = told.in("[" + each.step + "]");
        }
        return told;
    }

    /** Tells a view that was read as an element where that was. */
    static @Nullable Object put(@Nullable Object element, Elements elements, @Nullable Place outer,
            @Nullable Object step) {
        if (elements.isTyped() && element instanceof View view) {
            view.found(new Place(outer, step));
        }
        return element;
    }
}
