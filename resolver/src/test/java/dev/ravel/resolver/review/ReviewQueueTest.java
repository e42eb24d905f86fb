package dev.ravel.resolver.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.model.review.ReviewItem;
import dev.ravel.model.review.ReviewKind;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.property.Runs;
import dev.ravel.resolver.steward.OperationResult;
import dev.ravel.resolver.steward.Steward;
import dev.ravel.resolver.steward.StewardRequest;
import dev.ravel.resolver.store.GraphChange;
import dev.ravel.resolver.store.InMemoryStore;
import dev.ravel.resolver.store.StoredReviewItem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReviewQueueTest {
    private static final RecordKey A = RecordKey.of("crm", "a");
    private static final RecordKey B = RecordKey.of("shop", "b");
    private static final RecordKey C = RecordKey.of("shop", "c");
    private static final RecordKey LONE = RecordKey.of("shop", "lone");
    private static final RecordKey OTHER = RecordKey.of("shop", "other");
    private static final Instant LOOK_AGAIN = Runs.NOW.plus(Duration.ofDays(90));

    private final InMemoryStore store = Runs.openStore();
    private final Steward steward = new Steward(Runs.RESOLVER, store, Runs.CLOCK);
    private final ReviewQueue queue = new ReviewQueue(store, Runs.CLOCK);

    @BeforeEach
    void threeOfOneCustomerAndTwoOfOthers() {
        List<SourceRecord> versions = new ArrayList<>();
        List.of(A, B, C).forEach(key -> versions.add(person(key, "王小明", "13812340001")));
        versions.add(person(LONE, "李伟", "13987654321"));
        versions.add(person(OTHER, "赵敏", "13711112222"));
        Runs.applyAtOnce(store, versions);
        assertThat(whole().records()).containsExactly(A, B, C);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void firstComesWhatCostsMostToLeaveUnanswered() {
        String small = ask(ReviewKind.DOUBTFUL_PAIR, LONE, OTHER, 5);
        String large = ask(ReviewKind.DOUBTFUL_PAIR, A, LONE, 5);
        String sure = ask(ReviewKind.DOUBTFUL_PAIR, A, OTHER, -3);
        String guard = ask(ReviewKind.TRIPPED_GUARD, B, OTHER, 30);
        assertThat(queue.first(9, false))
                .extracting(queued -> queued.stored().item().id())
                .containsExactly(large, guard, small, sure);
        QueuedItem first = queue.first(1, false).get(0);
        assertThat(first.stake()).isEqualTo(3);
        assertThat(first.doubt()).isCloseTo(32.0 / 33, Offset.offset(1e-12));
        assertThat(queue.item(guard).orElseThrow().priority()).isEqualTo(1.5);
    }

    @Test
    void whatIsPutBackComesLast() {
        String large = ask(ReviewKind.DOUBTFUL_PAIR, A, LONE, 5);
        String small = ask(ReviewKind.DOUBTFUL_PAIR, LONE, OTHER, 5);
        queue.claim(large, "li");
        assertThat(queue.skip(large, "li").stored().claimedBy()).isEmpty();
        assertThat(queue.first(9, true))
                .extracting(queued -> queued.stored().item().id())
                .containsExactly(small, large);
    }

    @Test
    void aQuestionIsWorkedOnByOnePersonAtATime() {
        String item = ask(ReviewKind.DOUBTFUL_PAIR, A, LONE, 5);
        queue.claim(item, "li");
        assertThat(queue.first(9, true)).isEmpty();
        assertThat(queue.first(9, false)).hasSize(1);
        assertThat(refused(ErrorCode.VERSION_CONFLICT, () -> queue.claim(item, "wang")))
                .contains("li");
        refused(ErrorCode.VERSION_CONFLICT, () -> queue.skip(item, "wang"));
        refused(ErrorCode.VERSION_CONFLICT, () -> queue.handOver(item, "wang", "wang"));
        refused(ErrorCode.VERSION_CONFLICT, () -> steward.judge(item, Verdict.NOT_SAME, request("wang", "k1")));
        refused(ErrorCode.INVALID_INPUT, () -> queue.handOver(item, "li", " "));
        queue.handOver(item, "li", "wang");
        OperationResult answer = steward.judge(item, Verdict.NOT_SAME, request("wang", "k1"));
        StoredReviewItem closed = queue.item(item).orElseThrow().stored();
        assertThat(closed.open()).isFalse();
        assertThat(closed.closedBy()).isEqualTo(answer.operation().id());
        assertThat(refused(ErrorCode.VERSION_CONFLICT, () -> queue.claim(item, "wang")))
                .contains(answer.operation().id());
        refused(ErrorCode.NOT_FOUND, () -> queue.claim("no such item", "li"));
    }

    @Test
    void aJudgementComesUpOnItsDayAndNotBefore() {
        OperationResult split = splitToLookAtAgain();
        assertThat(queue.first(9, false)).isEmpty();
        ReviewQueue later = at(LOOK_AGAIN);
        StoredReviewItem due = later.first(9, false).get(0).stored();
        assertThat(due.item().kind()).isEqualTo(ReviewKind.REVIEW_DUE);
        assertThat(due.openedAt()).isEqualTo(LOOK_AGAIN);
        assertThat(due.item().cause()).startsWith(split.operation().id());

        steward.judge(due.item().id(), Verdict.NOT_SAME, request("li", "k2"));
        assertThat(later.first(9, false))
                .noneMatch(
                        queued -> queued.stored().item().id().equals(due.item().id()));
    }

    @Test
    void aJudgementThatFallsTakesItsQuestionWithIt() {
        OperationResult split = splitToLookAtAgain();
        String item = at(LOOK_AGAIN).first(1, false).get(0).stored().item().id();
        OperationResult undo = steward.undo(split.operation().id(), request("li", "k2"));
        assertThat(at(LOOK_AGAIN).first(9, false)).isEmpty();
        assertThat(queue.item(item).orElseThrow().stored().closedBy())
                .isEqualTo(undo.operation().id());
    }

    @Test
    void aRulingOnAnIdentifierComesUpOnItsDayAndIsConfirmedOrTakenBack() {
        SharedKey phone = SharedKey.identifier("main", IdentifierType.PHONE, "", "+8613812340001");
        OperationResult ruled = steward.suppressIdentifier(phone, lookAgain("k1", LOOK_AGAIN));
        assertThat(queue.first(9, false)).noneMatch(ReviewQueueTest::isDue);
        QueuedItem due = at(LOOK_AGAIN).first(9, false).stream()
                .filter(ReviewQueueTest::isDue)
                .findFirst()
                .orElseThrow();
        assertThat(due.stored().item().identifier()).contains(phone);
        assertThat(due.stored().item().cause()).startsWith(ruled.operation().id());
        assertThat(due.stake()).as("the pairs of its carriers").isEqualTo(3);
        assertThat(due.suppressed()).isTrue();
        String item = due.stored().item().id();
        assertThat(refused(ErrorCode.INVALID_INPUT, () -> steward.judge(item, Verdict.SAME, request("li", "k2"))))
                .contains("suppress");

        OperationResult confirmed = steward.suppressIdentifier(phone, request("wang", "k3"));
        assertThat(queue.item(item).orElseThrow().stored().closedBy())
                .isEqualTo(confirmed.operation().id());
        assertThat(at(LOOK_AGAIN).first(9, false)).noneMatch(ReviewQueueTest::isDue);
        refused(ErrorCode.INVALID_INPUT, () -> steward.suppressIdentifier(phone, request("wang", "k4")));

        OperationResult other = steward.restoreIdentifier(phone, lookAgain("k5", LOOK_AGAIN));
        OperationResult undo = steward.undo(other.operation().id(), request("li", "k6"));
        assertThat(queue.item(ReviewItem.idOfJudgement(other.operation().id() + "/0"))
                        .orElseThrow()
                        .stored()
                        .closedBy())
                .isEqualTo(undo.operation().id());
    }

    private static boolean isDue(QueuedItem queued) {
        return queued.stored().item().kind() == ReviewKind.REVIEW_DUE;
    }

    private static StewardRequest lookAgain(String key, Instant day) {
        return new StewardRequest("li", "seen the papers", key, "", Optional.of(day));
    }

    private OperationResult splitToLookAtAgain() {
        Entity entity = whole();
        return steward.split(
                entity.id(),
                entity.membershipVersion(),
                List.of(Set.of(C)),
                new StewardRequest("li", "seen the papers", "k1", "", Optional.of(LOOK_AGAIN)));
    }

    private ReviewQueue at(Instant now) {
        return new ReviewQueue(store, Clock.fixed(now, ZoneOffset.UTC));
    }

    private String ask(ReviewKind kind, RecordKey a, RecordKey b, double weight) {
        ReviewItem item = ReviewItem.of(kind, RecordPair.of(a, b), weight, "");
        GraphChange.Builder change = new GraphChange.Builder();
        change.reviewOpened.add(item);
        store.inTransaction(transaction -> {
            transaction.write(change.build(Runs.NOW));
            return true;
        });
        return item.id();
    }

    private Entity whole() {
        return store.entityOf(A).orElseThrow();
    }

    private static String refused(ErrorCode code, ThrowingCallable call) {
        String[] message = new String[1];
        assertThatThrownBy(call).isInstanceOfSatisfying(ResolutionException.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            message[0] = e.getMessage();
        });
        return message[0];
    }

    private static StewardRequest request(String actor, String key) {
        return new StewardRequest(actor, "seen the papers", key);
    }

    private static SourceRecord person(RecordKey key, String name, String phone) {
        return SourceRecord.of(
                key,
                RecordType.PERSON,
                Runs.NOW.minusSeconds(2),
                Map.of(AttributeName.NAME, List.of(name), AttributeName.PHONE, List.of(phone)));
    }
}
