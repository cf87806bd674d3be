package dev.krait.engine;

import dev.krait.ClassFilter;
import dev.krait.gil.Limits;
import java.lang.reflect.Member;
import org.jspecify.annotations.Nullable;

/** The class filter of an engine, as its scripts feel it. */
record EngineLimits(ClassFilter filter) implements Limits {
    /**
     * Those of what a host gave under {@link ClassFilter#KEY}; null for none.
     *
     * @throws IllegalArgumentException when it is something else
     * @throws IllegalStateException when a script asks that is under limits itself
     */
    static @Nullable EngineLimits of(@Nullable Object filter) {
        if (Limits.here() != null) {
            throw new IllegalStateException("a script under a class filter cannot set one");
        }
        if (filter == null) {
            return null;
        }
        if (!(filter instanceof ClassFilter chosen)) {
            throw new IllegalArgumentException(
                    ClassFilter.KEY + " takes a ClassFilter, not a " + filter.getClass().getName());
        }
        Limits.prepare();
        return new EngineLimits(chosen);
    }

    @Override
    public boolean allowsClass(String name) {
        return filter.allows(name);
    }

    @Override
    public boolean allowsMember(Member member) {
        return filter.allowsMember(member);
    }
}
