package dev.ravel.resolver.store;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.judgement.IdentifierRuling;

/**
 * What the store knows of a shared key.
 *
 * @param key the key
 * @param size how many live records carry it; 0 for a key that was not there before
 * @param suppressed whether it is no evidence now
 * @param overCap whether it proposes no candidates now
 * @param ruling what a person said of it; always {@code NONE} for a block
 */
public record KeyState(SharedKey key, int size, boolean suppressed, boolean overCap, IdentifierRuling ruling) {
    /** The state of a key of which no person has said anything. */
    public KeyState(SharedKey key, int size, boolean suppressed, boolean overCap) {
        this(key, size, suppressed, overCap, IdentifierRuling.NONE);
    }
}
