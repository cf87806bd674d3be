package dev.krait.discover;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceLoader;

/** The Pythons that come as dependencies. */
final class PackagedPythons {
    private PackagedPythons() {}

    /** Those that the thread's context loader or Krait's own loader sees; broken descriptors are an error of theirs. */
    static List<PackagedPython> visible() {
        List<PackagedPython> found = new ArrayList<>();
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader own = PackagedPython.class.getClassLoader();
        if (context != null) {
            add(ServiceLoader.load(PackagedPython.class, context), found);
        }
        if (!own.equals(context)) {
            add(ServiceLoader.load(PackagedPython.class, own), found);
        }
        return found;
    }

    private static void add(ServiceLoader<PackagedPython> loader, List<PackagedPython> into) {
        Iterator<PackagedPython> providers = loader.iterator();
        while (providers.hasNext()) {
            PackagedPython provider = providers.next();
            if (into.stream().noneMatch(known -> known.getClass() == provider.getClass())) {
                into.add(provider);
            }
        }
    }
}
