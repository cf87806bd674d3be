package dev.krait.embedded;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file to unpack.
 *
 * @param path where it goes in the tree, with slashes
 * @param content its bytes
 */
record Item(String path, Content content) {
    /** Bytes that can be read as often as needed. */
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }
}
