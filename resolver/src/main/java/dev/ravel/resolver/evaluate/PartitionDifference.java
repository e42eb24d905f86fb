package dev.ravel.resolver.evaluate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a result changes against another one of the same records: so that a changed rule can be seen before it goes live.
 * Only records that both have count. O(records · log records).
 *
 * @param records how many records both have
 * @param added how many only the new one has
 * @param removed how many only the old one has
 * @param unchanged how many entities have the same records in both
 * @param merged how many entities have records of several old ones
 * @param split how many old entities have records in several
 * @param gained the pairs of records that are together now and were not
 * @param lost the pairs that were together and are not now
 * @param ids what became of the ids
 * @param largestMerges the entities that put most pairs together that were apart, largest first, by old entity
 * @param largestSplits the old entities of which most pairs are apart now, largest first, by new entity
 */
public record PartitionDifference(
        int records,
        int added,
        int removed,
        int unchanged,
        int merged,
        int split,
        Pairs gained,
        Pairs lost,
        Ids ids,
        List<Mistake> largestMerges,
        List<Mistake> largestSplits) {
    /**
     * Pairs of records.
     *
     * @param all how many there are
     * @param same how many of them are one customer by the truth, 0 without one
     * @param different how many are not, 0 without a truth
     */
    public record Pairs(long all, long same, long different) {
        private Pairs less(Pairs other) {
            return new Pairs(all - other.all, same - other.same, different - other.different);
        }
    }

    /**
     * What became of the ids of entities.
     *
     * @param kept how many ids both have
     * @param gone how many only the old result has
     * @param fresh how many only the new result has
     * @param records how many records have another entity id than before
     * @param renamed how many entities have the same records and another id
     */
    public record Ids(int kept, int gone, int fresh, int records, int renamed) {}

    public PartitionDifference {
        largestMerges = List.copyOf(largestMerges);
        largestSplits = List.copyOf(largestSplits);
    }

    /**
     * Compares two results.
     *
     * @param before the old one
     * @param after the new one
     * @param truth the truth, if there is one; records that it lacks do not count as right or wrong
     * @param largest how many of the largest merges and splits to list
     */
    public static PartitionDifference of(
            EntityAssignments before, EntityAssignments after, Optional<EntityAssignments> truth, int largest) {
        Map<String, String> old = before.namedAsIn(after);
        Map<String, String> known = new HashMap<>();
        truth.ifPresent(entities -> known.putAll(entities.namedAsIn(after)));
        SortedMap<String, SortedMap<String, Integer>> newByOld = new TreeMap<>();
        SortedMap<String, SortedMap<String, Integer>> oldByNew = new TreeMap<>();
        PairCount now = new PairCount(known);
        PairCount then = new PairCount(known);
        PairCount both = new PairCount(known);
        int moved = 0;
        for (Map.Entry<String, String> record : after.entityOf().entrySet()) {
            String of = old.get(record.getKey());
            if (of != null) {
                Evaluation.count(newByOld, record.getValue(), of);
                Evaluation.count(oldByNew, of, record.getValue());
                now.add(record.getKey(), record.getValue());
                then.add(record.getKey(), of);
                both.add(record.getKey(), record.getValue() + '\n' + of);
                moved += of.equals(record.getValue()) ? 0 : 1;
            }
        }
        return new PartitionDifference(
                old.size(),
                after.entityOf().size() - old.size(),
                before.entityOf().size() - old.size(),
                Evaluation.exact(oldByNew, newByOld),
                inParts(newByOld),
                inParts(oldByNew),
                now.pairs().less(both.pairs()),
                then.pairs().less(both.pairs()),
                ids(newByOld, oldByNew, moved),
                Evaluation.worst(newByOld, largest),
                Evaluation.worst(oldByNew, largest));
    }

    private static int inParts(SortedMap<String, SortedMap<String, Integer>> table) {
        return (int) table.values().stream().filter(parts -> parts.size() > 1).count();
    }

    private static Ids ids(
            SortedMap<String, SortedMap<String, Integer>> newByOld,
            SortedMap<String, SortedMap<String, Integer>> oldByNew,
            int moved) {
        Set<String> kept = new HashSet<>(newByOld.keySet());
        kept.retainAll(oldByNew.keySet());
        int renamed = 0;
        for (Map.Entry<String, SortedMap<String, Integer>> entity : newByOld.entrySet()) {
            String old = entity.getValue().firstKey();
            boolean same = entity.getValue().size() == 1
                    && oldByNew.getOrDefault(old, new TreeMap<>()).size() == 1;
            renamed += same && !old.equals(entity.getKey()) ? 1 : 0;
        }
        return new Ids(kept.size(), oldByNew.size() - kept.size(), newByOld.size() - kept.size(), moved, renamed);
    }

    /** The pairs of records in one group, and of them those of one customer. */
    private static final class PairCount {
        private final Map<String, String> truth;
        private final Map<String, Integer> records = new HashMap<>();
        private final Map<String, Integer> recordsOfTruth = new HashMap<>();
        private final Map<String, Integer> recordsOfOne = new HashMap<>();

        PairCount(Map<String, String> truth) {
            this.truth = truth;
        }

        void add(String record, String group) {
            records.merge(group, 1, Integer::sum);
            String entity = truth.get(record);
            if (entity != null) {
                recordsOfTruth.merge(group, 1, Integer::sum);
                recordsOfOne.merge(group + '\n' + entity, 1, Integer::sum);
            }
        }

        Pairs pairs() {
            long same = pairs(recordsOfOne);
            return new Pairs(pairs(records), same, pairs(recordsOfTruth) - same);
        }

        private static long pairs(Map<String, Integer> sizes) {
            return sizes.values().stream()
                    .mapToLong(size -> size * (size - 1L) / 2)
                    .sum();
        }
    }
}
