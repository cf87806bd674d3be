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

/** The classes that a class names, those that they name and so on: for class loaders that list no files. */
final class ReferredClasses {
    private static final String CLASS = ".class";

    private ReferredClasses() {}

    /** The names of the class files that begin with a prefix; those that cannot be read refer to nothing. */
    static List<String> of(Class<?> first, String prefix) throws IOException {
        ClassLoader loader = first.getClassLoader();
        Set<String> known = new LinkedHashSet<>();
        List<String> waiting = new ArrayList<>(List.of(first.getName().replace('.', '/') + CLASS));
        while (!waiting.isEmpty()) {
            String file = waiting.removeLast();
            if (file.startsWith(prefix) && known.add(file)) {
                waiting.addAll(namedIn(file, loader));
            }
        }
        return List.copyOf(known);
    }

    private static List<String> namedIn(String file, ClassLoader loader) throws IOException {
        try (InputStream stream = loader.getResourceAsStream(file)) {
            List<String> named = new ArrayList<>();
            if (stream != null) {
                for (PoolEntry each : ClassFile.of().parse(stream.readAllBytes()).constantPool()) {
                    if (each instanceof ClassEntry type) {
                        named.add(type.asInternalName() + CLASS);
                    }
                }
            }
            return named;
        }
    }
}
