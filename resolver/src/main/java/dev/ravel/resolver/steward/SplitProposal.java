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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Groups of an entity's records are different customers.
 *
 * @param kind {@code split} or {@code detach}
 * @param entity the entity
 * @param expectedVersion the membership version that the steward saw, if it matters
 * @param groups disjoint, not empty; one is meant against the rest
 * @param sameWithin whether the records within a group are said to be one customer
 */
record SplitProposal(
        String kind,
        EntityId entity,
        OptionalLong expectedVersion,
        List<SortedSet<RecordKey>> groups,
        boolean sameWithin)
        implements Proposal {

    /** One record is not the customer of the others; of the others nothing is said. */
    static SplitProposal detach(EntityId entity, OptionalLong expectedVersion, RecordKey record) {
        return new SplitProposal("detach", entity, expectedVersion, List.of(new TreeSet<>(Set.of(record))), false);
    }

    static SplitProposal of(EntityId entity, OptionalLong expectedVersion, List<Set<RecordKey>> given) {
        List<SortedSet<RecordKey>> groups = new ArrayList<>();
        Set<RecordKey> seen = new TreeSet<>();
        for (Set<RecordKey> group : given) {
            if (group.isEmpty()) {
                throw invalid("a group of the split of " + entity + " is empty");
            }
            for (RecordKey key : group) {
                if (!seen.add(key)) {
                    throw invalid(key + " is in two groups of the split of " + entity);
                }
            }
            groups.add(new TreeSet<>(group));
        }
        if (groups.isEmpty()) {
            throw invalid("the split of " + entity + " names no records");
        }
        return new SplitProposal("split", entity, expectedVersion, groups, true);
    }

    @Override
    public List<String> terms() {
        return List.of(entity.value(), expectedVersion.toString(), groups.toString());
    }

    @Override
    public Ruling rule(ResolutionTransaction transaction, EntityReader reader) {
        StoredRegion region = EntityLocks.lock(transaction, reader, new TreeMap<>(Map.of(entity, expectedVersion)));
        Entity whole = EntityLocks.locked(region, entity);
        List<SortedSet<RecordKey>> sides = new ArrayList<>(groups);
        SortedSet<RecordKey> rest = new TreeSet<>(whole.records());
        for (SortedSet<RecordKey> group : groups) {
            for (RecordKey key : group) {
                if (!rest.remove(key)) {
                    throw invalid(key + " is not a record of " + entity + ", which has " + whole.records());
                }
            }
        }
        if (groups.size() == 1) {
            if (rest.isEmpty()) {
                throw invalid(
                        kind.equals("detach")
                                ? groups.get(0).first() + " is alone in " + entity + " already"
                                : "the only group holds all records of " + entity
                                        + ": nothing is left to split it from");
            }
            sides.add(rest);
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.notSame(sides));
        if (sameWithin) {
            sides.stream().filter(side -> side.size() > 1).map(Finding::same).forEach(findings::add);
        }
        return Ruling.of(region, findings);
    }

    private static ResolutionException invalid(String why) {
        return new ResolutionException(ErrorCode.INVALID_INPUT, why);
    }
}
