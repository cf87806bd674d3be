/** The rules for values of Python's standard library and of NumPy. */
@NullMarked
package dev.krait.convert.standard;

import org.jspecify.annotations.NullMarked;
