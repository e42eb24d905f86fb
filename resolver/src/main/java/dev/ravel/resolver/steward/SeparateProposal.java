package dev.ravel.resolver.steward;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.region.StandardRecords;
import dev.ravel.resolver.region.StoredRegion;
import dev.ravel.resolver.steward.Ruling.Finding;
import dev.ravel.resolver.store.EntityReader;
import dev.ravel.resolver.store.ResolutionTransaction;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Two records of an entity are different customers; the others go with either, by the cheapest cut.
 *
 * @param entity the entity
 * @param expectedVersion the membership version that the steward saw, if it matters
 * @param pair the two records
 * @param cheapest finds the cut
 * @param standards standardises the records
 */
record SeparateProposal(
        EntityId entity, OptionalLong expectedVersion, RecordPair pair, CheapestCut cheapest, StandardRecords standards)
        implements Proposal {

    @Override
    public String kind() {
        return "separate";
    }

    @Override
    public List<String> terms() {
        return List.of(entity.value(), expectedVersion.toString(), pair.toString());
    }

    @Override
    public Ruling rule(ResolutionTransaction transaction, EntityReader reader) {
        StoredRegion region = EntityLocks.lock(transaction, reader, new TreeMap<>(Map.of(entity, expectedVersion)));
        Entity whole = EntityLocks.locked(region, entity);
        for (RecordKey end : List.of(pair.smaller(), pair.larger())) {
            if (!whole.records().contains(end)) {
                throw new ResolutionException(
                        ErrorCode.INVALID_INPUT,
                        end + " is not a record of " + entity + ", which has " + whole.records());
            }
        }
        List<LiveRecord> records = standards.live(whole.records().stream()
                .map(key -> Objects.requireNonNull(region.records().get(key), key.text()))
                .toList());
        Cut cut = cheapest.between(pair, records, region.standing());
        return new Ruling(
                region,
                List.of(Finding.notSame(List.of(cut.near(), cut.far()))),
                List.of(),
                List.of(),
                List.of(),
                Optional.of(cut),
                false);
    }
}
