package dev.ravel.resolver.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.evidence.Match;
import dev.ravel.model.evidence.MatchStatus;
import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.IdentifierJudgement;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.review.ReviewItem;
import dev.ravel.model.review.ReviewKind;
import dev.ravel.resolver.store.EntityReader;
import dev.ravel.resolver.store.Membership;
import dev.ravel.resolver.store.StoredReviewItem;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether exactly those questions are open that the graph, as it stands, asks: whatever makes one moot, be it a merge, a
 * judgement, a deletion, a ruling on an identifier, an undo or a new resolution, closes it in the same transaction.
 */
final class OpenQuestions {
    private static final int ALL = 1_000_000;

    private OpenQuestions() {}

    /** Fails if a question is open that has become moot, or a doubtful pair is not asked about. */
    static void assertAskWhatIsDoubtful(EntityReader store, String when) {
        List<RecordKey> live = store.liveRecordKeys(RecordKey.DEFAULT_TENANT, Optional.empty(), ALL);
        Map<RecordPair, MatchStatus> kept = new TreeMap<>();
        if (!live.isEmpty()) {
            store.matchesOf(live).forEach((Match match) -> kept.put(match.pair(), match.status()));
        }
        List<Judgement> standing = store.standingJudgements("", ALL);
        Set<String> standingIds = Stream.concat(
                        standing.stream().map(Judgement::id),
                        store.standingIdentifierJudgements("", ALL).stream().map(IdentifierJudgement::id))
                .collect(Collectors.toSet());
        Set<String> operations = standing.stream().map(Judgement::operation).collect(Collectors.toSet());
        Map<RecordKey, EntityId> entities = new TreeMap<>();
        store.memberships(live).forEach((RecordKey record, Membership place) -> entities.put(record, place.entity()));
        Set<RecordPair> doubted = new HashSet<>();
        for (StoredReviewItem stored : store.openReviewItems(ALL)) {
            ReviewItem item = stored.item();
            if (item.kind() == ReviewKind.DOUBTFUL_PAIR) {
                doubted.add(item.pair().orElseThrow());
            }
            boolean asked =
                    switch (item.kind()) {
                        case DOUBTFUL_PAIR -> isKept(kept, item, MatchStatus.REVIEW);
                        case TRIPPED_GUARD -> isKept(kept, item, MatchStatus.HELD);
                        case BLOCKED_BRIDGE -> isKept(kept, item, MatchStatus.BLOCKED);
                        case REVIEW_DUE -> standingIds.contains(item.cause());
                        case SECOND_STEWARD -> operations.contains(item.cause());
                        case CONTRADICTING_VERSION, AUDIT -> entities.keySet().containsAll(item.records());
                    };
            assertThat(asked).as("%s is asked, %s", item, when).isTrue();
        }
        kept.forEach((pair, status) -> {
            if (status == MatchStatus.REVIEW
                    && standing.stream().noneMatch(one -> one.on(pair).isPresent())) {
                assertThat(doubted)
                        .as("the doubtful pairs that are asked about, %s", when)
                        .contains(pair);
            }
        });
    }

    private static boolean isKept(Map<RecordPair, MatchStatus> kept, ReviewItem item, MatchStatus status) {
        return kept.get(item.pair().orElseThrow()) == status;
    }
}
