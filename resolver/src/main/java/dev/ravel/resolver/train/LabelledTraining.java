package dev.ravel.resolver.train;

import dev.ravel.resolver.comparison.Comparison;
import dev.ravel.resolver.scoring.LevelParameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Lets labelled pairs correct what {@link Training} learned without labels. What has no labels keeps what was learned
 * without; that counts as {@value #PSEUDO_PAIRS} labelled pairs, so that few labels move little.
 *
 * <p>Under a truth m is counted over the true pairs, and the prior is the share of true pairs.
 *
 * <p>Answers of persons are no even sample: the queue asks about what is doubtful. But of two pairs with one match weight
 * it asks alike, so a band of weights one wide is a stratum: its labelled pairs stand for all its candidate pairs. m moves in
 * proportion to how the pairs of one customer then expected at a level differ from those expected without labels; labels
 * that agree with the model change nothing. Bands below the review threshold are left as they are, because nobody is
 * asked there, and who judges such a pair has looked for it. Post-stratification: Cochran, "Sampling Techniques" (1977),
 * chapter 5A.
 */
final class LabelledTraining {
    /** What was learned without labels counts as much as this many labelled pairs. */
    private static final double PSEUDO_PAIRS = 20;

    /** A comparison is told by labels if so many labelled pairs of one customer have both values. */
    private static final double MIN_LABELLED_PAIRS = 50;

    private static final Comparison[] COMPARISONS = Comparison.values();

    private LabelledTraining() {}

    /** m, from the true pairs. */
    static LevelParameters underTruth(LevelParameters learned, PatternCounts same) {
        double[][] counted = new double[COMPARISONS.length][];
        PatternTable table = new PatternTable(same);
        for (Comparison comparison : COMPARISONS) {
            double[] pairs = new double[comparison.levels().size() + 1];
            for (int p = 0; p < table.size(); p++) {
                pairs[table.level(p, comparison)] += table.pairs(p);
            }
            counted[comparison.index()] = pairs;
        }
        double[][] m = learned.copyOfM();
        for (Comparison comparison : COMPARISONS) {
            double[] pairs = counted[comparison.index()];
            double known = trainable(comparison, m[comparison.index()]);
            double sum = trainable(comparison, pairs);
            for (int level = 1; level < pairs.length && known > 0; level++) {
                if (isTrained(comparison, level)) {
                    double before = learned.m(comparison, level) / known;
                    m[comparison.index()][level] =
                            known * (pairs[level] + PSEUDO_PAIRS * before) / (sum + PSEUDO_PAIRS);
                }
            }
        }
        return learned.withM(m);
    }

    /** m, corrected by what persons answered about pairs that weigh at least {@code least}. */
    static LevelParameters underJudgements(
            LevelParameters learned, PatternCounts candidates, LabelledPairs labelled, double least) {
        SortedMap<Integer, Band> bands = bands(learned, candidates, labelled);
        double[][] without = zeros();
        double[][] with = zeros();
        bands.forEach((weight, band) -> {
            for (int c = 0; c < COMPARISONS.length; c++) {
                for (int level = 1; level < with[c].length; level++) {
                    without[c][level] += band.expected[c][level];
                    with[c][level] += weight >= least ? band.corrected(c, level) : band.expected[c][level];
                }
            }
        });
        double[][] m = learned.copyOfM();
        for (Comparison comparison : COMPARISONS) {
            int c = comparison.index();
            double known = trainable(comparison, m[c]);
            for (int level = 1; level < m[c].length; level++) {
                if (isTrained(comparison, level) && without[c][level] > 0) {
                    m[c][level] *= with[c][level] / without[c][level];
                }
            }
            double sum = trainable(comparison, m[c]);
            for (int level = 1; level < m[c].length; level++) {
                if (isTrained(comparison, level)) {
                    m[c][level] *= known / sum;
                }
            }
        }
        return learned.withM(m);
    }

    /**
     * What labelled pairs of one customer cannot tell either, of what could not be told without them, as {@link Training.Result}
     * names it.
     *
     * @param minAtLevel a level is told if so many of the pairs show it
     */
    static List<String> notTold(List<String> without, PatternCounts same, double minAtLevel) {
        List<String> not = new ArrayList<>(without);
        PatternTable table = new PatternTable(same);
        for (Comparison comparison : COMPARISONS) {
            double[] pairs = new double[comparison.levels().size() + 1];
            for (int p = 0; p < table.size(); p++) {
                pairs[table.level(p, comparison)] += table.pairs(p);
            }
            if (!Trainable.comparison(comparison)
                    || Arrays.stream(pairs, 1, pairs.length).sum() < MIN_LABELLED_PAIRS) {
                continue;
            }
            boolean whole = not.remove(comparison.label());
            for (int level = 1; level < pairs.length; level++) {
                if (pairs[level] >= minAtLevel) {
                    not.remove(Training.mName(comparison, level));
                } else if (whole && Trainable.level(comparison, level)) {
                    not.add(Training.mName(comparison, level));
                }
            }
        }
        return not;
    }

    /** The pairs of one match weight, rounded down. */
    private static final class Band {
        private double candidates;
        private double labelled;

        /** How many of the candidates are expected to be one customer, by comparison and level. */
        private final double[][] expected = zeros();

        /** How many of the labelled are, by comparison and level. */
        private final double[][] same = zeros();

        /** How many candidates of one customer are expected at a level when the labels count too. */
        double corrected(int comparison, int level) {
            if (candidates == 0) {
                return 0;
            }
            double before = expected[comparison][level] / candidates;
            return candidates * (same[comparison][level] + PSEUDO_PAIRS * before) / (labelled + PSEUDO_PAIRS);
        }
    }

    private static SortedMap<Integer, Band> bands(
            LevelParameters learned, PatternCounts candidates, LabelledPairs labelled) {
        SortedMap<Integer, Band> bands = new TreeMap<>();
        visit(learned, candidates, (table, p, posterior) -> {
            Band band = bands.computeIfAbsent(band(posterior), weight -> new Band());
            band.candidates += table.pairs(p);
            add(table, p, posterior * table.pairs(p), band.expected);
        });
        visit(learned, labelled.same(), (table, p, posterior) -> {
            Band band = bands.computeIfAbsent(band(posterior), weight -> new Band());
            band.labelled += table.pairs(p);
            add(table, p, table.pairs(p), band.same);
        });
        visit(
                learned,
                labelled.different(),
                (table, p, posterior) ->
                        bands.computeIfAbsent(band(posterior), weight -> new Band()).labelled += table.pairs(p));
        return bands;
    }

    private interface PatternVisitor {
        void visit(PatternTable table, int pattern, double posterior);
    }

    private static void visit(LevelParameters learned, PatternCounts counts, PatternVisitor visitor) {
        PatternTable table = new PatternTable(counts);
        double[] posterior = new double[table.size()];
        boolean[] all = new boolean[COMPARISONS.length];
        Arrays.fill(all, true);
        table.posterior(learned, all, learned.prior(), posterior);
        for (int p = 0; p < table.size(); p++) {
            visitor.visit(table, p, posterior[p]);
        }
    }

    /** The log2 of the odds, rounded down; certainty, where odds are infinite, is one band. */
    private static int band(double posterior) {
        return posterior >= 1 ? Integer.MAX_VALUE : (int) Math.floor(LevelParameters.log2Odds(posterior));
    }

    private static void add(PatternTable table, int pattern, double pairs, double[][] into) {
        for (Comparison comparison : COMPARISONS) {
            into[comparison.index()][table.level(pattern, comparison)] += pairs;
        }
    }

    private static double[][] zeros() {
        double[][] zeros = new double[COMPARISONS.length][];
        for (Comparison comparison : COMPARISONS) {
            zeros[comparison.index()] = new double[comparison.levels().size() + 1];
        }
        return zeros;
    }

    /** The sum over the levels that are trained. */
    private static double trainable(Comparison comparison, double[] levels) {
        double sum = 0;
        for (int level = 1; level < levels.length; level++) {
            sum += isTrained(comparison, level) ? levels[level] : 0;
        }
        return sum;
    }

    private static boolean isTrained(Comparison comparison, int level) {
        return Trainable.comparison(comparison) && Trainable.level(comparison, level);
    }
}
