package dev.krait.convert;

/** Rules that users add to; what they are made of is for our eyes only. */
public abstract class OwnRules {
    private final Conversion conversion;

    protected OwnRules(Conversion conversion) {
        this.conversion = conversion;
    }

    /** The rules themselves. */
    public static Conversion of(OwnRules rules) {
        return rules.conversion;
    }
}
