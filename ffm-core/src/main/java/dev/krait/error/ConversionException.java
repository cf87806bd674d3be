package dev.krait.error;

/** A value has no form of the type asked for, or is out of its range; the message gives value, type and place. */
public final class ConversionException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /** Made with the whole story: {@code [3].price: 70000 does not fit short}. */
    public ConversionException(String message) {
        super(message);
    }
}
