package dev.krait.engine;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The numbers by which Python asks for the names of a host. They keep nothing alive. */
final class HostHandles {
    private static final Map<Long, WeakReference<HostNames>> NAMES = new ConcurrentHashMap<>();
    private static final AtomicLong LAST = new AtomicLong();

    private HostHandles() {}

    static long add(HostNames names) {
        long handle = LAST.incrementAndGet();
        NAMES.put(handle, new WeakReference<>(names));
        return handle;
    }

    /** The names; null when their Bindings object is gone. */
    static @Nullable HostNames get(long handle) {
        WeakReference<HostNames> names = NAMES.get(handle);
        return names == null ? null : names.get();
    }

    static void remove(long handle) {
        NAMES.remove(handle);
    }
}
