package dev.krait.convert;

import dev.krait.capi.Layout;
import dev.krait.capi.Statics;
import dev.krait.capi.TypeApi;
import dev.krait.gil.Attachment;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The rules that were added together, both directions. */
final class RuleTables {
    private static final Set<String> FAST_NAMES = Set.of("str", "int", "float", "object");
    private final JavaRules javaRules = new JavaRules();
    private final PythonRules pythonRules = new PythonRules();
    private final PythonRules metaclassRules = new PythonRules();
    private final LateRules lateRules = new LateRules();
    private final TargetRules targetRules = new TargetRules();
    private volatile @Nullable ToPython anyJava;
    private volatile @Nullable ToJava anyPython;
    private final boolean own;
    private volatile boolean extended;
    private volatile boolean empty = true;
    /** Adds more rules for values; null once it has. Guarded by the GIL. */
    private @Nullable Runnable later;

    /** @param own whether they are somebody's own, on top of the common ones */
    RuleTables(boolean own) {
        this.own = own;
    }

    /** Whether there may be a rule for a type that is told apart before any table is asked. */
    boolean isExtended() {
        return extended;
    }

    void add(Class<?> type, ToPython rule) {
        extended |= own && (type.isAssignableFrom(String.class)
                || type.isAssignableFrom(Integer.class) || type.isAssignableFrom(Double.class));
        empty = false;
        javaRules.add(type, rule);
    }

    void add(long type, ToJava rule) {
        extended |= own && (TypeApi.isSubtype(Statics.UNICODE, type) != 0
                || TypeApi.isSubtype(Statics.LONG, type) != 0
                || TypeApi.isSubtype(Statics.FLOAT, type) != 0);
        empty = false;
        pythonRules.add(type, rule);
    }

    void add(String module, String type, ToJava rule) {
        extended |= own && module.equals("builtins") && FAST_NAMES.contains(type);
        empty = false;
        lateRules.add(module, type, pythonRules, rule);
    }

    void addForMetaclass(String module, String metaclass, ToJava rule) {
        empty = false;
        lateRules.add(module, metaclass, metaclassRules, rule);
    }

    void addTarget(Class<?> type, TargetRule rule) {
        targetRules.add(type, rule);
        TargetCache.invalidate();
    }

    void addTarget(Predicate<Class<?>> kind, TargetRule rule) {
        targetRules.add(kind, rule);
        TargetCache.invalidate();
    }

    /** Callers hold the GIL. */
    void addLater(Runnable additions) {
        later = additions;
        empty = false;
    }

    private void addThoseOfLater() {
        Runnable additions = later;
        if (additions != null) {
            later = null;
            additions.run();
        }
    }

    void addTargetsLater(Runnable additions) {
        targetRules.addLater(additions);
    }

    void otherwise(ToPython java, ToJava python) {
        anyJava = java;
        anyPython = python;
    }

    /** Callers hold the GIL. */
    @Nullable
    ToPython find(Class<?> type) {
        if (empty) {
            return null;
        }
        addThoseOfLater();
        return javaRules.find(type);
    }

    /** The rule for a kind of class, whatever there is for the class itself; after {@link #findTarget}. */
    @Nullable
    TargetRule findTargetKind(Class<?> type) {
        return targetRules.findKind(type);
    }

    @Nullable
    TargetRule findTarget(Class<?> type) {
        return targetRules.find(type);
    }

    /** Callers hold the GIL. */
    @Nullable
    ToJava find(Attachment thread, long type) {
        if (empty) {
            return null;
        }
        addThoseOfLater();
        ToJava exact = pythonRules.exact(type);
        if (exact != null) {
            return exact;
        }
        lateRules.resolve(thread);
        long metaclass = Layout.typeOf(type);
        ToJava found = metaclass == Statics.TYPE ? null : metaclassRules.find(metaclass);
        return found == null ? pythonRules.find(type) : found;
    }

    ToPython anyJava() {
        return Objects.requireNonNull(anyJava, "no rule for other Java objects");
    }

    ToJava anyPython() {
        return Objects.requireNonNull(anyPython, "no rule for other Python objects");
    }
}
