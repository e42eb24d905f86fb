package dev.ravel.resolver.explain;

import dev.ravel.model.evidence.Explanation;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.resolver.store.StoredJudgement;
import java.util.List;

/**
 * Why two records are, or are not, one customer.
 *
 * @param direct the score of the two, level by level
 * @param sameEntity whether they are members of one entity
 * @param path if they are, the strongest chain of kept matches from one to the other: the chain whose weakest link is
 *     strongest; one link if they match directly; empty if they are not
 * @param shared the identifiers that both carry, ascending
 * @param suppressed those of the shared ones that are suppressed, and so no evidence
 * @param judgements the judgements that name both, standing or not
 * @param model the name and version of the model in force
 * @param outcome one English sentence: what decided
 */
public record PairExplanation(
        Explanation direct,
        boolean sameEntity,
        List<PathStep> path,
        List<SharedKey> shared,
        List<SharedKey> suppressed,
        List<StoredJudgement> judgements,
        String model,
        String outcome) {
    public PairExplanation {
        path = List.copyOf(path);
        shared = List.copyOf(shared);
        suppressed = List.copyOf(suppressed);
        judgements = List.copyOf(judgements);
    }
}
