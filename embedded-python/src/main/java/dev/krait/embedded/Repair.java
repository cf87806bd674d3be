package dev.krait.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Puts single files of a tree in place again, under the lock; the rest of the tree may be in use.
 *
 * @param root the tree
 * @param bundle what it is made of
 * @param progress told what was done
 */
record Repair(Path root, Bundle bundle, Consumer<String> progress) {
    /** Puts back what is damaged. */
    void of(Manifest manifest, boolean contents) throws IOException {
        List<Manifest.Entry> damaged = manifest.damaged(root, contents);
        if (!damaged.isEmpty()) {
            Set<String> paths = new LinkedHashSet<>();
            damaged.forEach(file -> paths.add(file.path()));
            unpack(paths);
            manifest = compile(manifest, paths);
            progress.accept("Repaired " + paths.size() + " damaged files of " + bundle.name()
                    + " in " + root + ", first " + damaged.getFirst().path());
        }
        new QuickCheck(root).passed(manifest);
    }

    private void unpack(Set<String> paths) throws IOException {
        try (Payload payload = bundle.open()) {
            Unpacker unpacker = new Unpacker(root, bundle.layout());
            for (Item item : payload.items()) {
                if (paths.contains(item.path())) {
                    unpacker.replace(item);
                }
            }
        }
    }

    // a file compiled again need not have the bytes it had
    private Manifest compile(Manifest manifest, Set<String> paths) throws IOException {
        Set<String> sources = new LinkedHashSet<>();
        for (String path : paths) {
            if (path.endsWith(".pyc")) {
                Files.deleteIfExists(root.resolve(path));
                sources.add(ByteCode.source(path));
            }
        }
        if (sources.isEmpty()) {
            return manifest;
        }
        ByteCode code = new ByteCode(root, root, bundle.layout());
        String problem = code.compile(sources);
        if (!problem.isEmpty()) {
            progress.accept("Could not compile all of Python's library again: " + problem);
        }
        List<Manifest.Entry> files = new ArrayList<>(manifest.files());
        files.removeIf(file -> file.path().endsWith(".pyc"));
        files.addAll(code.files());
        Manifest changed = new Manifest(files);
        changed.write(root);
        return changed;
    }
}
