package dev.ravel.resolver.explain;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.resolver.store.StoredJudgement;
import java.util.Optional;

/**
 * One thing that keeps two records apart.
 *
 * @param kind what it is
 * @param text one English sentence
 * @param judgement the judgement, for {@link WhyNotKind#CANNOT_LINK}
 * @param value the shared value, for {@link WhyNotKind#SUPPRESSED_VALUE} and {@link WhyNotKind#TOO_COMMON_VALUE}
 * @param weight what it costs in match weight, log2: negative for a {@link WhyNotKind#DISAGREEMENT}, else 0
 */
public record WhyNotReason(
        WhyNotKind kind, String text, Optional<StoredJudgement> judgement, Optional<SharedKey> value, double weight) {
    static WhyNotReason of(WhyNotKind kind, String text) {
        return new WhyNotReason(kind, text, Optional.empty(), Optional.empty(), 0);
    }
}
