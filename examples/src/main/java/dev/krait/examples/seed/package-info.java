/** The examples of py4cl2-cffi, the Common Lisp library Krait is the counterpart of. */
@NullMarked
package dev.krait.examples.seed;

import org.jspecify.annotations.NullMarked;
