package dev.ravel.resolver.scoring;

/**
 * Passes over pairs of numbered records that cannot reach a weight, for a fraction of what their score costs. Most candidate
 * pairs are like that. Thread-safe.
 */
public interface PairSieve {
    /** False only if the score of the two records is below the weight that was asked for; true says nothing. */
    boolean mayReach(int a, int b);
}
