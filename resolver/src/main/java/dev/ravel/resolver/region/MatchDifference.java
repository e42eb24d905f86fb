package dev.ravel.resolver.region;

import dev.ravel.model.evidence.Match;
import dev.ravel.model.evidence.MatchStatus;
import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.review.ReviewItem;
import dev.ravel.model.review.ReviewKind;
import dev.ravel.resolver.store.GraphChange;
import dev.ravel.resolver.store.ReviewClosing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The difference between the matches stored for a region and those to keep now, and the questions that open and close
 * with them. A stored match is in doubt if both its records are in the region or one of them is touched; a doubtful pair
 * of an untouched record with one outside still holds.
 *
 * <p>A question stands on a kept match. That of a doubtful pair opens when its match is new or different and closes when its
 * match is gone; if judgements have changed, it is asked or closed again. Which of the matches that a guard held are asked
 * about depends on the other ones of their component, so those questions are always asked or closed again.
 */
final class MatchDifference {
    private MatchDifference() {}

    static void write(List<Match> stored, ResolvedRegion resolved, RegionChange change, GraphChange.Builder write) {
        Set<RecordKey> inRegion = new HashSet<>(change.touched());
        change.records().forEach(record -> inRegion.add(record.key()));
        Map<RecordPair, Match> before = new HashMap<>();
        for (Match match : stored) {
            RecordPair pair = match.pair();
            boolean inside = inRegion.contains(pair.smaller()) && inRegion.contains(pair.larger());
            if (inside || change.touches(pair.smaller(), pair.larger())) {
                before.put(pair, match);
            }
        }
        Set<RecordPair> written = new HashSet<>();
        Set<RecordPair> kept = new HashSet<>();
        for (Match match : resolved.matches()) {
            kept.add(match.pair());
            if (!match.equals(before.get(match.pair()))) {
                written.add(match.pair());
                write.matches.add(match);
            }
        }
        Set<String> asked = new HashSet<>();
        for (ReviewItem item : resolved.review()) {
            asked.add(item.id());
            boolean ofGuard = item.kind() != ReviewKind.DOUBTFUL_PAIR;
            if (ofGuard
                    || change.judged()
                    || item.pair().filter(written::contains).isPresent()) {
                write.reviewOpened.add(item);
            }
        }
        before.forEach((pair, match) -> {
            boolean gone = !kept.contains(pair);
            if (gone) {
                write.matchesRemoved.add(pair);
            }
            boolean ofGuard = match.status() == MatchStatus.HELD || match.status() == MatchStatus.BLOCKED;
            if (gone || ofGuard || change.judged() || written.contains(pair)) {
                questionOf(match)
                        .filter(id -> !asked.contains(id))
                        .ifPresent(id -> write.reviewClosed.add(new ReviewClosing(id, change.cause())));
            }
        });
    }

    /** The id of the question that a kept match may have asked. */
    private static Optional<String> questionOf(Match match) {
        @Nullable
        ReviewKind kind =
                switch (match.status()) {
                    case REVIEW -> ReviewKind.DOUBTFUL_PAIR;
                    case HELD -> ReviewKind.TRIPPED_GUARD;
                    case BLOCKED -> ReviewKind.BLOCKED_BRIDGE;
                    case ACCEPTED, JUDGED -> null;
                };
        return Optional.ofNullable(kind).map(why -> ReviewItem.of(why, match.pair(), match.weight(), match.cause())
                .id());
    }
}
