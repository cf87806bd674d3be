package dev.krait.host;

import org.jspecify.annotations.Nullable;

/** An argument that overload resolution takes for another type: what {@code krait.cast} gives. */
record Cast(@Nullable Object value, Class<?> type) {}
