/** CPython, numpy and OpenBLAS from Maven Central, unpacked once into the user's cache folder. */
module dev.krait.embedded {
    requires dev.krait.core;
    requires static org.jspecify;

    provides dev.krait.discover.PackagedPython with dev.krait.embedded.EmbeddedPython;
}
