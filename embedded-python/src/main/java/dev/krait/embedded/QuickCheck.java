package dev.krait.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

/**
 * The check of each start, 200 looks at the disk instead of 3,000: times of folders, which change when a file comes
 * or goes, and sizes of native files, which would end the process instead of raising an error.
 *
 * <p>Its list stands in a file of the tree, whose time is that of the last full check.
 */
final class QuickCheck {
    /** How long a full check of all sizes counts, in milliseconds. */
    static final long FULL_CHECK = 24 * 60 * 60 * 1000L;

    // a time that no change of a folder can give it, so any change shows however coarse the clock
    // is
    private static final long UNTOUCHED = 1_577_836_800_000L;
    private static final String NAME = "krait-check.txt";
    private static final int FOLDER = -1;
    private static final List<String> NATIVE = List.of(".so", ".dylib", ".dll", ".pyd", ".exe");

    private final Path root;

    QuickCheck(Path root) {
        this.root = root;
    }

    /** True when a full check is not due and nothing shows a change. */
    boolean passes() throws IOException {
        File list = root.resolve(NAME).toFile();
        long age = System.currentTimeMillis() - list.lastModified();
        if (age < 0 || age > FULL_CHECK) {
            return false;
        }
        try {
            return holds(Files.readString(list.toPath()));
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private boolean holds(String list) {
        String prefix = root + "/";
        int from = 0;
        while (from < list.length()) {
            int space = list.indexOf(' ', from);
            int end = list.indexOf('\n', from);
            if (end < 0 || space < 0) {
                return false;
            }
            long size = Long.parseLong(list, from, space, 10);
            File file = new File(prefix + list.substring(space + 1, end));
            if (size == FOLDER ? file.lastModified() != UNTOUCHED : file.length() != size) {
                return false;
            }
            from = end + 1;
        }
        return from > 0;
    }

    /** Writes the list for a tree that was just made. */
    void write(Manifest manifest) throws IOException {
        StringBuilder list = new StringBuilder();
        for (String folder : manifest.folders()) {
            list.append(FOLDER).append(' ').append(folder).append('\n');
        }
        for (Manifest.Entry file : manifest.files()) {
            if (isNative(file.path())) {
                list.append(file.size()).append(' ').append(file.path()).append('\n');
            }
        }
        Files.writeString(root.resolve(NAME), list);
        passed(manifest);
    }

    /** Notes that a full check passed now. */
    void passed(Manifest manifest) throws IOException {
        FileTime untouched = FileTime.fromMillis(UNTOUCHED);
        for (String folder : manifest.folders()) {
            Path path = root.resolve(folder);
            if (!Files.getLastModifiedTime(path).equals(untouched)) {
                Files.setLastModifiedTime(path, untouched);
            }
        }
        Path list = root.resolve(NAME);
        if (Files.exists(list)) {
            Files.setLastModifiedTime(list, FileTime.fromMillis(System.currentTimeMillis()));
        } else {
            write(manifest);
        }
    }

    private static boolean isNative(String path) {
        return path.startsWith("bin/") || NATIVE.stream().anyMatch(path::contains);
    }
}
