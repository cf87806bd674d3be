package dev.krait.gil;

import java.io.IOException;
import java.util.Set;

/**
 * Loads all classes of a part of Krait at once, and what they need, where their loader may be closed before the JVM
 * ends.
 *
 * <p>Python goes on calling them then, and an upcall that lacks a class cannot even tell: what leaves it ends the JVM.
 * The loader of a web application that was stopped gives out nothing any more, not even classes of Java itself that
 * nobody has asked it for before. The system's own loader is never closed.
 */
public final class OwnClasses {
    private OwnClasses() {}

    /** Loads those in the package of a class and below that it refers to, and what all of these refer to. */
    public static void load(Class<?> first) {
        ClassLoader loader = first.getClassLoader();
        if (ClassLoader.getSystemClassLoader().equals(loader)) {
            return;
        }
        try {
            names(first).forEach(name -> load(name, loader));
        } catch (IOException unreadable) {
            // classes come when they are needed
        }
    }

    private static Set<String> names(Class<?> first) throws IOException {
        return ReferredClasses.of(first, first.getPackageName() + '.');
    }

    private static void load(String name, ClassLoader loader) {
        try {
            Class<?> _ = Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError unusable) {
            // it would be unusable later as well
        }
    }
}
