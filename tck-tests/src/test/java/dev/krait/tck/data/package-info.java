/** Values both ways: tables, round trips, shared memory, leaks. */
@NullMarked
package dev.krait.tck.data;

import org.jspecify.annotations.NullMarked;
