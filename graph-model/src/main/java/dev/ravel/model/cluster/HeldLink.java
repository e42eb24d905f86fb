package dev.ravel.model.cluster;

import dev.ravel.model.evidence.RecordPair;
import java.util.Objects;

/**
 * A link that would have joined two entities, and what held it back.
 *
 * @param pair the records
 * @param weight the match weight, log2
 * @param guard what held it back
 * @param cause the id of the judgement for {@link Guard#CANNOT_LINK}, the attribute for {@link
 *     Guard#EXCLUSIVE_CONFLICT}, else empty
 */
public record HeldLink(RecordPair pair, double weight, Guard guard, String cause) {
    public HeldLink {
        Objects.requireNonNull(pair, "pair");
        Objects.requireNonNull(guard, "guard");
        Objects.requireNonNull(cause, "cause");
    }
}
