package dev.ravel.resolver.scoring;

import dev.ravel.resolver.comparison.Comparison;
import java.util.Arrays;

/**
 * The probabilities of every level of every comparison among records of one customer, m, and of different ones, u, and
 * the probability that two random records are one customer. Indexed by comparison and level number; index 0 is unused.
 */
public final class LevelParameters {
    private final double[][] m;
    private final double[][] u;
    private final double prior;

    /**
     * Parameters from arrays, which are copied.
     *
     * @param prior the probability that two random records are one customer
     */
    public LevelParameters(double[][] m, double[][] u, double prior) {
        this.m = copy(m);
        this.u = copy(u);
        this.prior = prior;
    }

    /** The probability of a level among records of one customer. */
    public double m(Comparison comparison, int level) {
        return m[comparison.index()][level];
    }

    /** The probability of a level among records of different customers. */
    public double u(Comparison comparison, int level) {
        return u[comparison.index()][level];
    }

    /** The probability that two random records are one customer. */
    public double prior() {
        return prior;
    }

    /** The weight of a level, log2. */
    public double weight(Comparison comparison, int level) {
        return log2(m(comparison, level) / u(comparison, level));
    }

    /** The same with another m. */
    public LevelParameters withM(double[][] other) {
        return new LevelParameters(other, u, prior);
    }

    /** The same with another u. */
    public LevelParameters withU(double[][] other) {
        return new LevelParameters(m, other, prior);
    }

    /** The same with another prior. */
    public LevelParameters withPrior(double other) {
        return new LevelParameters(m, u, other);
    }

    /** A copy of all m, by comparison and level. */
    public double[][] copyOfM() {
        return copy(m);
    }

    /** A copy of all u, by comparison and level. */
    public double[][] copyOfU() {
        return copy(u);
    }

    /** The log2 of the odds that two random records are one customer. */
    public double priorWeight() {
        return log2Odds(prior);
    }

    /** The log2 of the odds of a probability in (0, 1). */
    public static double log2Odds(double probability) {
        return log2(probability / (1 - probability));
    }

    static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }

    private static double[][] copy(double[][] of) {
        double[][] copy = new double[of.length][];
        for (int i = 0; i < of.length; i++) {
            copy[i] = Arrays.copyOf(of[i], of[i].length);
        }
        return copy;
    }
}
