/** Python from Java: the direct API. */
@NullMarked
package dev.krait;

import org.jspecify.annotations.NullMarked;
