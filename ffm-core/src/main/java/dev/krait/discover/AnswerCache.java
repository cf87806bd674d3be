package dev.krait.discover;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Answers of earlier probes, one small file for each executable, in the user's cache folder.
 *
 * <p>An answer holds as long as the executable's path, size and time and those of its {@code pyvenv.cfg} stay. A file
 * that cannot be read counts as none, one that cannot be written is not missed. Safe between threads and processes:
 * files appear whole or not at all.
 */
final class AnswerCache {
    private static final String FORMAT = "krait-answer 1";
    private final Path folder;

    AnswerCache(Surroundings around) {
        this.folder = around.cacheFolder().resolve("pythons");
    }

    /** What the executable's files look like now; null when they cannot be read. */
    static @Nullable String stamp(Path executable) {
        try {
            StringBuilder stamp = new StringBuilder(FORMAT).append('\n').append(executable);
            append(stamp, executable);
            Path bin = executable.getParent();
            Path venv = bin == null ? null : bin.getParent();
            for (Path place : new @Nullable Path[]{bin, venv}) {
                Path settings = place == null ? null : place.resolve("pyvenv.cfg");
                if (settings != null && Files.exists(settings)) {
                    append(stamp, settings);
                }
            }
            return stamp.append("\n--\n").toString();
        } catch (IOException e) {
            return null;
        }
    }

    private static void append(StringBuilder stamp, Path file) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        stamp.append('\n').append(now.size()).append(' ')
                .append(now.lastModifiedTime().to(TimeUnit.NANOSECONDS));
    }

    /** The answer kept under that stamp; null when there is none. */
    @Nullable
    Answer get(Path executable, String stamp) {
        try {
            String text = Files.readString(file(executable));
            return text.startsWith(stamp) ? Answer.parse(text.substring(stamp.length())) : null;
        } catch (IOException | InvalidPathException e) {
            return null;
        }
    }

    /** Keeps the answer, unless it may change without the executable changing: scripts such as shims are not kept. */
    void put(Path executable, String stamp, Answer answer) {
        try {
            Path answered = answer.path("executable");
            if (answered == null || !Files.isSameFile(executable, answered)
                    || isScript(executable)) {
                return;
            }
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, "answer", ".new");
            try {
                Files.writeString(draft, stamp + answer.text());
                Files.move(draft, file(executable), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException | UnsupportedOperationException e) {
            // without a cache the next start probes again, that is all
        }
    }

    private static boolean isScript(Path executable) throws IOException {
        try (var in = Files.newInputStream(executable)) {
            return in.read() == '#' && in.read() == '!';
        }
    }

    /** FNV-1a over the path: the stamp inside settles the rare clash. */
    private Path file(Path executable) {
        long hash = 0xcbf29ce484222325L;
        String path = executable.toString();
        for (int i = 0; i < path.length(); i++) {
            hash = (hash ^ path.charAt(i)) * 0x100000001b3L;
        }
        return folder.resolve(Long.toHexString(hash) + ".txt");
    }
}
