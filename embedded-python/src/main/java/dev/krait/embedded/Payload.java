package dev.krait.embedded;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** All files of the tree, read from the open jars. */
final class Payload implements Closeable {
    private final List<JarFile> jars = new ArrayList<>();
    private final Map<String, Item> items = new LinkedHashMap<>();

    /** Opens the jars and lists what they hold. */
    Payload(List<Artifact> artifacts, Target target, Layout layout) throws IOException {
        try {
            for (Artifact artifact : artifacts) {
                add(artifact.name(), artifact.opener().open(), target, layout);
            }
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
        new Additions(layout).to(items);
    }

    private void add(String name, JarFile jar, Target target, Layout layout) {
        jars.add(jar);
        String folder = Artifact.folder(name, target);
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements();) {
            JarEntry entry = entries.nextElement();
            if (!entry.isDirectory() && entry.getName().startsWith(folder)) {
                String path = layout.place(name, entry.getName().substring(folder.length()));
                if (path != null) {
                    items.put(path, new Item(path, () -> jar.getInputStream(entry)));
                }
            }
        }
    }

    /** The files, in the order of the jars. */
    Collection<Item> items() {
        return items.values();
    }

    @Override
    public void close() throws IOException {
        for (JarFile jar : jars) {
            jar.close();
        }
    }
}
