package dev.ravel.resolver.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.resolver.evaluate.ThresholdCurve.Point;
import dev.ravel.resolver.evaluate.ThresholdCurve.WeightedPair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ThresholdCurveTest {
    private static final Map<String, String> TRUTH = Map.of("a", "x", "b", "x", "c", "x", "d", "y", "e", "y");

    @Test
    void lowerThresholdsFindMoreAndMistakeMore() {
        List<WeightedPair> pairs = List.of(
                new WeightedPair("a", "b", 12.2),
                new WeightedPair("d", "e", 9.7),
                new WeightedPair("b", "c", 6.4),
                new WeightedPair("c", "d", 2.1));

        assertThat(ThresholdCurve.of(TRUTH, pairs).points())
                .containsExactly(
                        new Point(12, new Accuracy(1, 1 / 4.0)),
                        new Point(9.5, new Accuracy(1, 2 / 4.0)),
                        new Point(6, new Accuracy(1, 1)),
                        new Point(2, new Accuracy(4 / 10.0, 1)));
    }

    @Test
    void recordsWithoutTruthTieOthersAndDoNotCount() {
        List<WeightedPair> pairs = List.of(new WeightedPair("a", "?", 8), new WeightedPair("?", "b", 7));

        assertThat(ThresholdCurve.of(TRUTH, pairs).points())
                .containsExactly(new Point(8, new Accuracy(1, 0)), new Point(7, new Accuracy(1, 1 / 4.0)));
    }

    /** What the class says of spanning forests, and the counts, against the evaluation of each partition by itself. */
    @Test
    void isTheEvaluationOfTheComponentsAtEachThreshold() {
        for (long seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            Map<String, String> truth = new TreeMap<>();
            for (int record = 0; record < 30; record++) {
                truth.put("r" + record, "e" + random.nextInt(12));
            }
            List<WeightedPair> pairs = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                pairs.add(
                        new WeightedPair("r" + random.nextInt(30), "r" + random.nextInt(30), random.nextDouble() * 10));
            }
            List<Point> points = ThresholdCurve.of(truth, pairs).points();
            Collections.shuffle(pairs, random);

            assertThat(ThresholdCurve.of(truth, pairs).points())
                    .as("seed %s", seed)
                    .isEqualTo(points);
            for (Point point : points) {
                Evaluation evaluation = Evaluation.of(truth, components(truth, pairs, point.threshold()), 0);
                assertThat(point.pairwise()).as("seed %s", seed).isEqualTo(evaluation.pairwise());
            }
        }
    }

    /** Labels passed on until nothing changes. */
    private static Map<String, String> components(
            Map<String, String> truth, List<WeightedPair> pairs, double threshold) {
        Map<String, String> label = new TreeMap<>();
        truth.keySet().forEach(record -> label.put(record, record));
        boolean changed = true;
        while (changed) {
            changed = false;
            for (WeightedPair pair : pairs) {
                String a = label.get(pair.a());
                String b = label.get(pair.b());
                if (pair.weight() >= threshold && !a.equals(b)) {
                    String smaller = a.compareTo(b) < 0 ? a : b;
                    label.put(pair.a(), smaller);
                    label.put(pair.b(), smaller);
                    changed = true;
                }
            }
        }
        return label;
    }
}
