package dev.ravel.resolver.region;

import dev.ravel.model.evidence.Match;
import dev.ravel.model.review.ReviewItem;
import java.util.List;

/**
 * What resolution makes of a region.
 *
 * @param components its components, ascending by their smallest record
 * @param matches the pairs worth keeping, ascending: of each entity a maximum spanning forest of its accepted links, and
 *     the SAME judgements that join its trees; of the links held between two entities the strongest for each guard; and the doubtful pairs
 * @param review the questions for people, ascending by id
 */
public record ResolvedRegion(List<ResolvedComponent> components, List<Match> matches, List<ReviewItem> review) {
    public ResolvedRegion {
        components = List.copyOf(components);
        matches = List.copyOf(matches);
        review = List.copyOf(review);
    }
}
