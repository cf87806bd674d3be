/** The conversions to named Java types: one class for each kind of type. */
@NullMarked
package dev.krait.convert.target;

import org.jspecify.annotations.NullMarked;
