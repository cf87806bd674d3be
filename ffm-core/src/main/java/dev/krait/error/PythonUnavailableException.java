package dev.krait.error;

import java.util.List;

/** No Python could be started: lists every place tried, why it failed, and the remedy. */
public final class PythonUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient List<String> tried;

    /**
     * @param message what went wrong and what to do about it, with the places tried
     * @param tried one line for each place: where, and why not
     */
    public PythonUnavailableException(String message, List<String> tried) {
        super(message);
        this.tried = List.copyOf(tried);
    }

    /** One line for each place tried: where, and why not; in the order of trying. */
    public List<String> tried() {
        return tried == null ? List.of() : tried;
    }
}
