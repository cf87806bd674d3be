package dev.krait.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/** CRC-32 of files: finds damage, not malice. */
final class Checksum {
    private Checksum() {}

    /** Of a file's bytes. */
    static long of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return copy(in, OutputStream.nullOutputStream());
        }
    }

    /** Copies all bytes and gives the CRC-32 of them. */
    static long copy(InputStream from, OutputStream to) throws IOException {
        CheckedInputStream in = new CheckedInputStream(from, new CRC32());
        in.transferTo(to);
        return in.getChecksum().getValue();
    }
}
