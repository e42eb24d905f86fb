package dev.ravel.resolver.store;

import dev.ravel.model.judgement.Judgement;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /**
     * Whether it fell after a time. One whose operation is not among those known counts as if it did, so that who looks on finds
     * what is missing.
     *
     * @param operations the operations by which judgements fell, by id
     */
    public boolean fellAfter(Instant time, Map<String, StoredOperation> operations) {
        @Nullable StoredOperation by = operations.get(supersededBy);
        return !stands() && (by == null || by.at().isAfter(time));
    }
}
