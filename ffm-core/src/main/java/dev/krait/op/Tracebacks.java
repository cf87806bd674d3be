package dev.krait.op;

import dev.krait.capi.FrameApi;
import dev.krait.capi.Memory;
import dev.krait.capi.Statics;
import dev.krait.error.PythonException.SourcePosition;
import dev.krait.gil.Attachment;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The frames of a traceback, read field by field; what is known of a frame is kept, as finding it out is slow. Callers
 * hold the GIL, which guards the state.
 */
final class Tracebacks {
    private static final int KEPT = 500;
    private static final int SHORT = 8;
    // PyTracebackObject: the same in every version; canRead looks whether that is so
    private static final int NEXT = 2 * Long.BYTES;
    private static final int FRAME = 3 * Long.BYTES;
    private static final int INSTRUCTION = 4 * Long.BYTES;
    private static final int LINE = INSTRUCTION + Integer.BYTES;
    private static final String DECLARING_CLASS = "<python>";
    private static final Map<Place, Frame> KNOWN = new HashMap<>();

    private static boolean tried;
    private static boolean readable;

    private Tracebacks() {}

    /** The frames, innermost first, and the place to report. */
    record Trace(List<StackTraceElement> frames, @Nullable SourcePosition place) {}

    private record Place(long code, int instruction, int line) {}

    /** A frame; of Krait's own code no element. */
    private record Frame(@Nullable StackTraceElement element, SourcePosition place,
            boolean evaluated) {}

    /** One frame of a traceback, where it belongs to Java's class. */
    static StackTraceElement element(String function, String file, int line) {
        return new StackTraceElement(DECLARING_CLASS, function, file, line);
    }

    /** Whether the fields of tracebacks lie where they are looked for, seen at this one (borrowed) if none was before. */
    static boolean canRead(Attachment thread, long traceback) {
        if (!tried) {
            tried = true;
            readable = isAsExpected(thread, traceback);
        }
        return readable;
    }

    private static boolean isAsExpected(Attachment thread, long traceback) {
        long frame = Attributes.get(thread, traceback, "tb_frame");
        Counts.release(frame);
        long next = Attributes.get(thread, traceback, "tb_next");
        Counts.release(next);
        long shown = Memory.getLong(traceback + NEXT);
        return Memory.getLong(traceback + FRAME) == frame
                && (shown == next || (shown == 0 && next == Statics.NONE));
    }

    /** Reads a traceback (borrowed), or 0. */
    static Trace read(Attachment thread, long traceback) {
        List<StackTraceElement> frames = new ArrayList<>();
        SourcePosition place = null;
        for (long at = traceback; at != 0; at = Memory.getLong(at + NEXT)) {
            Frame frame = frame(thread, at);
            if (frame.element != null) {
                frames.add(frame.element);
                // the place in evaluated text is more use to its author than one in a library
                if (place == null || frame.evaluated) {
                    place = frame.place;
                }
            }
        }
        Collections.reverse(frames);
        return new Trace(frames, place);
    }

    /** A short traceback (borrowed) and its frames: borrowed. Nothing of a longer one. */
    static long[] parts(Attachment thread, long traceback) {
        if (!canRead(thread, traceback)) {
            return new long[0];
        }
        long[] parts = new long[2 * SHORT];
        int count = 0;
        for (long at = traceback; at != 0; at = Memory.getLong(at + NEXT)) {
            if (count == parts.length) {
                return new long[0];
            }
            parts[count++] = at;
            parts[count++] = Memory.getLong(at + FRAME);
        }
        return Arrays.copyOf(parts, count);
    }

    private static Frame frame(Attachment thread, long traceback) {
        long code = Raise.check(FrameApi.getCode(Memory.getLong(traceback + FRAME)));
        try {
            Place place = new Place(code, Memory.getInt(traceback + INSTRUCTION),
                    Memory.getInt(traceback + LINE));
            Frame known = KNOWN.get(place);
            return known == null ? keep(place, find(thread, traceback)) : known;
        } finally {
            Counts.release(code);
        }
    }

    private static Frame keep(Place place, Frame frame) {
        if (KNOWN.size() >= KEPT) {
            KNOWN.keySet().forEach(old -> Counts.release(old.code));
            KNOWN.clear();
        }
        Counts.retain(place.code); // another code at its address would be taken for it
        KNOWN.put(place, frame);
        return frame;
    }

    private static Frame find(Attachment thread, long traceback) {
        long told = Calls.call(thread, Boot.FRAME_OF, traceback);
        try {
            String file = Text.read(Items.ofTuple(told, 0));
            int line = Numbers.read(thread, Items.ofTuple(told, 2)).intValue();
            int column = Numbers.read(thread, Items.ofTuple(told, 3)).intValue();
            boolean own = Items.ofTuple(told, 4) == Statics.TRUE;
            return new Frame(own ? null : element(Text.read(Items.ofTuple(told, 1)), file, line),
                    new SourcePosition(file, line, column), Items.ofTuple(told, 5) == Statics.TRUE);
        } finally {
            Counts.release(told);
        }
    }
}
