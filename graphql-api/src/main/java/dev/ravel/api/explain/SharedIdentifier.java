package dev.ravel.api.explain;

import dev.ravel.model.identifier.SharedKey;

/**
 * An identifier that two records share.
 *
 * @param key the identifier
 * @param suppressed whether it is no evidence
 */
public record SharedIdentifier(SharedKey key, boolean suppressed) {}
