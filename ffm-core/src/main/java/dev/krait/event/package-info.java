/** What Flight Recorder is told. */
@NullMarked
package dev.krait.event;

import org.jspecify.annotations.NullMarked;
