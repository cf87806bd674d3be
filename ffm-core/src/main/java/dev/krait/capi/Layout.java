package dev.krait.capi;

/**
 * Where the fields of the commonest objects lie, found on objects of known content when this class is first used
 * (under the GIL). They differ between versions; what does not look as expected is not read directly.
 */
public final class Layout {
    /** {@code PyObject.ob_type}. */
    public static final long TYPE = Long.BYTES;
    /** {@code PyVarObject.ob_size}, and the length of a str. */
    public static final long SIZE = 2 * Long.BYTES;
    /** {@code PyListObject.ob_item}. */
    public static final long LIST_ITEMS;
    /** {@code PyTupleObject.ob_item}. */
    public static final long TUPLE_ITEMS;
    /** {@code PyFloatObject.ob_fval}. */
    public static final long FLOAT_VALUE;
    /** {@code PyBytesObject.ob_sval}. */
    public static final long BYTES_DATA;
    /** {@code PyASCIIObject.state}. */
    public static final long TEXT_STATE = 4 * Long.BYTES;
    /** {@code PyTypeObject.tp_name}: C text. */
    public static final long TYPE_NAME = 3 * Long.BYTES;
    /** {@code PyTypeObject.tp_mro}: a tuple. */
    public static final long TYPE_MRO;
    /** The lowest digit of an int. */
    public static final long DIGIT = 3 * Long.BYTES;
    /** Where the characters of an ASCII str start; 0 when strs must not be read directly. */
    public static final long ASCII_DATA;
    /** Where the characters of another compact str start. */
    public static final long COMPACT_DATA;
    /** How far the kind (1, 2 or 4 bytes a character) is shifted in the state. */
    public static final int KIND_SHIFT;
    /** The bit of the state that says compact. */
    public static final int COMPACT_BIT;
    /** The bit of the state that says ASCII. */
    public static final int ASCII_BIT;
    /** Size word of the int 1; 0 when ints must not be read directly. */
    public static final long ONE_DIGIT;
    /** Size word of the int -1. */
    public static final long ONE_NEGATIVE_DIGIT;
    /** Size word of the int 0. */
    public static final long NO_DIGIT;

    static {
        long ascii = LayoutProbe.text('k', 1);
        long latin = LayoutProbe.text(LayoutProbe.LATIN_1, 1);
        long wide = LayoutProbe.text(LayoutProbe.BMP, 2);
        long astral = LayoutProbe.text(LayoutProbe.ASTRAL, Integer.BYTES);
        int shift = LayoutProbe.kindShift(Memory.getInt(ascii + TEXT_STATE),
                Memory.getInt(latin + TEXT_STATE), Memory.getInt(wide + TEXT_STATE),
                Memory.getInt(astral + TEXT_STATE));
        KIND_SHIFT = shift;
        // state is interned, kind:3, compact:1, ascii:1 in every version; only the start moves
        COMPACT_BIT = 1 << (shift + 3);
        ASCII_BIT = 1 << (shift + 4);
        COMPACT_DATA = LayoutProbe.start(latin, LayoutProbe.LATIN_1);
        boolean known = shift > 0 && COMPACT_DATA > 0 && LayoutProbe.isSet(latin, COMPACT_BIT)
                && LayoutProbe.isSet(ascii, COMPACT_BIT) && LayoutProbe.isSet(ascii, ASCII_BIT)
                && !LayoutProbe.isSet(latin, ASCII_BIT)
                && Memory.getLong(ascii + SIZE) == LayoutProbe.LENGTH
                && Memory.getLong(astral + SIZE) == LayoutProbe.LENGTH;
        ASCII_DATA = known ? LayoutProbe.start(ascii, 'k') : 0;
        LayoutProbe.release(ascii, latin, wide, astral);

        long zero = LongApi.fromLongLong(0);
        long seven = LongApi.fromLongLong(7);
        long minusSeven = LongApi.fromLongLong(-7);
        boolean digits = Memory.getInt(seven + DIGIT) == 7
                && Memory.getInt(minusSeven + DIGIT) == 7;
        ONE_DIGIT = digits ? Memory.getLong(seven + SIZE) : 0;
        ONE_NEGATIVE_DIGIT = Memory.getLong(minusSeven + SIZE);
        NO_DIGIT = Memory.getLong(zero + SIZE);
        LayoutProbe.release(zero, seven, minusSeven);

        long tuple = TupleApi.newTuple(1);
        TupleApi.setItem(tuple, 0, BoolApi.fromLong(1));
        TUPLE_ITEMS = LayoutProbe.find(tuple, Statics.TRUE);
        long list = AbstractApi.sequenceList(tuple);
        LIST_ITEMS = LayoutProbe.findPointerTo(list, Statics.TRUE);
        long real = LayoutProbe.newFloat();
        FLOAT_VALUE = LayoutProbe.find(real, Double.doubleToRawLongBits(LayoutProbe.DOUBLE));
        long bytes = LayoutProbe.newBytes();
        BYTES_DATA = LayoutProbe.find(bytes, LayoutProbe.EIGHT_BYTES);
        TYPE_MRO = LayoutProbe.findOrder(Statics.BOOL);
        LayoutProbe.release(tuple, list, real, bytes);
    }

    private Layout() {}

    /** The type of an object: borrowed. */
    public static long typeOf(long object) {
        return Memory.getLong(object + TYPE);
    }
}
