package dev.krait.engine;

import dev.krait.error.PythonException;
import dev.krait.error.PythonException.SourcePosition;
import javax.script.ScriptException;

/** The one place where what went wrong becomes a ScriptException. */
final class Failures {
    private Failures() {}

    /** A ScriptException with the place of the error; its cause is what was thrown. */
    static ScriptException translate(Exception failed) {
        ScriptException translated = failed instanceof PythonException error
                ? ofPython(error)
                : new Failure(failed.toString(), null, -1, -1);
        translated.initCause(failed);
        return translated;
    }

    private static ScriptException ofPython(PythonException error) {
        String message = String.valueOf(error.getMessage());
        int end = message.indexOf('\n');
        String headline = end < 0 ? message : message.substring(0, end);
        SourcePosition position = error.position();
        return position == null
                ? new Failure(headline, null, -1, -1)
                : new Failure(headline, position.file(), position.line(), position.column());
    }
}
