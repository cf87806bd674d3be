package dev.krait.host;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Which names are Java packages: those of the modules that run, of loaded classes, and folders on the class path. */
final class Packages {
    /** First parts of package names for which a folder is proof enough; others must have a loaded class. */
    private static final Set<String> USUAL = Set.of("com", "org", "net", "io", "dev", "edu", "gov",
            "de", "fr", "uk", "ch", "at", "it", "nl", "eu", "us", "jp", "cn", "in", "java", "javax",
            "jakarta", "jdk", "kotlin", "scala", "groovy");

    private Packages() {}

    static boolean exists(String name) {
        String inside = name + ".";
        return modules().anyMatch(each -> each.equals(name) || each.startsWith(inside))
                || loaded().anyMatch(each -> each.equals(name) || each.startsWith(inside))
                || isFolder(name);
    }

    private static Stream<String> modules() {
        return ModuleLayer.boot().modules().stream().flatMap(each -> each.getPackages().stream());
    }

    private static Stream<String> loaded() {
        Stream<String> names = Stream.empty();
        for (ClassLoader each = loader(); each != null; each = each.getParent()) {
            names = Stream.concat(names,
                    Arrays.stream(each.getDefinedPackages()).map(Package::getName));
        }
        return names;
    }

    private static boolean isFolder(String name) {
        String first = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        return USUAL.contains(first) && loader().getResource(name.replace('.', '/') + "/") != null;
    }

    private static ClassLoader loader() {
        return Objects.requireNonNullElse(Thread.currentThread().getContextClassLoader(),
                Packages.class.getClassLoader());
    }
}
