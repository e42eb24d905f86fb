package dev.ravel.resolver.steward;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.region.ScoredPair;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The cheapest way to part two records of an entity.
 *
 * @param near the records that go with the one with the smaller key
 * @param far the records that go with the other
 * @param links the accepted links between the two sides, heaviest first, ties by pair; their weights are least of all cuts
 * @param values the identifiers that the records of these links share and that count as evidence: the values to blame, the
 *     one that most weight hangs on first
 */
public record Cut(SortedSet<RecordKey> near, SortedSet<RecordKey> far, List<ScoredPair> links, List<SharedKey> values) {
    public Cut {
        near = new TreeSet<>(near);
        far = new TreeSet<>(far);
        links = List.copyOf(links);
        values = List.copyOf(values);
    }
}
