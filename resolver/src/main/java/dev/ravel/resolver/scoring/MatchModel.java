package dev.ravel.resolver.scoring;

/**
 * A versioned, immutable set of comparison levels with their weights, term frequencies and the prior, read from a model
 * file.
 */
public final class MatchModel {
    private MatchModel() {
        throw new UnsupportedOperationException("being built");
    }

    /** The model that Ravel ships. */
    public static MatchModel shipped() {
        throw new UnsupportedOperationException("being built");
    }

    /** The SHA-256 of the model file's canonical content, in lower-case hexadecimal digits. */
    public String digest() {
        throw new UnsupportedOperationException("being built");
    }
}
