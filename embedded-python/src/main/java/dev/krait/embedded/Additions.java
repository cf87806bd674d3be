package dev.krait.embedded;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Map;

/** What Krait itself adds to the files of the artifacts, from resources beside this class. */
final class Additions {
    private final Layout layout;

    Additions(Layout layout) {
        this.layout = layout;
    }

    /** Adds to the items of the artifacts, by path. */
    void to(Map<String, Item> items) {
        String library = layout.standardLibrary();
        put(items, library + "/EXTERNALLY-MANAGED", "EXTERNALLY-MANAGED");
        if (items.containsKey(library + "/site-packages/numpy/__init__.py")) {
            put(items, library + "/site-packages/numpy/_distributor_init_local.py",
                    "numpy-start.py");
        }
        items.computeIfPresent(library + "/ssl.py", (path, item) -> new Item(path,
                () -> new SequenceInputStream(item.content().open(), resource("ssl-end.py"))));
    }

    private static void put(Map<String, Item> items, String path, String resource) {
        items.put(path, new Item(path, () -> resource(resource)));
    }

    private static InputStream resource(String name) throws IOException {
        try (InputStream in = Additions.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(
                        "The jar of krait-embedded-python lacks its file " + name + ".");
            }
            return new ByteArrayInputStream(in.readAllBytes());
        }
    }
}
