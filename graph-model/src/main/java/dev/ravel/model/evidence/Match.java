package dev.ravel.model.evidence;

import dev.ravel.model.cluster.Guard;
import java.util.Objects;
import java.util.Optional;

/**
 * A scored pair that the graph keeps, with its evidence in short.
 *
 * @param pair the records
 * @param weight the match weight, log2
 * @param status what became of it
 * @param evidence the levels in one line, comparison=level:weight separated by spaces; no values
 * @param rule the blocking rule or identifier kind that made the two a candidate pair
 * @param cause the guard's name for {@link MatchStatus#HELD}, the judgement's id for {@link MatchStatus#BLOCKED} and
 *     {@link MatchStatus#JUDGED}, else empty
 */
public record Match(RecordPair pair, double weight, MatchStatus status, String evidence, String rule, String cause) {
    public Match {
        Objects.requireNonNull(pair, "pair");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(evidence, "evidence");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(cause, "cause");
    }

    /** The guard that holds the two apart; empty if none does. */
    public Optional<Guard> heldBy() {
        return switch (status) {
            case HELD -> Optional.of(Guard.valueOf(cause));
            case BLOCKED -> Optional.of(Guard.CANNOT_LINK);
            case ACCEPTED, REVIEW, JUDGED -> Optional.empty();
        };
    }
}
