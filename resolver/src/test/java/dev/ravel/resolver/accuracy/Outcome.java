package dev.ravel.resolver.accuracy;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.bulk.BulkResult;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How a resolution compares with the truth: pairs as in the usual definition, and entities.
 *
 * @param truePairs pairs of one true entity that are in one entity
 * @param foundPairs pairs that are in one entity
 * @param knownPairs pairs of one true entity
 * @param exact true entities that are found without a record more or less
 * @param mixed entities with records of more than one true entity
 * @param trueEntities true entities
 * @param entities entities
 * @param largest the records of the largest entity
 */
record Outcome(
        long truePairs,
        long foundPairs,
        long knownPairs,
        int exact,
        int mixed,
        int trueEntities,
        int entities,
        int largest) {

    static Outcome of(BulkResult result, Map<RecordKey, String> truth) {
        Map<String, Integer> trueSizes = new TreeMap<>();
        truth.values().forEach(entity -> trueSizes.merge(entity, 1, Integer::sum));
        long truePairs = 0;
        long foundPairs = 0;
        int exact = 0;
        int mixed = 0;
        int largest = 0;
        for (Entity entity : result.entities()) {
            int size = entity.records().size();
            largest = Math.max(largest, size);
            foundPairs += pairs(size);
            Map<String, Integer> parts = new HashMap<>();
            entity.records().forEach(key -> parts.merge(truth.getOrDefault(key, "?"), 1, Integer::sum));
            truePairs += parts.values().stream().mapToLong(Outcome::pairs).sum();
            mixed += parts.size() > 1 ? 1 : 0;
            String first = parts.keySet().iterator().next();
            exact += parts.size() == 1 && trueSizes.getOrDefault(first, 0) == size ? 1 : 0;
        }
        long knownPairs = trueSizes.values().stream().mapToLong(Outcome::pairs).sum();
        return new Outcome(
                truePairs,
                foundPairs,
                knownPairs,
                exact,
                mixed,
                trueSizes.size(),
                result.entities().size(),
                largest);
    }

    double precision() {
        return foundPairs == 0 ? 1 : truePairs / (double) foundPairs;
    }

    double recall() {
        return knownPairs == 0 ? 1 : truePairs / (double) knownPairs;
    }

    double f1() {
        return precision() + recall() == 0 ? 0 : 2 * precision() * recall() / (precision() + recall());
    }

    /** The true entities that are not found exactly, with the entities that their records are in. */
    static List<String> wrong(BulkResult result, Map<RecordKey, String> truth) {
        Map<String, Set<RecordKey>> known = new TreeMap<>();
        truth.forEach((key, entity) ->
                known.computeIfAbsent(entity, e -> new HashSet<>()).add(key));
        Map<RecordKey, Set<RecordKey>> found = new HashMap<>();
        result.entities().forEach(entity -> entity.records().forEach(key -> found.put(key, entity.records())));
        return known.entrySet().stream()
                .filter(entity -> !entity.getValue()
                        .equals(found.get(entity.getValue().iterator().next())))
                .map(entity -> entity.getKey() + ": "
                        + entity.getValue().stream()
                                .sorted()
                                .map(found::get)
                                .distinct()
                                .toList())
                .toList();
    }

    private static long pairs(int size) {
        return (long) size * (size - 1) / 2;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "P %.4f  R %.4f  F1 %.4f  exact %d of %d  mixed %d  entities %d  largest %d",
                precision(),
                recall(),
                f1(),
                exact,
                trueEntities,
                mixed,
                entities,
                largest);
    }
}
