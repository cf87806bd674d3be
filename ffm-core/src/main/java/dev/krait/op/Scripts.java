package dev.krait.op;

import dev.krait.gil.Attachment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The scripts compiled lately, so that text evaluated again is not compiled again: bounded by number and by size,
 * the least recently used goes first. Guarded by the GIL.
 */
public final class Scripts {
    private static final int KEPT = 512;
    private static final int KEPT_CHARACTERS = 4 << 20;
    private static final Map<Key, Script> CACHE = new LinkedHashMap<>(KEPT, 0.75f, true);
    private static int characters;

    private record Key(String source, @Nullable String file) {
        // written out, as what a record has by itself is put together when it is called first:
        // milliseconds of each start

        @Override
        public int hashCode() {
            return source.hashCode() * 31 + Objects.hashCode(file);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && source.equals(key.source)
                    && Objects.equals(file, key.file);
        }
    }

    private Scripts() {}

    /** The compiled form of a source. Callers hold the GIL. */
    public static Script compile(Attachment thread, String source, @Nullable String file) {
        Key key = new Key(source, file);
        Script known = CACHE.get(key);
        if (known != null) {
            return known;
        }
        Script script = Script.compile(thread, source, file);
        if (source.length() <= KEPT_CHARACTERS) {
            keep(key, script);
        }
        return script;
    }

    /** How many are kept. Callers hold the GIL. */
    public static int count() {
        return CACHE.size();
    }

    private static void keep(Key key, Script script) {
        if (CACHE.put(key, script) == null) {
            characters += key.source.length();
        }
        var oldest = CACHE.keySet().iterator();
        while (CACHE.size() > KEPT || characters > KEPT_CHARACTERS) {
            characters -= oldest.next().source.length();
            oldest.remove();
        }
    }
}
