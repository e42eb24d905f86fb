package dev.ravel.resolver.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Pairwise precision and recall at each match threshold, were every pair from it on a match: connected components, before
 * guards and judgements. From the strongest pair to the weakest, each merges two components; a maximum spanning forest
 * gives the same components at every threshold as all pairs do, so the pairs that a result keeps are enough. O(n log² n).
 *
 * @param points one for each threshold at which there are pairs, descending, a multiple of {@value #STEP}
 */
public record ThresholdCurve(List<Point> points) {
    /** Thresholds are multiples of this. */
    public static final double STEP = 0.5;

    /**
     * One threshold.
     *
     * @param threshold the least match weight of a match
     * @param pairwise over the pairs of records that are together then
     */
    public record Point(double threshold, Accuracy pairwise) {}

    /**
     * A weighed pair of records, named as the truth names them.
     *
     * @param a one record
     * @param b the other
     * @param weight the match weight
     */
    public record WeightedPair(String a, String b, double weight) {}

    public ThresholdCurve {
        points = List.copyOf(points);
    }

    /**
     * The curve of some pairs.
     *
     * @param truth the true entity of each record
     * @param pairs the pairs; those with a record that the truth lacks tie the others together, and do not count
     */
    public static ThresholdCurve of(Map<String, String> truth, List<WeightedPair> pairs) {
        Merging merging = new Merging(truth);
        List<WeightedPair> descending = new ArrayList<>(pairs);
        descending.sort(Comparator.comparingDouble(WeightedPair::weight).reversed());
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < descending.size(); i++) {
            merging.merge(descending.get(i).a(), descending.get(i).b());
            double threshold = threshold(descending.get(i));
            if (i + 1 == descending.size() || threshold(descending.get(i + 1)) != threshold) {
                points.add(new Point(threshold, merging.accuracy()));
            }
        }
        return new ThresholdCurve(points);
    }

    private static double threshold(WeightedPair pair) {
        return Math.floor(pair.weight() / STEP) * STEP;
    }

    /** Components under way: the smaller is merged into the larger. */
    private static final class Merging {
        private final Map<String, String> truth;
        private final Map<String, Group> groupOf = new HashMap<>();
        private final long truePairs;
        private long together;
        private long right;

        Merging(Map<String, String> truth) {
            this.truth = truth;
            Map<String, Integer> sizes = new HashMap<>();
            truth.values().forEach(entity -> sizes.merge(entity, 1, Integer::sum));
            this.truePairs = sizes.values().stream()
                    .mapToLong(size -> size * (size - 1L) / 2)
                    .sum();
        }

        void merge(String a, String b) {
            Group left = groupOf.computeIfAbsent(a, this::alone);
            Group right = groupOf.computeIfAbsent(b, this::alone);
            if (left != right) {
                merge(
                        left.records.size() >= right.records.size() ? left : right,
                        left.records.size() >= right.records.size() ? right : left);
            }
        }

        private void merge(Group larger, Group smaller) {
            together += (long) larger.known * smaller.known;
            smaller.ofEntity.forEach((entity, records) -> {
                right += (long) records * larger.ofEntity.getOrDefault(entity, 0);
                larger.ofEntity.merge(entity, records, Integer::sum);
            });
            larger.known += smaller.known;
            larger.records.addAll(smaller.records);
            smaller.records.forEach(record -> groupOf.put(record, larger));
        }

        private Group alone(String record) {
            Group group = new Group();
            group.records.add(record);
            String entity = truth.get(record);
            if (entity != null) {
                group.known = 1;
                group.ofEntity.put(entity, 1);
            }
            return group;
        }

        Accuracy accuracy() {
            return Accuracy.of(right, together, truePairs);
        }
    }

    /** Records that are together. */
    private static final class Group {
        private final List<String> records = new ArrayList<>();
        private final Map<String, Integer> ofEntity = new HashMap<>();

        /** How many of the records the truth has. */
        private int known;
    }
}
