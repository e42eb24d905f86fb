package dev.ravel.resolver.explain;

import dev.ravel.model.evidence.Explanation;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.identifier.SharedKey;
import java.time.Instant;
import java.util.List;

/**
 * A step of an evidence path: from a record, over the values that both carry, to a record.
 *
 * @param match the kept match
 * @param levels how the two compare, level by level, under the resolution in force
 * @param values the identifiers that both carry, ascending
 * @param suppressed those of them that are no evidence
 * @param since when the later of the two newest versions was stored; where a judgement joins the two, when it was made
 */
public record PathStep(
        Match match, Explanation levels, List<SharedKey> values, List<SharedKey> suppressed, Instant since) {
    public PathStep {
        values = List.copyOf(values);
        suppressed = List.copyOf(suppressed);
    }
}
