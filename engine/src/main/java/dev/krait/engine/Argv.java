package dev.krait.engine;

import dev.krait.capi.ListApi;
import dev.krait.gil.Attachment;
import dev.krait.op.Calls;
import dev.krait.op.Text;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import org.jspecify.annotations.Nullable;

/** {@code sys.argv} for the length of a run, where the context says what it is. Callers hold the GIL. */
final class Argv {
    private Argv() {}

    /** Sets it; what {@link #restore} needs, 0 where the context says nothing. */
    static long set(Attachment thread, ScriptContext context, @Nullable String file) {
        List<?> arguments = FileNames.mayHaveReserved(context)
                ? list(context.getAttribute(ScriptEngine.ARGV))
                : null;
        if (arguments == null) {
            return 0;
        }
        long argv = Raise.check(ListApi.newList(0));
        try {
            add(thread, argv, file == null ? "" : file);
            arguments.forEach(each -> add(thread, argv, String.valueOf(each)));
            return Calls.call(thread, EnginePython.SWAP_ARGV, argv);
        } finally {
            Counts.release(argv);
        }
    }

    static void restore(Attachment thread, long former) {
        if (former != 0) {
            Counts.release(Calls.call(thread, EnginePython.SWAP_ARGV, former));
            Counts.release(former);
        }
    }

    private static void add(Attachment thread, long argv, String argument) {
        long text = Text.newText(thread, argument);
        try {
            Raise.checkStatus(ListApi.append(argv, text));
        } finally {
            Counts.release(text);
        }
    }

    private static @Nullable List<?> list(@Nullable Object value) {
        return switch (value) {
            case Object[] array -> Arrays.asList(array);
            case Collection<?> collection -> new ArrayList<>(collection);
            case null, default -> null;
        };
    }
}
