/** Java objects as Python objects. */
@NullMarked
package dev.krait.host;

import org.jspecify.annotations.NullMarked;
