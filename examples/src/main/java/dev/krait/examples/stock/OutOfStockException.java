package dev.krait.examples.stock;

/** There is less than was asked for. */
public final class OutOfStockException extends Exception {
    private static final long serialVersionUID = 1;
    private final int missing;

    /** Says how much is missing. */
    public OutOfStockException(String name, int missing) {
        super("out of stock: " + name);
        this.missing = missing;
    }

    /** How much. */
    public int getMissing() {
        return missing;
    }
}
