package dev.krait.discover;

import java.util.ArrayList;
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

    private static void add(ServiceLoader<PackagedPython> providers, List<PackagedPython> into) {
        for (PackagedPython provider : providers) {
            if (!isKnown(provider, into)) {
                into.add(provider);
            }
        }
    }

    private static boolean isKnown(PackagedPython provider, List<PackagedPython> known) {
        for (PackagedPython one : known) {
            if (one.getClass().getName().equals(provider.getClass().getName())) {
                return true;
            }
        }
        return false;
    }
}
