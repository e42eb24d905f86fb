package dev.ravel.resolver.steward;

import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.store.ResolutionStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What people do to entities. Each operation is one transaction under the same locks as the stream, checks the
 * expected membership version, writes judgements that last, and resolves the component again. Thread-safe.
 *
 * <p>All operations throw {@link dev.ravel.resolver.error.ResolutionException} with {@code NOT_FOUND}, {@code
 * VERSION_CONFLICT}, {@code CONTRADICTS_JUDGEMENT}, {@code IDEMPOTENCY_CONFLICT} or {@code INVALID_INPUT}, and write
 * nothing then.
 */
public final class Steward {
    public Steward(Resolver resolver, ResolutionStore store, Clock clock) {
        throw new UnsupportedOperationException("being built");
    }

    /**
     * Splits an entity into groups. Writes one NOT_SAME over the groups and SAME within each; records of the entity
     * that no group names go where their links lead.
     *
     * @param groups at least two disjoint, non-empty sets of the entity's records; or one, meant against the rest
     */
    public OperationResult split(
            EntityId entity, long expectedVersion, List<Set<RecordKey>> groups, StewardRequest request) {
        throw new UnsupportedOperationException("being built");
    }

    /** What {@link #split} would do now. Writes nothing. */
    public OperationResult previewSplit(EntityId entity, List<Set<RecordKey>> groups) {
        throw new UnsupportedOperationException("being built");
    }

    /**
     * Merges entities: writes SAME over all their records.
     *
     * @param expectedVersions the entities, at least two, with their expected membership versions
     */
    public OperationResult merge(Map<EntityId, Long> expectedVersions, StewardRequest request) {
        throw new UnsupportedOperationException("being built");
    }

    /** What {@link #merge} would do now. Writes nothing. */
    public OperationResult previewMerge(Set<EntityId> entities) {
        throw new UnsupportedOperationException("being built");
    }

    /**
     * Takes an operation back: its judgements stop standing (or, for an undo, those that it took back stand again)
     * and what depended on them is resolved again. Refused with {@code BLOCKED_BY_LATER_OPERATION} if a later
     * operation on the same records stands; the message names it.
     */
    public OperationResult undo(String operation, StewardRequest request) {
        throw new UnsupportedOperationException("being built");
    }
}
