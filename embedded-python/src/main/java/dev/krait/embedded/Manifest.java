package dev.krait.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The list of every file of a tree with its size and checksum, kept in the tree.
 *
 * @param files what the tree must hold
 */
record Manifest(List<Entry> files) {
    private static final String NAME = "krait-files.txt";
    private static final String END = "end";

    /**
     * One file.
     *
     * @param path in the tree, with slashes
     * @param size in bytes
     * @param crc its CRC-32
     */
    record Entry(String path, long size, long crc) {
        /** True when the file is there with the right size and, if asked, the right bytes. */
        boolean isIntact(Path root, boolean contents) {
            Path file = root.resolve(path);
            try {
                return Files.size(file) == size && (!contents || Checksum.of(file) == crc);
            } catch (IOException e) {
                return false; // missing or unreadable: to be put there anew
            }
        }
    }

    /** Files that are missing or have the wrong size or, if asked, the wrong bytes. */
    List<Entry> damaged(Path root, boolean contents) {
        List<Entry> found = new ArrayList<>();
        for (Entry file : files) {
            if (!file.isIntact(root, contents)) {
                found.add(file);
            }
        }
        return found;
    }

    /** The folders that hold these files, caches of byte code left out, in order. */
    SortedSet<String> folders() {
        SortedSet<String> found = new TreeSet<>();
        for (Entry file : files) {
            int slash = file.path().lastIndexOf('/');
            if (slash > 0 && !file.path().endsWith(".pyc")) {
                found.add(file.path().substring(0, slash));
            }
        }
        return found;
    }

    /** Reads it from a tree; null when it is not there or was cut off. */
    static @Nullable Manifest read(Path root) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(root.resolve(NAME));
        } catch (NoSuchFileException e) {
            return null;
        }
        if (lines.isEmpty() || !lines.getLast().equals(END)) {
            return null;
        }
        List<Entry> files = new ArrayList<>(lines.size());
        for (String line : lines.subList(0, lines.size() - 1)) {
            int first = line.indexOf(' ');
            int second = line.indexOf(' ', first + 1);
            files.add(new Entry(line.substring(second + 1), Long.parseLong(line, 0, first, 10),
                    Long.parseLong(line, first + 1, second, 16)));
        }
        return new Manifest(Collections.unmodifiableList(files));
    }

    /** Writes it into a tree, in one step. */
    void write(Path root) throws IOException {
        List<String> lines = new ArrayList<>(files.size() + 1);
        for (Entry file : files) {
            lines.add(file.size() + " " + Long.toHexString(file.crc()) + " " + file.path());
        }
        lines.add(END);
        Path ready = Files.write(root.resolve(NAME + ".new"), lines);
        Files.move(ready, root.resolve(NAME), StandardCopyOption.REPLACE_EXISTING);
    }

    /** This one with more files. */
    Manifest with(Collection<Entry> more) {
        List<Entry> all = new ArrayList<>(files);
        all.addAll(more);
        return new Manifest(all);
    }
}
