/** The pending Python error as a Java exception, and back. */
@NullMarked
package dev.krait.raise;

import org.jspecify.annotations.NullMarked;
