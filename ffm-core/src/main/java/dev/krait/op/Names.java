package dev.krait.op;

import dev.krait.gil.Attachment;
import dev.krait.ref.Counts;
import java.util.HashMap;
import java.util.Map;

/** Strs for the names that programs use again and again: made once each. Guarded by the GIL. */
public final class Names {
    private static final int KEPT = 4096;
    private static final Map<String, Long> NAMES = new HashMap<>();

    private Names() {}

    /** The name as a str: owned. */
    public static long newName(Attachment thread, String name) {
        Long known = NAMES.get(name);
        if (known != null) {
            return Counts.retain(known);
        }
        long fresh = Text.newText(thread, name);
        if (NAMES.size() < KEPT) {
            NAMES.put(name, Counts.retain(fresh));
        }
        return fresh;
    }
}
