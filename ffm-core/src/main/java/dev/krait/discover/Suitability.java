package dev.krait.discover;

/** Whether Krait works with a Python that answered, judged by its answer alone. */
final class Suitability {
    /** The first and last minor version of Python 3 that Krait was tested with. */
    static final int OLDEST = 9;
    static final int NEWEST = 14;
    private static final String ANOTHER = "use CPython 3." + OLDEST + " to 3." + NEWEST;

    private Suitability() {}

    /** Refuses what cannot work; a newer version is let through when {@code krait.python.any} is true. */
    static void check(Answer answer, Surroundings around) throws UnusablePython {
        if (!answer.isCPython()) {
            throw new UnusablePython("it is " + answer.value("implementation")
                    + ", and only CPython can run inside the JVM", ANOTHER);
        }
        version(answer, around);
        if (answer.isDebug()) {
            throw new UnusablePython("it is a debug build of CPython " + answer.version()
                    + ", whose objects are laid out differently", "use a release build");
        }
        if (answer.isFreeThreaded()) {
            throw new UnusablePython(
                    "it is a free-threaded build of CPython " + answer.version()
                            + ", whose objects are laid out differently",
                    "use the ordinary build (without the t)");
        }
        pointers(answer, around);
    }

    private static void version(Answer answer, Surroundings around) throws UnusablePython {
        int feature = answer.major() * 100 + answer.minor();
        if (feature < 300 + OLDEST) {
            throw new UnusablePython("CPython " + answer.version() + " is too old", ANOTHER);
        }
        if (feature > 300 + NEWEST && !Boolean.parseBoolean(around.property("krait.python.any"))) {
            throw new UnusablePython("CPython " + answer.version() + " is newer than Krait knows",
                    ANOTHER + ", or try it all the same with -Dkrait.python.any=true");
        }
    }

    private static void pointers(Answer answer, Surroundings around) throws UnusablePython {
        String arch = around.property("os.arch");
        int bits = Machine.bits(arch);
        if (answer.bits() != bits) {
            throw new UnusablePython(
                    "CPython " + answer.version() + " is a " + answer.bits()
                            + "-bit program and this JVM (" + arch + ") a " + bits + "-bit one",
                    "use a " + bits + "-bit Python or a " + answer.bits() + "-bit JVM");
        }
    }
}
