package dev.krait.cli;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.krait.Python;
import dev.krait.gil.Interpreter;
import java.lang.management.ManagementFactory;

/**
 * The Java side of a diagnosis.
 *
 * @param version as {@code java.runtime.version} says it
 * @param vendor who built it
 * @param home its folder
 * @param platform operating system and processor
 * @param nativeAccess whether Krait may call native code without a warning
 * @param threadStackBytes stack of a Java thread that asks for no size; 0 when the JVM does not say
 * @param mainStackBytes stack of the thread that is Python's main thread
 */
record Jvm(String version, String vendor, String home, String platform, boolean nativeAccess,
        long threadStackBytes, long mainStackBytes) {
    /** The flag that gives native access. */
    static final String NATIVE_ACCESS_FLAG = "--enable-native-access="
            + (Python.class.getModule().isNamed() ? "dev.krait.core" : "ALL-UNNAMED");

    static Jvm ofProcess() {
        return new Jvm(System.getProperty("java.runtime.version"),
                System.getProperty("java.vendor"), System.getProperty("java.home"),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Python.class.getModule().isNativeAccessEnabled(), threadStack(),
                Interpreter.MAIN_STACK_BYTES);
    }

    private static long threadStack() {
        var options = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        return options == null
                ? 0
                : 1024L * Long.parseLong(options.getVMOption("ThreadStackSize").getValue());
    }
}
