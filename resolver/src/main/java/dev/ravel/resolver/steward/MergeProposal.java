package dev.ravel.resolver.steward;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.region.StoredRegion;
import dev.ravel.resolver.steward.Ruling.Finding;
import dev.ravel.resolver.store.EntityReader;
import dev.ravel.resolver.store.ResolutionTransaction;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Entities are one customer.
 *
 * @param entities the entities, at least two, with the membership versions that the steward saw, if they matter
 * @param secondSteward which merges are only proposed
 */
record MergeProposal(SortedMap<EntityId, OptionalLong> entities, SecondSteward secondSteward) implements Proposal {
    MergeProposal {
        if (entities.size() < 2) {
            throw new ResolutionException(
                    ErrorCode.INVALID_INPUT, "a merge needs at least two entities, not " + entities.keySet());
        }
    }

    @Override
    public String kind() {
        return "merge";
    }

    @Override
    public List<String> terms() {
        return List.of(entities.toString());
    }

    @Override
    public Ruling rule(ResolutionTransaction transaction, EntityReader reader) {
        StoredRegion region = EntityLocks.lock(transaction, reader, entities);
        List<Entity> joined = entities.keySet().stream()
                .map(id -> EntityLocks.locked(region, id))
                .toList();
        SortedSet<RecordKey> all = new TreeSet<>();
        joined.forEach(entity -> all.addAll(entity.records()));
        if (secondSteward.isNeeded(region, joined)) {
            return Ruling.proposing(region, all, List.of());
        }
        return Ruling.of(region, List.of(Finding.same(all)));
    }
}
