/** The object protocols of CPython. */
@NullMarked
package dev.krait.op;

import org.jspecify.annotations.NullMarked;
