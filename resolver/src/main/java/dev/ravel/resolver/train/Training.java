package dev.ravel.resolver.train;

import dev.ravel.resolver.comparison.Comparison;
import dev.ravel.resolver.comparison.LevelPattern;
import dev.ravel.resolver.scoring.LevelParameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Estimates the parameters of a model from counts of agreement patterns, without labels.
 *
 * <ol>
 *   <li>u from random pairs, each counted by how likely it is not one customer under the model so far.
 *   <li>m by {@link ExpectationMaximisation} in one session for each blocking rule with u fixed; of a level's values in
 *       the sessions that can tell, the median.
 *   <li>How much one birth date in one household says, from how many twins are to be expected ({@link Twins}).
 *   <li>The prior from how many pairs of one customer the candidate pairs hold, over all pairs that there are, and with it what
 *       a shared identifier says ({@link LargeTable}).
 * </ol>
 *
 * Twice, because the second time better parameters weigh the pairs. What the data cannot tell keeps the starting model's
 * value and is named. Deterministic: sums run over patterns in ascending order. Fellegi and Sunter (1969); Linacre and
 * others, "Splink" (2022) for the sessions and medians.
 */
public final class Training {
    /** A level of random pairs needs as many of them to be estimated; below it, this many bound it from above. */
    static final int MIN_RANDOM_PAIRS = 25;

    /** A session tells about a comparison if it holds this many pairs of one customer that have both values. */
    static final double MIN_EXPECTED_PAIRS = 50;

    /** A level is seen among pairs of one customer if a session expects this many of them at it. */
    private static final double MIN_EXPECTED_AT_LEVEL = 5;

    private static final int ROUNDS = 2;

    /** The prior is at most this: it is an estimate from candidate pairs, and a stream makes the data grow. */
    private static final double MAX_PRIOR = 5e-3;

    /** Nothing is certain, not even what all pairs show. */
    private static final double MOST = 1 - 1e-6;

    private static final Comparison[] COMPARISONS = Comparison.values();

    private Training() {}

    /**
     * What there is to learn from.
     *
     * @param random random pairs, compared without regard to who shares what
     * @param sessions the candidate pairs by rule
     * @param candidates all candidate pairs, each once
     * @param records how many records the candidate pairs were drawn from
     * @param share the share of candidate pairs that was counted, in (0, 1]
     */
    public record Evidence(
            PatternCounts random, List<Session> sessions, PatternCounts candidates, long records, double share) {
        public Evidence {
            sessions = List.copyOf(sessions);
        }
    }

    /**
     * The outcome.
     *
     * @param parameters the parameters, estimated where possible
     * @param expectedPairs how many pairs of one customer the candidate pairs are expected to hold
     * @param notEstimated the comparisons whose m could not be told, and the levels, {@code comparison.level.m} and
     *     {@code comparison.level.u}, of whose m or u alone this is so; without what is never trained, see {@link #isTrained}
     */
    public record Result(LevelParameters parameters, double expectedPairs, List<String> notEstimated) {
        public Result {
            notEstimated = List.copyOf(notEstimated);
        }
    }

    /**
     * Learns from the evidence, starting from a model, and from labelled pairs.
     *
     * @param least the weight from which on a pair is put to a person
     */
    public static Result estimate(Evidence evidence, LevelParameters shipped, LabelledPairs labelled, double least) {
        List<String> notEstimated = new ArrayList<>();
        LevelParameters parameters = learn(evidence, shipped, notEstimated);
        List<String> counted = List.copyOf(notEstimated);
        double share;
        if (labelled.kind() == LabelledPairs.Kind.TRUTH) {
            share = labelled.partners() / Math.max(1, evidence.records() - 1.0);
            parameters = LabelledTraining.underTruth(parameters, labelled.same());
            notEstimated = LabelledTraining.notTold(notEstimated, labelled.same(), MIN_EXPECTED_AT_LEVEL);
        } else {
            parameters = LabelledTraining.underJudgements(parameters, evidence.candidates(), labelled, least);
            share = share(evidence, parameters);
        }
        return result(evidence, parameters, shipped, share, counted, notEstimated);
    }

    /** Learns from the evidence without labels, starting from a model. */
    public static Result estimate(Evidence evidence, LevelParameters shipped) {
        List<String> notEstimated = new ArrayList<>();
        LevelParameters parameters = learn(evidence, shipped, notEstimated);
        return result(evidence, parameters, shipped, share(evidence, parameters), notEstimated, notEstimated);
    }

    /** @param asStarted the levels whose u is still that of the starting model */
    private static Result result(
            Evidence evidence,
            LevelParameters learnt,
            LevelParameters shipped,
            double share,
            List<String> asStarted,
            List<String> notEstimated) {
        LargeTable table = new LargeTable(evidence.records(), shipped.prior());
        LevelParameters parameters = table.weighed(
                learnt,
                Math.min(MAX_PRIOR, share),
                (comparison, level) -> learnt.u(comparison, level) == shipped.u(comparison, level)
                        || asStarted.contains(uName(comparison, level)));
        return new Result(parameters, expectedPairs(evidence, parameters), notEstimated);
    }

    /** The parameters beside a prior that is not below the starting model's, as its u are. */
    private static LevelParameters learn(Evidence evidence, LevelParameters shipped, List<String> notEstimated) {
        LevelParameters parameters = shipped;
        for (int round = 0; round < ROUNDS; round++) {
            notEstimated.clear();
            parameters = parameters.withU(u(evidence, parameters, shipped, notEstimated));
            parameters = m(evidence, parameters, shipped, notEstimated);
            parameters = Twins.weighed(parameters, shipped, evidence.candidates());
            double share = share(evidence, parameters);
            parameters = parameters.withPrior(Math.min(MAX_PRIOR, Math.max(shipped.prior(), share)));
        }
        return parameters;
    }

    private static double[][] u(
            Evidence evidence, LevelParameters parameters, LevelParameters shipped, List<String> notEstimated) {
        PatternTable table = new PatternTable(evidence.random());
        double[] posterior = new double[table.size()];
        boolean[] all = new boolean[COMPARISONS.length];
        Arrays.fill(all, true);
        table.posterior(parameters, all, parameters.prior(), posterior);
        double[][] u = shipped.copyOfU();
        for (Comparison comparison : COMPARISONS) {
            if (!Trainable.comparison(comparison)) {
                continue;
            }
            double[] counted = new double[comparison.levels().size() + 1];
            double sum = 0;
            for (int p = 0; p < table.size(); p++) {
                int level = table.level(p, comparison);
                if (level != 0) {
                    double pairs = (1 - posterior[p]) * table.pairs(p);
                    counted[level] += pairs;
                    sum += pairs;
                }
            }
            for (int level = 1; level < counted.length; level++) {
                if (!Trainable.level(comparison, level)) {
                    continue;
                }
                if (counted[level] >= MIN_RANDOM_PAIRS) {
                    u[comparison.index()][level] = Math.min(counted[level] / sum, MOST);
                } else if (sum > 0) {
                    u[comparison.index()][level] =
                            Math.min(shipped.u(comparison, level), Math.min(0.5, MIN_RANDOM_PAIRS / sum));
                    notEstimated.add(uName(comparison, level));
                }
            }
            atMostOne(u[comparison.index()]);
        }
        return u;
    }

    /** Scales the levels of a comparison so that they do not exceed one together. */
    private static void atMostOne(double[] levels) {
        double sum = Arrays.stream(levels).sum();
        for (int level = 1; level < levels.length && sum > 1; level++) {
            levels[level] /= sum;
        }
    }

    private static LevelParameters m(
            Evidence evidence, LevelParameters parameters, LevelParameters shipped, List<String> notEstimated) {
        LevelParameters start = parameters.withM(shipped.copyOfM());
        double[][] expected = new double[COMPARISONS.length][];
        for (Comparison comparison : COMPARISONS) {
            expected[comparison.index()] = new double[comparison.levels().size() + 1];
        }
        List<List<double[]>> estimates = new ArrayList<>();
        for (int c = 0; c < COMPARISONS.length; c++) {
            estimates.add(new ArrayList<>());
        }
        for (Session session : evidence.sessions()) {
            ExpectationMaximisation.Result result = new ExpectationMaximisation(session, start).run();
            for (Comparison comparison : told(session, result)) {
                int c = comparison.index();
                estimates.get(c).add(result.m()[c]);
                for (int level = 1; level < expected[c].length; level++) {
                    expected[c][level] = Math.max(expected[c][level], result.expected()[c][level]);
                }
            }
        }
        double[][] m = shipped.copyOfM();
        for (Comparison comparison : COMPARISONS) {
            int c = comparison.index();
            if (!Trainable.comparison(comparison)) {
                continue;
            }
            if (estimates.get(c).isEmpty()) {
                notEstimated.add(comparison.label());
            } else {
                median(comparison, estimates.get(c), m[c]);
                unseenLevels(comparison, expected[c], notEstimated);
            }
        }
        return unseenAsShipped(parameters.withM(m), shipped, expected, notEstimated);
    }

    /** Names the levels that no session sees: their m is the starting model's, but for what the other levels leave of it. */
    private static void unseenLevels(Comparison comparison, double[] expected, List<String> notEstimated) {
        for (int level = 1; level < expected.length; level++) {
            if (Trainable.level(comparison, level) && expected[level] < MIN_EXPECTED_AT_LEVEL) {
                notEstimated.add(mName(comparison, level));
            }
        }
    }

    /** The comparisons about which a session can tell; none if there is only one, because nothing else separates its pairs. */
    private static List<Comparison> told(Session session, ExpectationMaximisation.Result result) {
        List<Comparison> told = new ArrayList<>();
        for (Comparison comparison : COMPARISONS) {
            if (!session.leftOut().contains(comparison)
                    && Arrays.stream(result.expected()[comparison.index()]).sum() >= MIN_EXPECTED_PAIRS) {
                told.add(comparison);
            }
        }
        return told.size() < 2 ? List.of() : told;
    }

    /** A level that neither random pairs nor pairs of one customer show keeps the weight that it had. */
    private static LevelParameters unseenAsShipped(
            LevelParameters parameters, LevelParameters shipped, double[][] expected, List<String> notEstimated) {
        double[][] u = parameters.copyOfU();
        for (Comparison comparison : COMPARISONS) {
            int c = comparison.index();
            for (int level = 1; level < u[c].length; level++) {
                if (expected[c][level] < MIN_EXPECTED_AT_LEVEL && notEstimated.contains(uName(comparison, level))) {
                    double weight = shipped.weight(comparison, level);
                    u[c][level] = Math.min(0.5, Math.max(1e-9, parameters.m(comparison, level) / Math.pow(2, weight)));
                }
            }
            atMostOne(u[c]);
        }
        return parameters.withU(u);
    }

    /** Whether training can change a level: some comparisons and levels keep what the starting model says of them, always. */
    public static boolean isTrained(Comparison comparison, int level) {
        return comparison == Comparison.HOUSEHOLD
                || (Trainable.comparison(comparison) && Trainable.level(comparison, level));
    }

    static String mName(Comparison comparison, int level) {
        return comparison.label() + "." + comparison.levels().get(level - 1) + ".m";
    }

    private static String uName(Comparison comparison, int level) {
        return comparison.label() + "." + comparison.levels().get(level - 1) + ".u";
    }

    /** The median of each level, scaled so that the levels together keep their sum. */
    private static void median(Comparison comparison, List<double[]> estimates, double[] into) {
        double before = 0;
        double after = 0;
        double[] medians = new double[into.length];
        for (int level = 1; level < into.length; level++) {
            if (Trainable.level(comparison, level)) {
                int at = level;
                double[] values =
                        estimates.stream().mapToDouble(m -> m[at]).sorted().toArray();
                int middle = values.length / 2;
                medians[level] = values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
                before += into[level];
                after += medians[level];
            }
        }
        for (int level = 1; level < into.length; level++) {
            if (Trainable.level(comparison, level)) {
                into[level] = Math.min(medians[level] * before / after, MOST);
            }
        }
    }

    /** The share of the pairs of one customer among all pairs that there are. */
    private static double share(Evidence evidence, LevelParameters parameters) {
        double possible = evidence.records() * (evidence.records() - 1.0) / 2;
        return expectedPairs(evidence, parameters) / Math.max(1, possible);
    }

    private static double expectedPairs(Evidence evidence, LevelParameters parameters) {
        PatternTable table = new PatternTable(evidence.candidates());
        double[] posterior = new double[table.size()];
        boolean[] all = new boolean[COMPARISONS.length];
        Arrays.fill(all, true);
        table.posterior(parameters, all, parameters.prior(), posterior);
        double same = 0;
        for (int p = 0; p < table.size(); p++) {
            same += posterior[p] * table.pairs(p);
        }
        return same / evidence.share();
    }

    /** How many pairs have each weight, rounded down. */
    public static SortedMap<Integer, Long> weights(PatternCounts counts, LevelParameters parameters) {
        SortedMap<Integer, Long> weights = new TreeMap<>();
        for (long pattern : counts.patterns()) {
            double weight = parameters.priorWeight();
            for (Comparison comparison : COMPARISONS) {
                int level = LevelPattern.level(pattern, comparison);
                weight += level == 0 ? 0 : parameters.weight(comparison, level);
            }
            weights.merge((int) Math.floor(weight), counts.count(pattern), Long::sum);
        }
        return weights;
    }
}
