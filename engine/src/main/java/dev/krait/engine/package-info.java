/** CPython as a {@code javax.script} engine. */
@NullMarked
package dev.krait.engine;

import org.jspecify.annotations.NullMarked;
