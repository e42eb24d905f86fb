package dev.ravel.resolver.bulk;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.review.ReviewItem;
import dev.ravel.resolver.store.KeyState;
import java.util.List;

/**
 * The resolution of all records at once.
 *
 * <p>The entities stand in no graph yet, and so have no lineage: their {@code lastEventHash} is empty. What loads them
 * into a graph lets {@link dev.ravel.resolver.lineage.EventChain#advance} make their first event.
 *
 * @param entities the entities, ascending by their smallest record
 * @param matches the pairs worth keeping, ascending
 * @param review the questions for people, ascending by id
 * @param suppressed the identifiers that are suppressed and the blocks over their cap, ascending by key
 * @param leftOutKeys how many keys records would have beside theirs without the limits of keys of a record
 * @param records how many live records there were
 * @param candidatePairs how many pairs were scored
 * @param acceptedPairs how many of them reached the match weight; clustering keeps only the strongest of them as matches
 */
public record BulkResult(
        List<Entity> entities,
        List<Match> matches,
        List<ReviewItem> review,
        List<KeyState> suppressed,
        long leftOutKeys,
        int records,
        long candidatePairs,
        int acceptedPairs) {}
