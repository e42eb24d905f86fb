package dev.ravel.resolver.train;

import dev.ravel.resolver.comparison.Comparison;
import dev.ravel.resolver.scoring.LevelParameters;
import java.util.Arrays;

/**
 * Estimates m in one session by expectation maximisation with u fixed: assume m, compute for each pattern how likely its
 * pairs are one customer, beside {@link Relatives} and strangers, and count m anew with that. The cost of an iteration is that of the patterns, not of the pairs.
 *
 * <p>The levels' counts start from pseudo-counts in the proportion of the starting model (a Dirichlet prior), so that
 * little evidence moves them little. Winkler, "Using the EM algorithm for weight computation in the Fellegi-Sunter model
 * of record linkage" (1988); Enamorado, Fifield and Imai (2019) for the counts of patterns.
 */
final class ExpectationMaximisation {
    /** Stops when no probability changes by more than this. */
    private static final double CONVERGED = 1e-4;

    private static final int MAX_ITERATIONS = 100;

    /** The starting model counts as much as this many pairs of one customer. */
    private static final double PSEUDO_PAIRS = 20;

    private static final double MIN_SHARE = 1e-6;
    private static final double MAX_SHARE = 1 - 1e-3;
    private static final Comparison[] COMPARISONS = Comparison.values();

    private final PatternTable table;
    private final boolean[] active;
    private final LevelParameters start;
    private final double[] posterior;
    private final double[][] expected;
    private final Relatives relatives;

    ExpectationMaximisation(Session session, LevelParameters start) {
        this.table = new PatternTable(session.counts());
        this.start = start;
        this.posterior = new double[table.size()];
        this.active = new boolean[COMPARISONS.length];
        for (Comparison comparison : COMPARISONS) {
            active[comparison.index()] = !session.leftOut().contains(comparison);
        }
        this.expected = start.copyOfM();
        this.relatives = new Relatives(table, active, Relatives.mayBeIn(session), start);
    }

    /**
     * What a session gave.
     *
     * @param m the estimated m; of comparisons left out, the starting model's
     * @param expected how many pairs of one customer are expected at each level
     * @param share the share of the session's pairs that are one customer
     * @param iterations how many iterations it took
     */
    record Result(double[][] m, double[][] expected, double share, int iterations) {}

    Result run() {
        LevelParameters parameters = start;
        double share = initialShare();
        int iteration = 0;
        double change = 1;
        while (change > CONVERGED && iteration < MAX_ITERATIONS) {
            double relativesChange = relatives.posterior(parameters, share, posterior);
            double[][] next = start.copyOfM();
            double nextShare = maximise(next);
            change = Math.max(relativesChange, Math.abs(nextShare - share));
            for (Comparison comparison : COMPARISONS) {
                for (int level = 1; level <= comparison.levels().size(); level++) {
                    change = Math.max(
                            change, Math.abs(next[comparison.index()][level] - parameters.m(comparison, level)));
                }
            }
            parameters = parameters.withM(next);
            share = nextShare;
            iteration++;
        }
        return new Result(parameters.copyOfM(), expected, share, iteration);
    }

    /** What the starting model, with all comparisons, makes of the session's pairs. */
    private double initialShare() {
        boolean[] all = new boolean[COMPARISONS.length];
        Arrays.fill(all, true);
        table.posterior(start, all, start.prior(), posterior);
        return share();
    }

    private double share() {
        double same = 0;
        double pairs = 0;
        for (int p = 0; p < table.size(); p++) {
            same += posterior[p] * table.pairs(p);
            pairs += table.pairs(p);
        }
        return Math.min(MAX_SHARE, Math.max(MIN_SHARE, same / Math.max(1, pairs)));
    }

    /** Counts m anew; gives the share of pairs of one customer. */
    private double maximise(double[][] m) {
        for (Comparison comparison : COMPARISONS) {
            int c = comparison.index();
            int levels = comparison.levels().size();
            Arrays.fill(expected[c], 0);
            if (!active[c] || !Trainable.comparison(comparison)) {
                continue;
            }
            double sum = 0;
            double known = 0;
            for (int p = 0; p < table.size(); p++) {
                int level = table.level(p, comparison);
                if (level != 0 && Trainable.level(comparison, level)) {
                    double pairs = posterior[p] * table.pairs(p);
                    expected[c][level] += pairs;
                    sum += pairs;
                }
            }
            for (int level = 1; level <= levels; level++) {
                known += Trainable.level(comparison, level) ? start.m(comparison, level) : 0;
            }
            for (int level = 1; level <= levels; level++) {
                if (Trainable.level(comparison, level)) {
                    double share = start.m(comparison, level) / known;
                    m[c][level] = known * (expected[c][level] + PSEUDO_PAIRS * share) / (sum + PSEUDO_PAIRS);
                }
            }
        }
        return share();
    }
}
