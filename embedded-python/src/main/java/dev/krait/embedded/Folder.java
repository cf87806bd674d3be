package dev.krait.embedded;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Removal of folders with all they hold. */
final class Folder {
    private Folder() {}

    /** Removes a folder; nothing happens when it is not there. Links are removed, not followed. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                    throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, @Nullable IOException failure)
                    throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(emptied);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Removes the folders in {@code parent} whose names begin so. */
    static void deleteAll(Path parent, String start) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(parent,
                path -> path.getFileName().toString().startsWith(start))) {
            for (Path folder : found) {
                delete(folder);
            }
        }
    }
}
