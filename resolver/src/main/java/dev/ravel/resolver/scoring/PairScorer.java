package dev.ravel.resolver.scoring;

import dev.ravel.model.evidence.Explanation;
import dev.ravel.resolver.blocking.LiveRecord;

/** Scores a pair of records under a model. Symmetric, pure, thread-safe. */
public interface PairScorer {
    /** The match weight of two records: log2 of the posterior odds that they are one customer; finite. */
    double score(LiveRecord a, LiveRecord b, MatchModel model);

    /**
     * Tells cheaply of pairs of these records that they do not reach a weight; unless overridden, of none.
     *
     * @param records the records, which pairs name by their places
     * @param least the weight
     */
    default PairSieve sieve(LiveRecord[] records, MatchModel model, double least) {
        return (a, b) -> true;
    }

    /** Takes how one comparison came out: its name, the name of the level that held, and what that weighs. */
    interface LevelConsumer {
        void accept(String comparison, String level, double weight);
    }

    /** Gives what the weight is made of beside the prior, without the values: cheaper than {@link #explain}. */
    void weigh(LiveRecord a, LiveRecord b, MatchModel model, LevelConsumer levels);

    /**
     * The same weight with its reasons.
     *
     * @param rule what made the two a candidate pair, empty if nothing did
     * @param digest the resolution digest in force
     */
    Explanation explain(LiveRecord a, LiveRecord b, MatchModel model, String rule, String digest);
}
