package dev.ravel.resolver.evaluate;

import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How good a partition is against a truth. Only records of the truth count; one that the prediction lacks counts as an
 * entity of its own. O(records · log records).
 *
 * @param records how many records the truth has
 * @param missing how many of them the prediction lacks
 * @param trueEntities how many entities the truth has
 * @param predictedEntities how many the prediction has
 * @param pairwise over the pairs of records that are together
 * @param bCubed the mean over records of the precision and recall of the entity that each is in (Bagga and Baldwin 1998)
 * @param exactEntities how many true entities are predicted with exactly their records
 * @param mergedPairs how many pairs of true entities have records in one predicted entity
 * @param worstMerges the predicted entities that put most wrong pairs together, worst first
 * @param worstSplits the true entities of which most pairs are apart, worst first
 */
public record Evaluation(
        int records,
        int missing,
        int trueEntities,
        int predictedEntities,
        Accuracy pairwise,
        Accuracy bCubed,
        int exactEntities,
        long mergedPairs,
        List<Mistake> worstMerges,
        List<Mistake> worstSplits) {
    public Evaluation {
        worstMerges = List.copyOf(worstMerges);
        worstSplits = List.copyOf(worstSplits);
    }

    /**
     * Compares a prediction with the truth.
     *
     * @param worst how many of the worst merges and splits to list
     * @throws ResolutionException with {@code INVALID_INPUT} if the truth is empty or the two have no record in common
     */
    public static Evaluation of(EntityAssignments truth, EntityAssignments predicted, int worst) {
        return of(truth.entityOf(), predicted.namedAsIn(truth), worst);
    }

    /**
     * Compares a prediction with the truth.
     *
     * @param truth the true entity of each record
     * @param predicted the predicted entity of each record; others than those of the truth do not count
     */
    static Evaluation of(Map<String, String> truth, Map<String, String> predicted, int worst) {
        if (truth.keySet().stream().noneMatch(predicted::containsKey)) {
            throw new ResolutionException(
                    ErrorCode.INVALID_INPUT,
                    "the prediction has none of the records of the truth; records are joined by "
                            + EntityAssignments.RECORD_ID + ", or by " + EntityAssignments.SOURCE + " and "
                            + EntityAssignments.RECORD_ID + " together");
        }
        SortedMap<String, SortedMap<String, Integer>> truthInPredicted = new TreeMap<>();
        SortedMap<String, SortedMap<String, Integer>> predictedInTruth = new TreeMap<>();
        int missing = 0;
        for (Map.Entry<String, String> record : truth.entrySet()) {
            String entity = predicted.get(record.getKey());
            if (entity == null) {
                missing++;
                entity = "missing:" + record.getKey();
            }
            count(truthInPredicted, entity, record.getValue());
            count(predictedInTruth, record.getValue(), entity);
        }
        long together = pairs(truthInPredicted);
        Set<String> mergedPairs = new HashSet<>();
        truthInPredicted.values().forEach(parts -> addPairs(parts.keySet(), mergedPairs));
        return new Evaluation(
                truth.size(),
                missing,
                predictedInTruth.size(),
                truthInPredicted.size(),
                Accuracy.of(together, totalPairs(truthInPredicted), totalPairs(predictedInTruth)),
                new Accuracy(
                        meanOwnShare(truthInPredicted, truth.size()), meanOwnShare(predictedInTruth, truth.size())),
                exact(predictedInTruth, truthInPredicted),
                mergedPairs.size(),
                worst(truthInPredicted, worst),
                worst(predictedInTruth, worst));
    }

    /** Counts one in a table of rows and columns. */
    static void count(SortedMap<String, SortedMap<String, Integer>> table, String row, String column) {
        table.computeIfAbsent(row, name -> new TreeMap<>()).merge(column, 1, Integer::sum);
    }

    /** The pairs of records that are in one row and in one column. */
    private static long pairs(SortedMap<String, SortedMap<String, Integer>> table) {
        return table.values().stream()
                .flatMap(parts -> parts.values().stream())
                .mapToLong(Evaluation::pairsOf)
                .sum();
    }

    /** The pairs of records that are in one row. */
    private static long totalPairs(SortedMap<String, SortedMap<String, Integer>> table) {
        return table.values().stream().mapToLong(parts -> pairsOf(size(parts))).sum();
    }

    private static double meanOwnShare(SortedMap<String, SortedMap<String, Integer>> table, int records) {
        double sum = 0;
        for (SortedMap<String, Integer> parts : table.values()) {
            int size = size(parts);
            for (int part : parts.values()) {
                sum += (double) part * part / size;
            }
        }
        return sum / records;
    }

    /** How many rows have one column, which has that row only. */
    static int exact(
            SortedMap<String, SortedMap<String, Integer>> predictedInTruth,
            SortedMap<String, SortedMap<String, Integer>> truthInPredicted) {
        int exact = 0;
        for (SortedMap<String, Integer> parts : predictedInTruth.values()) {
            SortedMap<String, Integer> only = truthInPredicted.getOrDefault(parts.firstKey(), new TreeMap<>());
            if (parts.size() == 1 && only.size() == 1) {
                exact++;
            }
        }
        return exact;
    }

    private static void addPairs(Set<String> entities, Set<String> pairs) {
        List<String> ordered = new ArrayList<>(entities);
        for (int i = 0; i < ordered.size(); i++) {
            for (int j = i + 1; j < ordered.size(); j++) {
                pairs.add(ordered.get(i) + '\n' + ordered.get(j));
            }
        }
    }

    /** The rows of which most pairs are in different columns, such as have any. */
    static List<Mistake> worst(SortedMap<String, SortedMap<String, Integer>> table, int limit) {
        List<Mistake> mistakes = new ArrayList<>();
        table.forEach((entity, parts) -> {
            if (parts.size() > 1) {
                long right =
                        parts.values().stream().mapToLong(Evaluation::pairsOf).sum();
                mistakes.add(new Mistake(entity, pairsOf(size(parts)) - right, parts));
            }
        });
        mistakes.sort(Comparator.comparingLong(Mistake::pairs).reversed().thenComparing(Mistake::entity));
        return mistakes.subList(0, Math.min(limit, mistakes.size()));
    }

    private static int size(SortedMap<String, Integer> parts) {
        return parts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static long pairsOf(int records) {
        return (long) records * (records - 1) / 2;
    }
}
