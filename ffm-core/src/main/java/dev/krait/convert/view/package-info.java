/** Python containers as Java collections that read and write the Python object itself. */
@NullMarked
package dev.krait.convert.view;

import org.jspecify.annotations.NullMarked;
