/** The interpreter: its start and end, its lock, and the thread states of Java threads. */
@NullMarked
package dev.krait.gil;

import org.jspecify.annotations.NullMarked;
