package dev.krait.op;

/**
 * The functions of {@code boot.py}: what Python itself says shorter than the C API. Kept for ever, so borrowed.
 *
 * <p>{@link BootModule#load} has run before this class is touched. No static initialiser here runs Python code: a
 * thread that waited for the class would do so under the GIL.
 */
public final class Boot {
    /** {@code compile_script(source, filename) -> (body, last)}. */
    public static final long COMPILE_SCRIPT = function("compile_script");
    /** {@code place_of(error) -> (file, line, column)}. */
    public static final long PLACE_OF = function("place_of");
    /** {@code frame_of(traceback) -> (file, function, line, column, own, evaluated)}. */
    public static final long FRAME_OF = function("frame_of");
    /** {@code describe(error)}. */
    public static final long DESCRIBE = function("describe");
    /** {@code nothing()}. */
    public static final long NOTHING = function("nothing");
    /** {@code int_to_bytes(number) -> bytes}. */
    public static final long INT_TO_BYTES = function("int_to_bytes");
    /** {@code int_from_bytes(data) -> int}. */
    public static final long INT_FROM_BYTES = function("int_from_bytes");
    /** {@code new_namespace(name) -> module}. */
    public static final long NEW_NAMESPACE = function("new_namespace");
    /** {@code method_names(value) -> list}. */
    public static final long METHOD_NAMES = function("method_names");
    /** {@code attribute_names(value) -> list}. */
    public static final long ATTRIBUTE_NAMES = function("attribute_names");
    /** {@code help_text(value) -> str}. */
    public static final long HELP_TEXT = function("help_text");
    /** {@code put_on_path(folders)}. */
    public static final long PUT_ON_PATH = function("put_on_path");
    /** {@code watch_for_blas(tell)}. */
    public static final long WATCH_FOR_BLAS = function("watch_for_blas");
    /** {@code run_exit(wait_for_threads, exiting)}. */
    public static final long RUN_EXIT = function("run_exit");

    private Boot() {}

    private static long function(String name) {
        return BootModule.function("boot.py", name);
    }
}
