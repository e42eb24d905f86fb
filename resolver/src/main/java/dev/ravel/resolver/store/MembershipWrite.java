package dev.ravel.resolver.store;

import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import java.time.Instant;
import java.util.Optional;

/**
 * A record changes its entity.
 *
 * @param record the record
 * @param from the entity that it leaves, empty if it had none
 * @param to the entity that it joins, empty if it was deleted
 * @param at recorded time: the end of the old membership and the start of the new
 */
public record MembershipWrite(RecordKey record, Optional<EntityId> from, Optional<EntityId> to, Instant at) {
    public MembershipWrite {
        if (from.equals(to)) {
            throw new IllegalArgumentException(record + " does not change its entity");
        }
    }
}
