package dev.krait.engine;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.util.Objects;
import javax.script.ScriptException;

/** Source text out of readers, which stay open. */
final class Sources {
    private Sources() {}

    /** All that is left in the reader. */
    static String read(Reader reader) throws ScriptException {
        Objects.requireNonNull(reader, "reader");
        StringWriter text = new StringWriter();
        try {
            reader.transferTo(text);
        } catch (IOException unreadable) {
            throw new ScriptException(unreadable);
        }
        return text.toString();
    }
}
