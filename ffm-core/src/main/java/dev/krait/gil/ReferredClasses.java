package dev.krait.gil;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The classes that a class refers to, those that they refer to and so on, as their files say. */
final class ReferredClasses {
    private ReferredClasses() {}

    /** The names of classes; only what begins with a prefix is read further. */
    static Set<String> of(Class<?> first, String prefix) throws IOException {
        ClassLoader loader = first.getClassLoader();
        Set<String> known = new LinkedHashSet<>();
        List<String> waiting = new ArrayList<>(List.of(first.getName()));
        while (!waiting.isEmpty()) {
            String name = waiting.removeLast();
            if (known.add(name) && name.startsWith(prefix)) {
                waiting.addAll(named(name, loader));
            }
        }
        return known;
    }

    private static List<String> named(String name, ClassLoader loader) throws IOException {
        try (InputStream file = loader.getResourceAsStream(name.replace('.', '/') + ".class")) {
            List<String> named = new ArrayList<>();
            if (file != null) {
                for (PoolEntry each : ClassFile.of().parse(file.readAllBytes()).constantPool()) {
                    if (each instanceof ClassEntry type && type.asSymbol().isClassOrInterface()) {
                        named.add(type.asInternalName().replace('/', '.'));
                    }
                }
            }
            return named;
        }
    }
}
