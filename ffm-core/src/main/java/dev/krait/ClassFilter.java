package dev.krait;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.util.function.Predicate;

/**
 * Which Java classes Python code may name: by import, {@code krait.java_type}, as nested class, or as a Class object.
 *
 * <p>It keeps scripts tidy; it is no sandbox. CPython runs inside this process and can do whatever the process can.
 *
 * <p>{@link Python#classFilter} sets one for the whole process. A script engine has one of its own under the key
 * {@link #KEY}, a namespace by {@link Python#newNamespace(ClassFilter)}: it holds for the code that runs under that
 * engine or in that namespace, whatever module the code comes from, beside the one of the process.
 */
@FunctionalInterface
public interface ClassFilter {
    /**
     * The key of an engine's own filter: {@code engine.put(ClassFilter.KEY, ClassFilter.restricted())}. Put into a
     * {@code ScriptEngineManager}, it is the filter of all engines that come from it afterwards.
     */
    String KEY = "dev.krait.classFilter";

    /**
     * Whether a class may be named. Called on any thread, under the GIL: it must not block.
     *
     * @param className as {@code Class.getName} gives it; that of the elements for an array
     */
    boolean allows(String className);

    /**
     * Whether a public method, field or constructor may be used. What is refused is an AttributeError that says so.
     *
     * <p>The filter of the process is asked once, when Python first meets the class: so set it before that. That of an
     * engine or namespace is asked at each use, under the GIL: it must not block.
     */
    default boolean allowsMember(Member member) {
        return true;
    }

    /** The same classes, with only those of their members that a policy allows. */
    default ClassFilter withMembers(Predicate<? super Member> policy) {
        ClassFilter classes = this;
        return new ClassFilter() {
            @Override
            public boolean allows(String className) {
                return classes.allows(className);
            }

            @Override
            public boolean allowsMember(Member member) {
                return classes.allowsMember(member) && policy.test(member);
            }
        };
    }

    /**
     * A policy for {@link #withMembers}: of the application's classes only members that carry an annotation, or whose
     * class does; of the platform's classes all.
     */
    static Predicate<Member> annotated(Class<? extends Annotation> mark) {
        return member -> {
            Class<?> owner = member.getDeclaringClass();
            ClassLoader loader = owner.getClassLoader();
            return loader == null || loader.equals(ClassLoader.getPlatformClassLoader())
                    || ((AnnotatedElement) member).isAnnotationPresent(mark)
                    || owner.isAnnotationPresent(mark);
        };
    }

    /** All public classes: what holds when nothing is set. */
    static ClassFilter all() {
        return className -> true;
    }

    /** None: Python gets only the objects it is given, with their methods. */
    static ClassFilter restricted() {
        return className -> false;
    }
}
