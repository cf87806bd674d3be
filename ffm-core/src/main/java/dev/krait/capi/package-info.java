/** The wall: the only package that links native code or reinterprets native memory. */
@NullMarked
package dev.krait.capi;

import org.jspecify.annotations.NullMarked;
