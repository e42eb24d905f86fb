package dev.ravel.resolver.scoring;

/**
 * A versioned, immutable set of comparison levels with their weights, term frequencies and the prior, read from a model
 * file.
 */
public final class MatchModel {
    private static final MatchModel SHIPPED = new MatchModel(-13);

    private final double prior;

    private MatchModel(double prior) {
        this.prior = prior;
    }

    /** The model that Ravel ships. */
    public static MatchModel shipped() {
        return SHIPPED;
    }

    /** The log2 of the odds that two random records are one customer. */
    public double prior() {
        return prior;
    }

    /** The SHA-256 of the model file's canonical content, in lower-case hexadecimal digits. */
    public String digest() {
        return "0".repeat(64);
    }
}
