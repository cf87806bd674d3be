package dev.krait.host;

import java.io.IOException;
import java.lang.module.ModuleReader;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which names are Java packages: those of the modules that run, of loaded classes, and folders on the class path. */
final class Packages {
    /** First parts of package names for which a folder is proof enough; others must hold a class. */
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
        return Classes.loaders().stream()
                .flatMap(first -> Stream.iterate(first, Objects::nonNull, ClassLoader::getParent))
                .flatMap(each -> Arrays.stream(each.getDefinedPackages())).map(Package::getName);
    }

    private static boolean isFolder(String name) {
        String first = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        boolean usual = USUAL.contains(first);
        String folder = name.replace('.', '/') + "/";
        boolean there = Classes.loaders().stream()
                .anyMatch(each -> each.getResource(folder) != null);
        // jars need not have entries for their folders
        return usual
                ? there || ClassFiles.isPackage(name)
                : there && files(name)
                        .anyMatch(each -> isPublic(name + "." + each) || exists(name + "." + each));
    }

    private static Stream<String> files(String name) {
        return Classes.loaders().stream().flatMap(each -> ClassFiles.in(each, name).stream());
    }

    /** The simple names of the public classes inside a package and, unless only those are wanted, of packages. */
    static List<String> names(String name, boolean onlyClasses) {
        Set<String> names = new TreeSet<>();
        String inside = name + ".";
        if (!onlyClasses) {
            modules().filter(each -> each.startsWith(inside))
                    .forEach(each -> names.add(each.substring(inside.length()).split("\\.", 2)[0]));
        }
        Set<String> found = inModules(name);
        files(name).forEach(found::add);
        found.stream()
                .filter(each -> isPublic(inside + each) || (!onlyClasses && exists(inside + each)))
                .forEach(names::add);
        return List.copyOf(names);
    }

    private static Set<String> inModules(String name) {
        Set<String> names = new TreeSet<>();
        String folder = name.replace('.', '/') + "/";
        ModuleLayer.boot().configuration().modules().stream()
                .filter(each -> each.reference().descriptor().packages().contains(name))
                .forEach(module -> {
                    try (ModuleReader reader = module.reference().open()) {
                        reader.list()
                                .filter(each -> each.startsWith(folder) && each.endsWith(".class"))
                                .map(each -> each.substring(folder.length(), each.length() - 6))
                                .filter(each -> each.indexOf('/') < 0 && each.indexOf('$') < 0
                                        && each.indexOf('-') < 0)
                                .forEach(names::add);
                    } catch (IOException ignored) {
                        // a module that cannot be read has nothing to offer
                    }
                });
        return names;
    }

    private static boolean isPublic(String name) {
        Class<?> found = Classes.find(name);
        return found != null && Access.isVisible(found);
    }
}
