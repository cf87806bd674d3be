package dev.krait.engine;

import dev.krait.error.PythonException;
import dev.krait.error.PythonException.SourcePosition;
import dev.krait.gil.Attachment;
import java.util.Set;
import javax.script.ScriptException;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;

/** The one place where what went wrong becomes a ScriptException. */
final class Failures {
    private static final Set<String> SYNTAX_ERRORS = Set.of("SyntaxError", "IndentationError",
            "TabError");

    private Failures() {}

    /** A ScriptException with the place of the error; its cause is what was thrown. */
    static ScriptException translate(Exception failed) {
        ScriptException translated = failed instanceof PythonException error
                ? at(error.position(), message(error))
                : at(Attachment.current().placeOf(failed), failed.toString());
        translated.initCause(failed);
        return translated;
    }

    private static ScriptException at(@Nullable Object place, String message) {
        return place instanceof SourcePosition position
                ? new Failure(message, position.file(), position.line(), position.column())
                : new Failure(message, null, -1, -1);
    }

    /** Without the source line of a syntax error, which the cause has: the place follows. */
    private static String message(PythonException error) {
        String message = String.valueOf(error.getMessage());
        return SYNTAX_ERRORS.contains(error.typeName())
                ? StringUtils.substringBefore(message, "\n")
                : message;
    }
}
