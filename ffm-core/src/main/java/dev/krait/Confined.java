package dev.krait;

import dev.krait.gil.Ambience;
import dev.krait.gil.Limits;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.lang.reflect.Member;
import org.jspecify.annotations.Nullable;

/** What the code of a {@link Namespace} with a class filter runs under. */
final class Confined implements Ambience, Limits {
    private final ClassFilter filter;

    Confined(ClassFilter filter) {
        this.filter = filter;
    }

    @Override
    public boolean allowsClass(String name) {
        return filter.allows(name);
    }

    @Override
    public boolean allowsMember(Member member) {
        return filter.allowsMember(member);
    }

    @Override
    public Limits limits() {
        return this;
    }

    @Override
    public @Nullable Object rules(@Nullable Object former) {
        return former;
    }

    @Override
    public void left() {
        // nothing was written on its behalf
    }

    @Override
    public Reference<Confined> weakly() {
        return new Kept(this);
    }

    /** Keeps it all the same: it is small, and what was made under limits stays under them. */
    private static final class Kept extends WeakReference<Confined> {
        @SuppressWarnings("UnusedVariable") // keeps it alive
        private final Confined confined;

        Kept(Confined confined) {
            super(confined);
            this.confined = confined;
        }
    }
}
