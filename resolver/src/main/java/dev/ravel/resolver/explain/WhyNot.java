package dev.ravel.resolver.explain;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.resolver.store.StoredJudgement;
import java.util.List;
import java.util.Optional;

/**
 * Why two records are not one customer.
 *
 * @param explanation how the two compare
 * @param reasons what keeps them apart, the strongest first; empty only if they are one customer
 * @param missingWeight how much match weight they lack to the threshold, log2; 0 if they reach it
 */
public record WhyNot(PairExplanation explanation, List<Reason> reasons, double missingWeight) {
    public WhyNot {
        reasons = List.copyOf(reasons);
    }

    /** What can keep two records apart. */
    public enum Kind {
        /** A person's judgement sets them, or the customers that they belong to, apart. */
        CANNOT_LINK,
        /** Their weight reaches the threshold, and a guard holds the link for a person to see. */
        GUARD,
        /** They share a value that is no evidence. */
        SUPPRESSED_VALUE,
        /** They share a value that so many carry that it proposes no comparison. */
        TOO_COMMON_VALUE,
        /** Nothing that they share makes them worth comparing. */
        NOT_COMPARED,
        /** An attribute speaks against them. */
        DISAGREEMENT,
        /** An attribute could speak for them, but one of the two does not have it. */
        MISSING_EVIDENCE,
        /** Their weight does not reach the threshold. */
        BELOW_THRESHOLD
    }

    /**
     * One thing that keeps two records apart.
     *
     * @param kind what it is
     * @param text one English sentence
     * @param judgement the judgement, for {@link Kind#CANNOT_LINK}
     * @param value the shared value, for {@link Kind#SUPPRESSED_VALUE} and {@link Kind#TOO_COMMON_VALUE}
     * @param weight what it costs in match weight, log2: negative for a {@link Kind#DISAGREEMENT}, else 0
     */
    public record Reason(
            Kind kind, String text, Optional<StoredJudgement> judgement, Optional<SharedKey> value, double weight) {
        static Reason of(Kind kind, String text) {
            return new Reason(kind, text, Optional.empty(), Optional.empty(), 0);
        }
    }
}
