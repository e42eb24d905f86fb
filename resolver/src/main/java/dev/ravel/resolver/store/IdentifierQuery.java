package dev.ravel.resolver.store;

import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.model.judgement.IdentifierRuling;

/**
 * Which identifiers are meant: those that fit all of it, and of which no person has said anything.
 *
 * @param type of this kind
 * @param minRecords that at least so many live records carry
 * @param maxRecords that at most so many live records carry
 * @param suppressed those that are no evidence now, or those that are
 */
public record IdentifierQuery(IdentifierType type, int minRecords, int maxRecords, boolean suppressed) {
    boolean fits(KeyState state) {
        return !state.key().isBlock()
                && state.key().identifierType() == type
                && state.size() >= minRecords
                && state.size() <= maxRecords
                && state.suppressed() == suppressed
                && state.ruling() == IdentifierRuling.NONE;
    }
}
