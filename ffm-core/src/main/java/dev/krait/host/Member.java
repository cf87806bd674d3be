package dev.krait.host;

/** What stands under a name in the Python type of a class. */
interface Member {
    String name();

    /** The class that Python code finds it in. */
    Class<?> owner();
}
