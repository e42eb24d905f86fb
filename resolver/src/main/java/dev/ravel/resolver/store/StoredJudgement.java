package dev.ravel.resolver.store;

import dev.ravel.model.judgement.Judgement;

/**
 * A judgement and whether it stands.
 *
 * @param judgement the judgement
 * @param supersededBy the operation that took it back; empty while it stands
 */
public record StoredJudgement(Judgement judgement, String supersededBy) {
    /** Whether it still binds. */
    public boolean stands() {
        return supersededBy.isEmpty();
    }
}
