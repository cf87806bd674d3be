package dev.krait.gil;

import java.lang.ref.WeakReference;

/** Has the type of those that must not keep an ambience, and keeps it. */
final class KeptAmbience extends WeakReference<Ambience> {
    @SuppressWarnings("UnusedVariable") // keeps it alive
    private final Ambience ambience;

    KeptAmbience(Ambience ambience) {
        super(ambience);
        this.ambience = ambience;
    }
}
