package dev.krait.raise;

import dev.krait.capi.ErrorApi;
import dev.krait.capi.Memory;
import dev.krait.capi.ObjectApi;
import dev.krait.capi.Statics;
import dev.krait.error.PythonException;
import dev.krait.ref.Counts;
import java.util.List;

/** Translation while the interpreter is being set up: the class's name and the text, nothing else. */
final class PlainTranslation implements Translation {
    @Override
    public Throwable toJava(long exception) {
        String type = describe(Memory.getLong(exception + Long.BYTES));
        String text = describe(exception);
        Counts.release(exception);
        return new PythonException(type, text, List.of(), null, null, null, null);
    }

    @Override
    public void toPython(Throwable thrown) {
        Raise.setPending(Statics.RUNTIME_ERROR, thrown.toString());
    }

    private static String describe(long object) {
        long text = ObjectApi.str(object);
        if (text == 0) {
            ErrorApi.clear();
            return "<no text>";
        }
        String read = PlainText.read(text);
        Counts.release(text);
        return read;
    }
}
