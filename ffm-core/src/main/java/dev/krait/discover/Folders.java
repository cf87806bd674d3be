package dev.krait.discover;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Listings of folders that hold one Python for each version. */
final class Folders {
    private Folders() {}

    /** {@code inside} of each folder in {@code parent}, the newest version first; only files that exist. */
    static List<Path> versions(Path parent, String inside) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent)) {
            for (Path entry : entries) {
                Path file = entry.resolve(inside);
                if (Files.isExecutable(file)) {
                    found.add(file);
                }
            }
        } catch (IOException e) {
            return List.of(); // an unreadable or missing folder holds no candidate
        }
        found.sort((a, b) -> compare(b.toString(), a.toString()));
        return found;
    }

    /** Compares text with runs of digits as numbers: 3.9 before 3.10. */
    static int compare(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            int endA = digits(a, i);
            int endB = digits(b, j);
            int order;
            if (endA > i && endB > j) {
                order = new BigInteger(a.substring(i, endA))
                        .compareTo(new BigInteger(b.substring(j, endB)));
            } else {
                order = Character.compare(a.charAt(i), b.charAt(j));
            }
            if (order != 0) {
                return order;
            }
            i = Math.max(endA, i + 1);
            j = Math.max(endB, j + 1);
        }
        return Integer.compare(a.length() - i, b.length() - j);
    }

    private static int digits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    /** Those that exist and can be run. */
    static List<Path> executables(List<Path> candidates) {
        List<Path> found = new ArrayList<>();
        for (Path candidate : candidates) {
            if (Files.isExecutable(candidate) && !Files.isDirectory(candidate)) {
                found.add(candidate);
            }
        }
        return found;
    }
}
