package dev.ravel.resolver.store;

import dev.ravel.model.identifier.SharedKey;

/**
 * What the store knows of a shared key.
 *
 * @param key the key
 * @param size how many live records carry it; 0 for a key that was not there before
 * @param suppressed whether it is no evidence now
 * @param overCap whether it proposes no candidates now
 */
public record KeyState(SharedKey key, int size, boolean suppressed, boolean overCap) {}
