package dev.krait.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Writes items into a tree.
 *
 * @param root the tree
 * @param layout says which files are programs
 */
record Unpacker(Path root, Layout layout) {
    private static final int STEP = 64;

    /** Writes all of them and lists what was written. */
    Manifest unpack(Collection<Item> items, TerminalLine line) throws IOException {
        List<Manifest.Entry> written = new ArrayList<>(items.size());
        try {
            for (Item item : items) {
                if (written.size() % STEP == 0) {
                    line.draw(written.size(), items.size());
                }
                written.add(write(item));
            }
        } finally {
            line.clear();
        }
        return new Manifest(written);
    }

    private Manifest.Entry write(Item item) throws IOException {
        Path file = place(item);
        Files.createDirectories(file.getParent());
        long crc;
        try (InputStream in = item.content().open();
                OutputStream out = Files.newOutputStream(file)) {
            crc = Checksum.copy(in, out);
        }
        if (layout.isProgram(item.path())) {
            file.toFile().setExecutable(true, false);
        }
        return new Manifest.Entry(item.path(), Files.size(file), crc);
    }

    /** Writes one item over a damaged file in one step, since other processes may be using the tree. */
    void replace(Item item) throws IOException {
        Path file = place(item);
        Manifest.Entry temporary = write(new Item(item.path() + ".krait-new", item.content()));
        Files.move(root.resolve(temporary.path()), file, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path place(Item item) throws IOException {
        Path file = root.resolve(item.path()).normalize();
        if (!file.startsWith(root)) {
            throw new IOException(
                    "The jar names the file " + item.path() + ", which lies outside " + root + ".");
        }
        return file;
    }
}
