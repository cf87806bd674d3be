/** CPython, numpy and OpenBLAS from Maven Central, unpacked once into the user's cache folder. */
@NullMarked
package dev.krait.embedded;

import org.jspecify.annotations.NullMarked;
