/** The command {@code krait}. */
@NullMarked
package dev.krait.cli;

import org.jspecify.annotations.NullMarked;
