/** What Krait throws: plain data. */
@NullMarked
package dev.krait.error;

import org.jspecify.annotations.NullMarked;
