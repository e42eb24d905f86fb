package dev.ravel.resolver.explain;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.region.RegionResolution;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * The smallest set of shared identifiers without which two records of an entity would not be together: the entity is
 * resolved again with each set suppressed, sets in order of size and then of their keys. Exact as far as it looks: it
 * gives up after {@value #MAX_RESOLUTIONS} resolutions, and on entities of more than {@value #MAX_RECORDS} records.
 */
final class SeparatingValues {
    static final int MAX_RECORDS = 200;
    static final int MAX_RESOLUTIONS = 300;
    private static final int MAX_VALUES = 3;

    private final RegionResolution resolution;

    SeparatingValues(Resolver resolver) {
        this.resolution = new RegionResolution(resolver);
    }

    /**
     * The values; empty if no set within the limits parts the two.
     *
     * @param members the live records of the entity that both belong to
     * @param standing the judgements that stand on any of them
     */
    Optional<List<SharedKey>> of(RecordKey a, RecordKey b, List<LiveRecord> members, Collection<Judgement> standing) {
        if (members.size() > MAX_RECORDS) {
            return Optional.empty();
        }
        List<SharedKey> shared = shared(members);
        int[] left = {MAX_RESOLUTIONS};
        for (int size = 1; size <= Math.min(MAX_VALUES, shared.size()); size++) {
            Optional<List<SharedKey>> found = search(a, b, members, standing, shared, 0, size, new ArrayList<>(), left);
            if (found.isPresent() || left[0] <= 0) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<List<SharedKey>> search(
            RecordKey a,
            RecordKey b,
            List<LiveRecord> members,
            Collection<Judgement> standing,
            List<SharedKey> shared,
            int from,
            int size,
            List<SharedKey> chosen,
            int[] left) {
        if (chosen.size() == size) {
            left[0]--;
            return parted(a, b, without(members, new HashSet<>(chosen)), standing)
                    ? Optional.of(List.copyOf(chosen))
                    : Optional.empty();
        }
        for (int i = from; i < shared.size() && left[0] > 0; i++) {
            chosen.add(shared.get(i));
            Optional<List<SharedKey>> found = search(a, b, members, standing, shared, i + 1, size, chosen, left);
            if (found.isPresent()) {
                return found;
            }
            chosen.remove(chosen.size() - 1);
        }
        return Optional.empty();
    }

    private boolean parted(RecordKey a, RecordKey b, List<LiveRecord> members, Collection<Judgement> standing) {
        return resolution.resolve(members, standing).components().stream()
                .flatMap(component -> component.partition().parts().stream())
                .noneMatch((SortedSet<RecordKey> part) -> part.contains(a) && part.contains(b));
    }

    /** The identifiers that count as evidence and that at least two of the records carry, ascending. */
    private static List<SharedKey> shared(List<LiveRecord> members) {
        SortedMap<SharedKey, Integer> carriers = new TreeMap<>();
        for (LiveRecord member : members) {
            List<SharedKey> keys = member.standard().keys();
            for (int i = 0; i < keys.size(); i++) {
                if (!keys.get(i).isBlock() && member.isEvidence(i)) {
                    carriers.merge(keys.get(i), 1, Integer::sum);
                }
            }
        }
        return carriers.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<LiveRecord> without(List<LiveRecord> members, Set<SharedKey> values) {
        List<LiveRecord> rest = new ArrayList<>(members.size());
        for (LiveRecord member : members) {
            long suppressed = member.suppressed();
            List<SharedKey> keys = member.standard().keys();
            for (int i = 0; i < keys.size(); i++) {
                if (values.contains(keys.get(i))) {
                    suppressed |= 1L << i;
                }
            }
            rest.add(new LiveRecord(member.standard(), suppressed, member.overCap()));
        }
        return rest;
    }
}
