package dev.krait.discover;

/** Why one candidate cannot be used, and what to do about it. Stays inside discovery. */
final class UnusablePython extends Exception {
    private static final long serialVersionUID = 1;
    private final String reason;
    private final String remedy;

    UnusablePython(String reason, String remedy) {
        super(reason, null, false, false);
        this.reason = reason;
        this.remedy = remedy;
    }

    String reason() {
        return reason;
    }

    String remedy() {
        return remedy;
    }
}
