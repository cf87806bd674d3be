package dev.krait.host;

import dev.krait.capi.Statics;

/** A builtin Python error on its way out of an upcall: no Java exception is worth making for it. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final long errorClass;
    private final String text;

    private Refusal(long errorClass, String text) {
        super(text, null, false, false);
        this.errorClass = errorClass;
        this.text = text;
    }

    /** A TypeError. */
    static Refusal type(String text) {
        return new Refusal(Statics.TYPE_ERROR, text);
    }

    /** An AttributeError. */
    static Refusal attribute(String text) {
        return new Refusal(Statics.ATTRIBUTE_ERROR, text);
    }

    /** An OverflowError. */
    static Refusal overflow(String text) {
        return new Refusal(Statics.OVERFLOW_ERROR, text);
    }

    /** An IndexError. */
    static Refusal index(String text) {
        return new Refusal(Statics.INDEX_ERROR, text);
    }

    /** A BufferError. */
    static Refusal buffer(String text) {
        return new Refusal(Statics.BUFFER_ERROR, text);
    }

    /** A RecursionError. */
    static Refusal recursion(String text) {
        return new Refusal(Statics.RECURSION_ERROR, text);
    }

    /** The same, saying which method refused an argument. */
    Refusal of(Class<?> owner, Overload method) {
        boolean argument = errorClass == Statics.TYPE_ERROR || errorClass == Statics.OVERFLOW_ERROR;
        return argument
                ? new Refusal(errorClass, LiveTypes.nameOf(owner) + "." + method + ": " + text)
                : this;
    }

    long errorClass() {
        return errorClass;
    }

    String text() {
        return text;
    }
}
