package dev.krait.op;

import dev.krait.capi.AbstractApi;
import dev.krait.capi.ExceptionApi;
import dev.krait.capi.Layout;
import dev.krait.capi.Memory;
import dev.krait.capi.ObjectApi;
import dev.krait.capi.Statics;
import dev.krait.error.PythonException;
import dev.krait.error.PythonException.SourcePosition;
import dev.krait.gil.Attachment;
import dev.krait.gil.Scratch;
import dev.krait.gil.Stop;
import dev.krait.raise.Raise;
import dev.krait.raise.Translation;
import dev.krait.ref.Counts;
import dev.krait.ref.Ref;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Errors both ways, with class, text, frames, place and cause of the Python side. */
public final class ErrorTranslation implements Translation {
    private static final int DEEPEST_CAUSE = 50;
    /** Describing an error runs Python code, whose errors are described in turn: no further than this. */
    private static final int MOST_AT_ONCE = 8;
    private final JavaErrors javaErrors;
    private final Function<Ref, Object> wrapper;

    /** The exceptions met in one translation, each described once; null while it is being described. */
    private static final class Met {
        private @Nullable Map<Long, @Nullable Throwable> described;

        boolean has(long exception) {
            return described != null && described.containsKey(exception);
        }

        @Nullable
        Throwable get(long exception) {
            return described == null ? null : described.get(exception);
        }

        void begin(long exception) {
            if (described == null) {
                described = new HashMap<>();
            }
            described.putIfAbsent(exception, null);
        }

        void end(long exception, Throwable result) {
            Objects.requireNonNull(described).put(exception, result);
        }
    }

    /**
     * Made once, when the interpreter is set up.
     *
     * @param javaErrors knows the exceptions that carry a Throwable
     * @param wrapper makes an object of the direct API of a reference it takes over
     */
    public ErrorTranslation(JavaErrors javaErrors, Function<Ref, Object> wrapper) {
        this.javaErrors = javaErrors;
        this.wrapper = wrapper;
    }

    @Override
    public Throwable toJava(long exception) {
        Attachment thread = Attachment.current();
        int outer = thread.translations();
        if (outer >= MOST_AT_ONCE) {
            return plain(exception);
        }
        thread.translations(outer + 1);
        Counts.retain(exception);
        try {
            Throwable described = toJava(thread, exception, 0, new Met());
            Counts.release(exception);
            return described;
        } catch (PythonException undescribed) { // of an audit hook or trace function, for instance
            return plain(exception);
        } finally {
            thread.translations(outer);
        }
    }

    @Override
    public void toPython(Throwable thrown) {
        Raise.restore(javaErrors.newException(thrown));
    }

    @Override
    public void meetRequest() {
        Counts.releaseIfAny(AbstractApi.callNoArgs(Boot.NOTHING));
    }

    /** A cause or a member of a group; null for one that lies in itself, or too deep. Takes the reference over. */
    private @Nullable Throwable within(Attachment thread, long exception, int depth, Met met) {
        if (depth > DEEPEST_CAUSE || met.has(exception)) {
            Throwable known = met.get(exception);
            Counts.release(exception);
            return known;
        }
        met.begin(exception);
        Throwable described = toJava(thread, exception, depth, met);
        met.end(exception, described);
        return described;
    }

    private Throwable toJava(Attachment thread, long exception, int depth, Met met) {
        PlainErrors.Plain known = PlainErrors.read(thread, exception);
        if (known != null) {
            return plain(thread, exception, known, depth, met);
        }
        Throwable carried = javaErrors.throwableOf(exception);
        if (carried != null) {
            if (depth == 0 && thread.context() != null) {
                notePlace(thread, exception, carried);
            }
            Counts.release(exception);
            return carried;
        }
        long description = describe(thread, exception);
        if (description == 0) {
            return plain(exception);
        }
        try {
            return describe(thread, exception, description, depth, met);
        } finally {
            Counts.release(description);
        }
    }

    /** A Java exception has no room for the place in the script it came through: the thread keeps it. */
    private static void notePlace(Attachment thread, long exception, Throwable carried) {
        try {
            long place = Calls.call(thread, Boot.PLACE_OF, exception);
            SourcePosition where = position(thread, place);
            if (where != null) {
                thread.place(carried, where);
            }
            Counts.release(place);
        } catch (PythonException unknown) {
            // no place then: the exception itself is what counts
        }
    }

    /** What {@code describe} says: owned; 0 where Python cannot run it, at the recursion limit for instance. */
    private static long describe(Attachment thread, long exception) {
        Scratch scratch = thread.scratch();
        long slots = scratch.take(2 * Long.BYTES);
        Memory.putLong(slots + Long.BYTES, exception);
        long description = AbstractApi.vectorcallDict(Boot.DESCRIBE, slots + Long.BYTES, 1, 0);
        scratch.give(slots);
        if (description == 0) {
            Counts.releaseIfAny(Raise.takePending());
        }
        return description;
    }

    private PythonException plain(Attachment thread, long exception, PlainErrors.Plain known,
            int depth, Met met) {
        Throwable because = null;
        if (known.cause() != 0) {
            met.begin(exception);
            because = within(thread, known.cause(), depth + 1, met);
        }
        return new PythonException(known.type(), known.text(), known.frames(), known.place(), null,
                because, own(thread, exception));
    }

    /** The exception as an object of the direct API, which takes the reference over. */
    private Object own(Attachment thread, long exception) {
        Ref ref = Ref.owning(exception);
        long traceback = ExceptionApi.getTraceback(exception);
        if (traceback != 0) {
            // many pile up until Java's collector comes: Python's would run at each 700 objects
            ref.untrack(Tracebacks.parts(thread, traceback));
            Counts.release(traceback);
        }
        return wrapper.apply(ref);
    }

    private PythonException plain(long exception) {
        String type = Types.name(Layout.typeOf(exception));
        Exception stop = stopOf(exception);
        return new PythonException(stop == null ? type : "krait." + type, text(exception),
                List.of(), null, null, stop, wrapper.apply(Ref.owning(exception)));
    }

    private static String text(long exception) {
        long text = ObjectApi.str(exception);
        if (text == 0) {
            Counts.releaseIfAny(Raise.takePending());
            return "";
        }
        try {
            return Text.read(text);
        } finally {
            Counts.release(text);
        }
    }

    private PythonException describe(Attachment thread, long exception, long description, int depth,
            Met met) {
        String type = Text.read(Items.ofTuple(description, 0));
        String text = Text.read(Items.ofTuple(description, 1));
        List<StackTraceElement> frames = frames(thread, Items.ofTuple(description, 2));
        SourcePosition position = position(thread, Items.ofTuple(description, 3));
        long code = Items.ofTuple(description, 4);
        Integer exitCode = code == Statics.NONE ? null : Numbers.read(thread, code).intValue();
        long cause = Items.ofTuple(description, 5);
        Throwable because = stopOf(exception);
        if (because == null && cause != Statics.NONE) {
            met.begin(exception);
            because = within(thread, Counts.retain(cause), depth + 1, met);
        }
        PythonException result = new PythonException(type, text, frames, position, exitCode,
                because, own(thread, exception));
        if (Items.ofTuple(description, 7) == Statics.TRUE) {
            PlainErrors.add(thread, exception, type);
        }
        addMembers(thread, exception, Items.ofTuple(description, 6), result, depth, met);
        return result;
    }

    private void addMembers(Attachment thread, long group, long members, PythonException result,
            int depth, Met met) {
        for (int i = 0; i < Items.tupleSize(members); i++) {
            met.begin(group);
            Throwable member = within(thread, Counts.retain(Items.ofTuple(members, i)), depth + 1,
                    met);
            if (member instanceof PythonException error) {
                error.completeStackTrace(); // suppressed ones are printed without being asked
            }
            if (member != null) {
                result.addSuppressed(member);
            }
        }
    }

    /** What caused the end of code that was stopped. */
    private static @Nullable Exception stopOf(long exception) {
        for (Stop stop : Stop.values()) {
            if (stop.errorClass() == Layout.typeOf(exception)) {
                return stop.cause();
            }
        }
        return null;
    }

    private static List<StackTraceElement> frames(Attachment thread, long tuple) {
        List<StackTraceElement> frames = new ArrayList<>();
        for (int i = Items.tupleSize(tuple) - 1; i >= 0; i--) {
            long frame = Items.ofTuple(tuple, i);
            frames.add(Tracebacks.element(Text.read(Items.ofTuple(frame, 1)),
                    Text.read(Items.ofTuple(frame, 0)), number(thread, Items.ofTuple(frame, 2))));
        }
        return frames;
    }

    private static @Nullable SourcePosition position(Attachment thread, long place) {
        if (place == Statics.NONE) {
            return null;
        }
        long file = Items.ofTuple(place, 0);
        return new SourcePosition(Text.isText(file) ? Text.read(file) : null,
                number(thread, Items.ofTuple(place, 1)), number(thread, Items.ofTuple(place, 2)));
    }

    private static int number(Attachment thread, long number) {
        return Types.isInstance(number, Statics.LONG)
                ? Numbers.read(thread, number).intValue()
                : -1;
    }
}
