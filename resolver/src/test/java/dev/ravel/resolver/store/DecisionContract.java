package dev.ravel.resolver.store;

import static dev.ravel.resolver.store.GraphFixture.T0;
import static dev.ravel.resolver.store.GraphFixture.addSingle;
import static dev.ravel.resolver.store.GraphFixture.at;
import static dev.ravel.resolver.store.GraphFixture.entityId;
import static dev.ravel.resolver.store.GraphFixture.judgement;
import static dev.ravel.resolver.store.GraphFixture.key;
import static dev.ravel.resolver.store.GraphFixture.keys;
import static dev.ravel.resolver.store.GraphFixture.open;
import static dev.ravel.resolver.store.GraphFixture.operation;
import static dev.ravel.resolver.store.GraphFixture.phone;
import static dev.ravel.resolver.store.GraphFixture.single;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.model.judgement.IdentifierJudgement;
import dev.ravel.model.judgement.IdentifierRuling;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.model.review.AuditSample;
import dev.ravel.model.review.ReviewItem;
import dev.ravel.model.review.ReviewKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a store keeps of questions and judgements, of the operations that gave them, and of inputs read. */
interface DecisionContract extends StoreContract {
    @Test
    default void reviewItemsOpenOnceAndClose() {
        GraphChange.Builder change = new GraphChange.Builder();
        List.of("a", "b", "c").forEach(id -> addSingle(change, id, Set.of()));
        ReviewItem doubtful = ReviewItem.of(ReviewKind.DOUBTFUL_PAIR, RecordPair.of(key("a"), key("b")), 3.5, "");
        ReviewItem held = ReviewItem.of(ReviewKind.TRIPPED_GUARD, RecordPair.of(key("b"), key("c")), 8, "WEAK_BRIDGE");
        change.reviewOpened.addAll(List.of(doubtful, held));
        commit(change);
        assertThat(store().openReviewItems(9))
                .containsExactly(new StoredReviewItem(held, T0), new StoredReviewItem(doubtful, T0));
        assertThat(store().openReviewItems(1))
                .extracting(StoredReviewItem::item)
                .containsExactly(held);

        ReviewItem heavier =
                ReviewItem.of(ReviewKind.DOUBTFUL_PAIR, doubtful.pair().orElseThrow(), 4.5, "");
        GraphChange.Builder later = new GraphChange.Builder();
        later.reviewOpened.add(heavier);
        later.reviewClosed.addAll(
                List.of(new ReviewClosing(held.id(), "load-2"), new ReviewClosing("never asked", "load-2")));
        store().inTransaction(transaction -> {
            transaction.write(later.build(at(60)));
            return true;
        });
        assertThat(store().openReviewItems(9)).containsExactly(new StoredReviewItem(heavier, T0));
        assertThat(store().reviewItem(heavier.id())).contains(new StoredReviewItem(heavier, T0));
        assertThat(store().reviewItem(held.id())).contains(new StoredReviewItem(held, T0).closed("load-2"));
        assertThat(store().reviewItem("never asked")).isEmpty();
        assertThat(store().counts().openReviewItems()).isEqualTo(1);
    }

    @Test
    default void reviewItemsKeepWhoWorksOnThemUntilTheyCloseAndOpenAgain() {
        GraphChange.Builder change = new GraphChange.Builder();
        List.of("a", "b").forEach(id -> addSingle(change, id, Set.of()));
        ReviewItem doubtful = ReviewItem.of(ReviewKind.DOUBTFUL_PAIR, RecordPair.of(key("a"), key("b")), 3.5, "");
        ReviewItem due = ReviewItem.due(new Judgement(
                        "op1/0",
                        "op1",
                        Verdict.NOT_SAME,
                        List.of(keys("a"), keys("b")),
                        "li",
                        "seen",
                        T0,
                        "",
                        Optional.of(at(900)),
                        List.of()))
                .orElseThrow();
        ReviewItem dueOfIdentifier = ReviewItem.due(new IdentifierJudgement(
                        "op2/0",
                        "op2",
                        phone("1"),
                        IdentifierRuling.SUPPRESSED,
                        "li",
                        "a switchboard",
                        T0,
                        "",
                        Optional.of(at(901))))
                .orElseThrow();
        change.reviewOpened.addAll(List.of(doubtful, due, dueOfIdentifier));
        commit(change);
        assertThat(store().reviewItem(dueOfIdentifier.id())).contains(new StoredReviewItem(dueOfIdentifier, at(901)));
        assertThat(store().reviewItem(due.id())).contains(new StoredReviewItem(due, at(900)));
        assertThat(store().memberships(keys("a", "b", "nobody")))
                .isEqualTo(
                        Map.of(key("a"), new Membership(entityId("a"), 1), key("b"), new Membership(entityId("b"), 1)));

        StoredReviewItem claimed = new StoredReviewItem(doubtful, T0).skipped().claimed("li");
        store().inTransaction(transaction -> {
            assertThat(transaction.lockReviewItem("never asked")).isEmpty();
            assertThat(transaction.lockReviewItem(doubtful.id())).contains(new StoredReviewItem(doubtful, T0));
            transaction.writeProgress(claimed);
            return true;
        });
        assertThat(store().reviewItem(doubtful.id())).contains(claimed);
        GraphChange.Builder again = new GraphChange.Builder();
        again.reviewOpened.add(doubtful);
        commit(again);
        assertThat(store().reviewItem(doubtful.id())).contains(claimed);
        GraphChange.Builder close = new GraphChange.Builder();
        close.reviewClosed.add(new ReviewClosing(doubtful.id(), "op2"));
        commit(close);
        assertThat(store().reviewItem(doubtful.id())).contains(claimed.closed("op2"));
        commit(again);
        assertThat(store().reviewItem(doubtful.id())).contains(new StoredReviewItem(doubtful, T0));
    }

    @Test
    default void findsTheOperationsOfWhichJudgementsStand() {
        GraphChange.Builder change = new GraphChange.Builder();
        List.of("a", "b").forEach(id -> addSingle(change, id, Set.of(phone("1"), phone("2"))));
        commit(change);
        decide("op1", "li", "CASE-1", 0, Optional.empty());
        decide("op2", "wang", "CASE-1", 10, Optional.empty());
        decide("op3", "li", "", 20, Optional.of("op3/0"));
        decide("op4", "li", "", 30, Optional.empty());
        Optional<String> any = Optional.empty();
        Optional<Instant> ever = Optional.empty();
        assertThat(standing(new OperationQuery(any, any, any, ever, ever))).containsExactly("op4", "op2", "op1");
        assertThat(standing(new OperationQuery(Optional.of("li"), any, any, ever, ever)))
                .containsExactly("op4", "op1");
        assertThat(standing(new OperationQuery(any, any, Optional.of("CASE-1"), ever, ever)))
                .containsExactly("op2", "op1");
        assertThat(standing(new OperationQuery(any, any, any, Optional.of(at(10)), Optional.of(at(30)))))
                .containsExactly("op2");
        assertThat(standing(new OperationQuery(any, Optional.of("split"), any, ever, ever)))
                .containsExactly("op4", "op2", "op1");
        assertThat(standing(new OperationQuery(any, Optional.of("merge"), any, ever, ever)))
                .isEmpty();
        assertThat(store().standingOperations(new OperationQuery(any, any, any, ever, ever), 1))
                .extracting(StoredOperation::id)
                .containsExactly("op4");
    }

    private List<String> standing(OperationQuery query) {
        return store().standingOperations(query, 9).stream()
                .map(StoredOperation::id)
                .toList();
    }

    /** An operation with a judgement of records, which may fall at once, and one of an identifier, which does too. */
    private void decide(String id, String actor, String ticket, int seconds, Optional<String> falls) {
        GraphChange.Builder change = new GraphChange.Builder();
        change.judgements.add(new Judgement(
                id + "/0",
                id,
                Verdict.NOT_SAME,
                List.of(keys("a"), keys("b")),
                actor,
                "seen",
                at(seconds),
                ticket,
                Optional.empty(),
                List.of()));
        change.operation = Optional.of(new StoredOperation(
                id, "split", "key of " + id, "0", actor, "seen", at(seconds), List.of(), "", List.of(), ""));
        commit(change);
        falls.ifPresent(judgement -> {
            GraphChange.Builder later = new GraphChange.Builder();
            later.superseded.add(judgement);
            later.operation = Optional.of(new StoredOperation(
                    "undo of " + id,
                    "undo",
                    "key of the undo of " + id,
                    "0",
                    actor,
                    "seen",
                    at(seconds + 1),
                    List.of(),
                    id,
                    List.of(),
                    ""));
            commit(later);
        });
    }

    @Test
    default void findsTheIdentifiersThatManyCarry() {
        GraphChange.Builder change = new GraphChange.Builder();
        addSingle(change, "a", Set.of(phone("1"), phone("2")));
        addSingle(change, "b", Set.of(phone("1"), phone("3")));
        change.keys.addAll(List.of(open(phone("1"), 2), open(phone("2"), 1), open(phone("3"), 1)));
        commit(change);
        IdentifierQuery any = new IdentifierQuery(IdentifierType.PHONE, 1, 9, false);
        assertThat(store().identifiers("main", any, 9))
                .extracting(KeyState::key)
                .containsExactly(phone("1"), phone("2"), phone("3"));
        assertThat(store().identifiers("main", any, 1))
                .containsExactly(store().keyStates(List.of(phone("1"))).get(phone("1")));
        assertThat(store().identifiers("main", new IdentifierQuery(IdentifierType.PHONE, 1, 1, false), 9))
                .extracting(KeyState::key)
                .containsExactly(phone("2"), phone("3"));
        assertThat(store().identifiers("main", new IdentifierQuery(IdentifierType.PHONE, 1, 9, true), 9))
                .isEmpty();
        assertThat(store().identifiers("main", new IdentifierQuery(IdentifierType.EMAIL, 1, 9, false), 9))
                .isEmpty();
        assertThat(store().identifiers("other", any, 9)).isEmpty();
    }

    @Test
    default void findsTheOpenQuestionsAboutContradictingVersions() {
        GraphChange.Builder change = new GraphChange.Builder();
        List.of("a", "b", "c").forEach(id -> addSingle(change, id, Set.of()));
        ReviewItem about =
                ReviewItem.of(ReviewKind.CONTRADICTING_VERSION, RecordPair.of(key("a"), key("b")), 0, "NATIONAL_ID");
        change.reviewOpened.add(about);
        change.reviewOpened.add(ReviewItem.of(ReviewKind.DOUBTFUL_PAIR, RecordPair.of(key("a"), key("c")), 3, ""));
        commit(change);
        assertThat(readList(transaction -> transaction.openContradictions(keys("a"))))
                .containsExactly(about);
        assertThat(readList(transaction -> transaction.openContradictions(keys("a", "b"))))
                .containsExactly(about);
        assertThat(readList(transaction -> transaction.openContradictions(keys("c"))))
                .isEmpty();
        GraphChange.Builder close = new GraphChange.Builder();
        close.reviewClosed.add(new ReviewClosing(about.id(), "op2"));
        commit(close);
        assertThat(readList(transaction -> transaction.openContradictions(keys("a"))))
                .isEmpty();
    }

    @Test
    default void keepsAuditSamplesAndFindsTheirOpenQuestions() {
        GraphChange.Builder change = new GraphChange.Builder();
        List.of("a", "b", "c").forEach(id -> addSingle(change, id, Set.of()));
        RecordPair pair = RecordPair.of(key("a"), key("b"));
        AuditSample later = sample("later", at(60), pair);
        AuditSample earlier = sample("earlier", at(30), pair, RecordPair.of(key("b"), key("c")));
        ReviewItem asked = ReviewItem.of(ReviewKind.AUDIT, pair, 7, "later");
        change.auditSample = Optional.of(later);
        change.reviewOpened.add(asked);
        change.reviewOpened.add(ReviewItem.of(ReviewKind.DOUBTFUL_PAIR, RecordPair.of(key("a"), key("c")), 3, ""));
        commit(change);
        GraphChange.Builder second = new GraphChange.Builder();
        second.auditSample = Optional.of(earlier);
        commit(second);
        assertThat(store().auditSamples()).containsExactly(earlier, later);
        assertThat(readList(transaction -> transaction.openAudits(keys("b", "a"))))
                .containsExactly(asked);
        assertThat(readList(transaction -> transaction.openAudits(keys("c")))).isEmpty();
        GraphChange.Builder close = new GraphChange.Builder();
        close.reviewClosed.add(new ReviewClosing(asked.id(), "op2"));
        commit(close);
        assertThat(readList(transaction -> transaction.openAudits(keys("a")))).isEmpty();
    }

    private static AuditSample sample(String name, Instant at, RecordPair... pairs) {
        List<AuditSample.Stratum> strata = List.of(
                new AuditSample.Stratum(AuditSample.Decision.MERGE, "", 5_000_000_000L),
                new AuditSample.Stratum(AuditSample.Decision.NEAR_MISS, "PHONE", 3));
        return new AuditSample(
                name,
                at,
                -7,
                "digest",
                strata,
                Stream.of(pairs).map(pair -> new AuditSample.DrawnPair(1, pair)).toList());
    }

    @Test
    default void judgementsOfIdentifiersStandUntilTheyAreSuperseded() {
        GraphChange.Builder change = single("a", Set.of(phone("1")));
        IdentifierJudgement first = ruling("op1", IdentifierRuling.SUPPRESSED, at(2));
        change.identifierJudgements.add(first);
        change.operation = Optional.of(operation("op1", "suppress", "idem-1", ""));
        change.keys.clear();
        change.keys.add(new KeyState(phone("1"), 1, true, false, IdentifierRuling.SUPPRESSED));
        commit(change);
        assertThat(store().judgementsOf(phone("1"))).containsExactly(new StoredIdentifierJudgement(first, ""));
        assertThat(store().standingIdentifierJudgements("", 9)).containsExactly(first);
        assertThat(store().standingIdentifierJudgements(first.id(), 9)).isEmpty();
        assertThat(store().keyStates(Set.of(phone("1"))).get(phone("1")).ruling())
                .isEqualTo(IdentifierRuling.SUPPRESSED);
        assertThat(store().judgementsOf(phone("2"))).isEmpty();

        IdentifierJudgement second = ruling("op2", IdentifierRuling.TRUSTED, at(3));
        GraphChange.Builder later = new GraphChange.Builder();
        later.identifierJudgements.add(second);
        later.identifierJudgementsSuperseded.add(first.id());
        later.operation = Optional.of(operation("op2", "restore", "idem-2", ""));
        later.keys.add(new KeyState(phone("1"), 1, false, false, IdentifierRuling.TRUSTED));
        KeyState locked = store().inTransaction(transaction -> {
            transaction.lockRecords(keys("a"));
            KeyState state = transaction.lockKeys(unmoved(phone("1"))).get(phone("1"));
            transaction.write(later.build(at(3)));
            return state;
        });
        assertThat(locked.ruling()).isEqualTo(IdentifierRuling.SUPPRESSED);
        assertThat(store().judgementsOf(phone("1")))
                .containsExactly(
                        new StoredIdentifierJudgement(first, "op2"), new StoredIdentifierJudgement(second, ""));
    }

    private static IdentifierJudgement ruling(String operation, IdentifierRuling ruling, Instant at) {
        return new IdentifierJudgement(
                operation + "/0",
                operation,
                phone("1"),
                ruling,
                "li",
                "a shop's own",
                at,
                "CASE-8",
                Optional.of(at(9)));
    }

    @Test
    default void judgementsStandUntilTheyAreSuperseded() {
        GraphChange.Builder change = new GraphChange.Builder();
        List.of("a", "b", "c").forEach(id -> addSingle(change, id, Set.of()));
        Judgement apart = judgement("op1/0", "op1", Verdict.NOT_SAME, at(2), keys("a"), keys("b"));
        Judgement together = judgement("op1/1", "op1", Verdict.SAME, at(2), keys("a", "gone"));
        change.judgements.addAll(List.of(apart, together));
        change.operation = Optional.of(operation("op1", "split", "idem-1", ""));
        commit(change);
        assertThat(store().recordsOf(keys("a", "b", "c")))
                .allSatisfy((record, stored) -> assertThat(stored.judged()).isEqualTo(!record.equals(key("c"))));
        assertThat(readList(transaction -> transaction.standingJudgements(keys("b", "c"))))
                .containsExactly(apart);
        assertThat(store().standingJudgements("", 1)).containsExactly(apart);
        assertThat(store().standingJudgements(apart.id(), 9)).containsExactly(together);
        assertThat(readList(transaction -> transaction.standingJudgements(keys("a"))))
                .containsExactlyInAnyOrder(apart, together);
        assertThat(readList(transaction -> transaction.operation("op1")))
                .containsExactlyInAnyOrder(new StoredJudgement(apart, ""), new StoredJudgement(together, ""));

        GraphChange.Builder undo = new GraphChange.Builder();
        undo.superseded.add(apart.id());
        undo.operation = Optional.of(operation("op2", "undo", "idem-2", "op1"));
        commit(undo);
        assertThat(readList(transaction -> transaction.standingJudgements(keys("a", "b"))))
                .containsExactly(together);
        assertThat(store().judgementsOf(keys("b"))).containsExactly(new StoredJudgement(apart, "op2"));
        assertThat(store().standingJudgements("", 9)).containsExactly(together);
        assertThat(store().judgementsOf(keys("a", "b"))).hasSize(2);
        assertThat(store().judgementsOf(keys("gone"))).containsExactly(new StoredJudgement(together, ""));
        assertThat(readList(transaction -> transaction.fallenJudgements(keys("a", "b", "gone"), T0.minusSeconds(1))))
                .containsExactly(new StoredJudgement(apart, "op2"));
        assertThat(readList(transaction -> transaction.fallenJudgements(keys("c", "gone"), T0.minusSeconds(1))))
                .isEmpty();
        assertThat(readList(transaction -> transaction.operation("op1")))
                .containsExactlyInAnyOrder(new StoredJudgement(apart, "op2"), new StoredJudgement(together, ""));
        assertThat(store().recordsOf(keys("a")).get(key("a")).judged()).isTrue();
    }

    /** Of a record that is stored, of one that is not, and of one that came after its judgements. */
    @Test
    default void whatFellIsToldFromTheTimeWhenItFell() {
        commit(single("a", Set.of()));
        Judgement first = judgement("op1/0", "op1", Verdict.NOT_SAME, at(2), keys("a"), keys("gone"), keys("late"));
        Judgement second = judgement("op2/0", "op2", Verdict.NOT_SAME, at(3), keys("a", "gone"), keys("late"));
        judge(first, operation("op1", "judge", "idem-1", "", at(2)));
        judge(second, operation("op2", "judge", "idem-2", "", at(3)));
        takeBack(first, operation("op3", "undo", "idem-3", "op1", at(4)));
        takeBack(second, operation("op4", "undo", "idem-4", "op2", at(6)));
        commit(single("late", Set.of()));

        for (String id : List.of("a", "gone", "late")) {
            assertThat(fallen(id, at(3)))
                    .as("of %s", id)
                    .containsExactly(new StoredJudgement(first, "op3"), new StoredJudgement(second, "op4"));
            assertThat(fallen(id, at(4))).as("of %s", id).containsExactly(new StoredJudgement(second, "op4"));
            assertThat(fallen(id, at(6))).as("of %s", id).isEmpty();
        }
    }

    private List<StoredJudgement> fallen(String id, Instant after) {
        return readList(transaction -> transaction.fallenJudgements(keys(id), after));
    }

    private void judge(Judgement judgement, StoredOperation operation) {
        GraphChange.Builder change = new GraphChange.Builder();
        change.judgements.add(judgement);
        change.operation = Optional.of(operation);
        commit(change);
    }

    private void takeBack(Judgement judgement, StoredOperation operation) {
        GraphChange.Builder change = new GraphChange.Builder();
        change.superseded.add(judgement.id());
        change.operation = Optional.of(operation);
        commit(change);
    }

    @Test
    default void operationsAreFoundByIdAndByIdempotencyKey() {
        GraphChange.Builder change = new GraphChange.Builder();
        StoredOperation operation = operation("op1", "split", "idem-1", "");
        change.operation = Optional.of(operation);
        commit(change);
        assertThat(store().operationById("op1")).contains(operation);
        assertThat(store().operationById("op9")).isEmpty();
        assertThat(readOptional(transaction -> transaction.operationByIdempotencyKey("idem-1")))
                .contains(operation);
        assertThat(readOptional(transaction -> transaction.operationByIdempotencyKey("idem-9")))
                .isEmpty();
        assertThat(readList(transaction -> transaction.operation("op9"))).isEmpty();
    }

    @Test
    default void offsetsNeverGoBack() {
        for (long offset : new long[] {10, 30, 20}) {
            GraphChange.Builder change = new GraphChange.Builder();
            change.offsets.add(new InputOffset("a.csv", offset));
            commit(change);
        }
        assertThat(store().offset("a.csv")).isEqualTo(30);
        assertThat(store().offset("b.csv")).isZero();
    }
}
