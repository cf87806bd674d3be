/** Owned and borrowed references, and their release. */
@NullMarked
package dev.krait.ref;

import org.jspecify.annotations.NullMarked;
