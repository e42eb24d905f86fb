package dev.ravel.resolver.store;

import dev.ravel.model.judgement.IdentifierJudgement;

/**
 * A judgement of an identifier and whether it stands.
 *
 * @param judgement the judgement
 * @param supersededBy the operation that took it back or replaced it; empty while it stands
 */
public record StoredIdentifierJudgement(IdentifierJudgement judgement, String supersededBy) {
    /** Whether it still binds. */
    public boolean stands() {
        return supersededBy.isEmpty();
    }
}
