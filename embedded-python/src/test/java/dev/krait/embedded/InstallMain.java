package dev.krait.embedded;

import dev.krait.discover.PackagedPython;
import java.util.ServiceLoader;

/** A process on the class path that finds the service, installs and prints what it was told and where the library is. */
final class InstallMain {
    private InstallMain() {}

    public static void main(String[] arguments) {
        PackagedPython python = ServiceLoader.load(PackagedPython.class).findFirst().orElseThrow();
        System.out.println(python.install(System.out::println).library());
    }
}
