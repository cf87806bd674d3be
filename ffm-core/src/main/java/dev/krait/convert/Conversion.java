package dev.krait.convert;

import dev.krait.capi.FloatApi;
import dev.krait.capi.Layout;
import dev.krait.capi.Memory;
import dev.krait.capi.Statics;
import dev.krait.gil.Attachment;
import dev.krait.op.Numbers;
import dev.krait.op.Text;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import java.lang.reflect.Type;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The two rule tables. The commonest types are told apart before any table is asked; a rule for one of them still
 * goes first, from then on.
 *
 * <p>A conversion may stand on another one: what it has no rule for, that one converts.
 */
public final class Conversion {
    /** The tables of the documentation, without what providers added. */
    private static final Conversion BUILTIN = new Conversion(new RuleTables(false), null);
    private static final Conversion COMMON = new Conversion(new RuleTables(true), BUILTIN);
    private static final Conversion STANDARD = new Conversion(COMMON.tables, BUILTIN);
    private final RuleTables tables;
    private final @Nullable Conversion base;
    private final TargetCache targets = new TargetCache(this);
    private volatile @Nullable Conversion stacked;

    private Conversion(RuleTables tables, @Nullable Conversion base) {
        this.tables = tables;
        this.base = base;
    }

    /** The tables of the documentation, shared by all, with what providers added. */
    public static Conversion standard() {
        return STANDARD;
    }

    /** The place to add to what goes before the tables of the documentation for everybody. */
    public static Conversion common() {
        return COMMON;
    }

    /** The tables of the documentation alone. */
    static Conversion builtin() {
        return BUILTIN;
    }

    /** This one, or in the place of the standard one that which the thread uses. */
    Conversion on(Attachment thread) {
        Object rules = thread.rules();
        return rules == null || this != STANDARD ? this : ((InForce) rules).conversion();
    }

    /** A conversion on top of this one, for rules of its own. */
    public Conversion derive() {
        return new Conversion(new RuleTables(true), this);
    }

    /** These rules on top of others than the standard ones; the one used last is kept. */
    @SuppressWarnings("ReferenceEquality") // that very one
    Conversion over(Conversion lower) {
        Conversion known = stacked;
        if (known == null || known.base != lower) {
            known = new Conversion(tables, lower);
            stacked = known;
        }
        return known;
    }

    /** What rules are added to: with the standard conversion, the tables of the documentation. */
    private RuleTables added() {
        return this == STANDARD ? BUILTIN.tables : tables;
    }

    /** Adds a rule for the instances of a Java class; later ones go first. */
    public void add(Class<?> type, ToPython rule) {
        added().add(type, rule);
    }

    /** Adds a rule for the instances of a Python type (borrowed) and its subtypes. Callers hold the GIL. */
    public void add(long type, ToJava rule) {
        added().add(type, rule);
    }

    /**
     * Adds a rule for the instances of a type that a module has, from the time on when something has imported the
     * module. Callers hold the GIL.
     */
    public void add(String module, String type, ToJava rule) {
        added().add(module, type, rule);
    }

    /** Adds a rule for the instances of all classes with a metaclass of a module; it goes before those for types. */
    public void addForMetaclass(String module, String metaclass, ToJava rule) {
        added().addForMetaclass(module, metaclass, rule);
    }

    /**
     * Adds rules for values when one is first looked for, which for the commonest types is never; none for wanted
     * types, which are looked for elsewhere. Once; on top of those that were added meanwhile. Callers hold the GIL,
     * here and there.
     */
    public void addLater(Runnable additions) {
        added().addLater(additions);
    }

    /** Adds a rule for values wanted as exactly this class. */
    public void addTarget(Class<?> type, TargetRule rule) {
        added().addTarget(type, rule);
    }

    /** Adds a rule for values wanted as some kind of class; later ones go first, those for exact classes before. */
    public void addTarget(Predicate<Class<?>> kind, TargetRule rule) {
        added().addTarget(kind, rule);
    }

    /**
     * Adds a table of such rules when one is first looked for, in the order of these calls and on top of those that
     * were added at once: most programs need none, and they are many classes. The table needs no GIL.
     */
    public void addTargets(Consumer<Conversion> table) {
        added().addTargetsLater(() -> table.accept(this));
    }

    /** The conversion to a Java type: any thread; what it gives is used under the GIL. */
    public Target target(Type type) {
        return targets.find(type);
    }

    /** Sets what happens to objects that no rule knows. */
    public void otherwise(ToPython java, ToJava python) {
        added().otherwise(java, python);
    }

    /** A Java value as a Python object: owned. Callers hold the GIL. */
    public long toPython(Attachment thread, @Nullable Object value) {
        if (thread.rules() != null && this == STANDARD) {
            return on(thread).toPython(thread, value);
        }
        if (isFast()) {
            if (value instanceof String text) {
                return Text.newText(thread, text);
            }
            if (value instanceof Integer number) {
                return Numbers.newInt(number);
            }
            if (value instanceof Double number) {
                return Raise.check(FloatApi.fromDouble(number));
            }
        }
        if (value == null) {
            return Counts.retain(Statics.NONE);
        }
        return rule(value.getClass()).convert(thread, value);
    }

    /** A Python object (borrowed) as the Java value it has when nothing else is asked. Callers hold the GIL. */
    public @Nullable Object toJava(Attachment thread, long object) {
        if (thread.rules() != null && this == STANDARD) {
            return on(thread).toJava(thread, object);
        }
        long type = Layout.typeOf(object);
        if (isFast()) {
            if (type == Statics.UNICODE) {
                return Text.read(object);
            }
            if (type == Statics.LONG) {
                return Numbers.read(thread, object);
            }
            if (type == Statics.FLOAT) {
                return Memory.getDouble(object + Layout.FLOAT_VALUE);
            }
        }
        if (object == Statics.NONE) {
            return null;
        }
        return rule(thread, type).convert(this, thread, object);
    }

    /**
     * Python's own value for which a Python object (borrowed) of some library stands by the tables of the
     * documentation: owned; 0 for objects that stand for themselves. Callers hold the GIL.
     */
    public static long newPlain(Attachment thread, long object) {
        ToJava rule = BUILTIN.find(thread, Layout.typeOf(object));
        return rule == null ? 0 : rule.newPlain(thread, object);
    }

    /**
     * The class of what the tables of the documentation make of a Python object (borrowed); null for null, and where
     * they have no rule for it. Callers hold the GIL.
     */
    public static @Nullable Class<?> usualClass(Attachment thread, long object) {
        ToJava rule = BUILTIN.find(thread, Layout.typeOf(object));
        Object value = rule == null ? null : rule.convert(BUILTIN, thread, object);
        return value == null ? null : value.getClass();
    }

    Target newTarget(Class<?> raw, Type type) {
        TargetRule rule = null;
        for (Conversion each = this; rule == null && each != null; each = each.base) {
            rule = each.tables.findTarget(raw);
        }
        TargetRule kind = raw.isInterface() ? BUILTIN.tables.findTargetKind(raw) : null;
        Target made = rule == null ? asItIs(raw) : rule.make(this, type);
        return new NamedTarget(this, raw, Generics.isPlain(type),
                kind == null || kind.equals(rule)
                        ? made
                        : new EitherTarget(this, raw, made, kind.make(this, type)));
    }

    private Target asItIs(Class<?> type) {
        return (thread, object) -> {
            Object value = toJava(thread, object);
            if (value != null && !type.isInstance(value)) { // pandas.NaT is null, of any type
                throw Unfit.notA(thread, object, type);
            }
            return value;
        };
    }

    private ToPython rule(Class<?> type) {
        for (Conversion each = this; each != null; each = each.base) {
            ToPython rule = each.tables.find(type);
            if (rule != null) {
                return rule;
            }
        }
        return BUILTIN.tables.anyJava();
    }

    /** What becomes of a Java value that no rule knows: owned. Callers hold the GIL. */
    public long newPlainObject(Attachment thread, Object value) {
        return BUILTIN.tables.anyJava().convert(thread, value);
    }

    /** What becomes of a Python object (borrowed) that no rule knows. Callers hold the GIL. */
    public @Nullable Object toPlainObject(Attachment thread, long object) {
        return BUILTIN.tables.anyPython().convert(this, thread, object);
    }

    private ToJava rule(Attachment thread, long type) {
        ToJava found = find(thread, type);
        return found == null ? BUILTIN.tables.anyPython() : found;
    }

    /** The rule for the instances of a Python type; null when there is only the one for all others. */
    @Nullable
    ToJava find(Attachment thread, long type) {
        ToJava found = null;
        for (Conversion each = this; found == null && each != null; each = each.base) {
            found = each.tables.find(thread, type);
        }
        return found;
    }

    /** Whether no rule here is about the types that are told apart without a table. */
    private boolean isFast() {
        return !tables.isExtended() && (this == STANDARD || base == null || base.isFast());
    }
}
