package dev.krait.error;

/** A value has no form of the type asked for, or is out of its range; the message gives value, type and place. */
public final class ConversionException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
    private final String path;
    private final String problem;

    /** Made with the whole story: {@code 70000 does not fit short}. */
    public ConversionException(String problem) {
        this("", problem);
    }

    private ConversionException(String path, String problem) {
        super(path.isEmpty() ? problem : path + ": " + problem);
        this.path = path;
        this.problem = problem;
    }

    /** Where in the value converted the bad element lies: {@code [3].price}; empty for the value itself. */
    public String path() {
        return path;
    }

    /** The same problem seen from the container the value lies in: {@code [3]} or {@code price} is one step. */
    public ConversionException in(String step) {
        boolean joined = path.isEmpty() || path.startsWith("[");
        return new ConversionException(step + (joined ? "" : ".") + path, problem);
    }
}
