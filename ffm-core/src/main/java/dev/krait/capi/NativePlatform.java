package dev.krait.capi;

import java.util.Locale;

/**
 * The system and the processor this JVM runs on. Commons Lang knows them too, but takes 15 ms of every start for
 * everything else it finds out with them.
 */
final class NativePlatform {
    private static final String SYSTEM = property("os.name");
    private static final String PROCESSOR = property("os.arch");
    static final boolean IS_WINDOWS = SYSTEM.startsWith("windows");
    static final boolean IS_MAC = SYSTEM.startsWith("mac");
    static final boolean IS_LINUX = SYSTEM.startsWith("linux");
    static final boolean IS_X86_64 = PROCESSOR.equals("amd64") || PROCESSOR.equals("x86_64");
    static final boolean IS_ARM_64 = PROCESSOR.equals("aarch64") || PROCESSOR.equals("arm64");

    private NativePlatform() {}

    private static String property(String name) {
        return System.getProperty(name, "").toLowerCase(Locale.ROOT);
    }
}
