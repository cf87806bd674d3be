package dev.krait.embedded;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes a tree ready: leaves it, repairs it or unpacks it.
 *
 * @param cache the folder of all trees
 * @param bundle what it is made of
 * @param progress told what takes long
 */
record Installer(Path cache, Bundle bundle, Consumer<String> progress) {
    /** Where the tree is to be. */
    Path root() {
        return cache.resolve(bundle.folder());
    }

    /**
     * Makes it ready. Any number of threads and processes may do so at once.
     *
     * @param contents true to compare checksums of all files, not only sizes
     */
    void makeReady(boolean contents) throws IOException {
        Path root = root();
        if ((!contents && new QuickCheck(root).passes()) || isIntact(root, contents)) {
            return;
        }
        Files.createDirectories(cache);
        try (CacheLock _ = CacheLock.take(cache.resolve(bundle.folder() + ".lock"), () -> progress
                .accept("Waiting for another program that is unpacking Python into " + root))) {
            Manifest manifest = Manifest.read(root);
            if (manifest == null) {
                unpack(root);
            } else {
                new Repair(root, bundle, progress).of(manifest, contents);
            }
        }
    }

    // without the lock, so that a complete tree in a folder that cannot be written serves as well
    private boolean isIntact(Path root, boolean contents) throws IOException {
        Manifest manifest = Manifest.read(root);
        if (manifest == null || !manifest.damaged(root, contents).isEmpty()) {
            return false;
        }
        try {
            new QuickCheck(root).passed(manifest);
        } catch (FileSystemException e) {
            return true; // a folder that cannot be written: the next start checks all files again
        }
        return true;
    }

    private void unpack(Path root) throws IOException {
        String start = bundle.folder() + ".new-";
        Folder.deleteAll(cache, start); // of those that died half way: we hold the lock
        Path temporary = Files
                .createDirectory(cache.resolve(start + ProcessHandle.current().pid()));
        try {
            fill(temporary, root);
            Folder.delete(root);
            Files.move(temporary, root, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            Folder.delete(temporary);
            throw e;
        }
    }

    private void fill(Path temporary, Path root) throws IOException {
        progress.accept("Unpacking " + bundle.name() + " into " + root
                + " (once for each user, about 10 seconds)");
        Manifest manifest;
        try (Payload payload = bundle.open()) {
            manifest = new Unpacker(temporary, bundle.layout()).unpack(payload.items(),
                    TerminalLine.of("Unpacking " + bundle.name()));
        }
        ByteCode code = new ByteCode(temporary, root, bundle.layout());
        progress.accept("Compiling Python's library");
        String problem = code.compileAll();
        if (!problem.isEmpty()) {
            progress.accept("Could not compile all of Python's library: " + problem);
        }
        manifest = manifest.with(List.copyOf(code.files()));
        manifest.write(temporary);
        new QuickCheck(temporary).write(manifest);
    }
}
