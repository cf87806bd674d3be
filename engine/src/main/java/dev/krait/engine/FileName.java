package dev.krait.engine;

import dev.krait.gil.Attachment;
import dev.krait.op.Dicts;
import dev.krait.op.Text;
import dev.krait.ref.Counts;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code __file__} of one namespace: there while a file's name is known. Guarded by the GIL. */
final class FileName {
    private static final String NAME = "__file__";
    private @Nullable String current;

    void set(Attachment thread, long globals, @Nullable String file) {
        if (Objects.equals(current, file)) {
            return;
        }
        current = file;
        if (file == null) {
            Dicts.remove(thread, globals, NAME);
            return;
        }
        long text = Text.newText(thread, file);
        try {
            Dicts.set(thread, globals, NAME, text);
        } finally {
            Counts.release(text);
        }
    }
}
