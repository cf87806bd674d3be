package dev.krait.discover;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The Pythons that come as dependencies. */
final class PackagedPythons {
    private PackagedPythons() {}

    /**
     * Those that the thread's context loader or Krait's own loader sees. A context loader may hold a Krait of its own,
     * whose providers are not ours: what one loader cannot give does not hide what the other can.
     *
     * @throws ServiceConfigurationError when there are providers, and none of them can be made
     */
    static List<PackagedPython> visible() {
        List<PackagedPython> found = new ArrayList<>();
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader own = PackagedPython.class.getClassLoader();
        ServiceConfigurationError failure = null;
        for (ClassLoader loader : own.equals(context)
                ? List.of(own)
                : Arrays.asList(context, own)) {
            try {
                if (loader != null) {
                    add(ServiceLoader.load(PackagedPython.class, loader), found);
                }
            } catch (ServiceConfigurationError e) {
                failure = e;
            }
        }
        if (failure != null && found.isEmpty()) {
            throw failure;
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
