package dev.krait;

import dev.krait.gil.Ambience;
import dev.krait.gil.Limits;
import java.lang.ref.Reference;
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
    public Reference<? extends Ambience> weakly() {
        return Ambience.kept(this);
    }
}
