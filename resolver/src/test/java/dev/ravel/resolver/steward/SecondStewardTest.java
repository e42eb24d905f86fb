package dev.ravel.resolver.steward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.model.review.ReviewItem;
import dev.ravel.model.review.ReviewKind;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.property.CustomerGenerator;
import dev.ravel.resolver.property.GraphState;
import dev.ravel.resolver.property.Runs;
import dev.ravel.resolver.review.QueuedItem;
import dev.ravel.resolver.review.ReviewQueue;
import dev.ravel.resolver.store.InMemoryStore;
import dev.ravel.resolver.store.StoredOperation;
import dev.ravel.resolver.store.StoredReviewItem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecondStewardTest {
    private static final RecordKey A = RecordKey.of("crm", "a");
    private static final RecordKey A2 = RecordKey.of("shop", "a2");
    private static final RecordKey B = RecordKey.of("crm", "b");
    private static final RecordKey B2 = RecordKey.of("shop", "b2");
    private static final RecordKey LONE = RecordKey.of("crm", "lone");

    private final InMemoryStore store = Runs.openStore();
    private final Steward steward = steward(new SecondSteward(4, "revenue", new BigDecimal("10000")));
    private int requests;

    @BeforeEach
    void twoOfTwoAndOneAlone() {
        List<SourceRecord> versions = new ArrayList<>();
        versions.add(person(A, "王小明", "13812340001", "100"));
        versions.add(person(A2, "王小明", "13812340001", "no idea"));
        versions.add(person(B, "李伟", "13987654321", "1,000.50"));
        versions.add(person(B2, "李伟", "13987654321", ""));
        versions.add(person(LONE, "赵敏", "13711112222", "9,900"));
        Runs.applyAtOnce(store, versions);
        assertThat(GraphState.active(store)).hasSize(3);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void aSmallMergeIsDoneByOne() {
        OperationResult merged =
                steward(new SecondSteward(5, "", BigDecimal.ZERO)).merge(both(A, B), by("li"));
        assertThat(merged.awaits()).isEmpty();
        assertThat(entity(A).records()).containsExactly(A, B, A2, B2);
    }

    @Test
    void aLargeMergeWaitsForASecondSteward() {
        String before = GraphState.entities(store);
        assertThat(steward.previewMerge(both(A, B).keySet()).awaits()).isPresent();
        StewardRequest request = by("li");
        OperationResult proposed = steward.merge(both(A, B), request);
        String item = proposed.awaits().orElseThrow();
        assertThat(proposed.operation().kind()).isEqualTo(StoredOperation.PROPOSE);
        assertThat(GraphState.entities(store)).isEqualTo(before);
        assertThat(steward.merge(both(A, B), request).awaits())
                .as("the same request")
                .contains(item);
        QueuedItem asked = new ReviewQueue(store, Runs.CLOCK).first(9, false).get(0);
        assertThat(asked.stored().item().id()).isEqualTo(item);
        assertThat(asked.stored().item().kind()).isEqualTo(ReviewKind.SECOND_STEWARD);
        assertThat(asked.stake()).isEqualTo(4);

        assertRefused(ErrorCode.INVALID_INPUT, () -> steward.judge(item, Verdict.SAME, by("li")));
        assertThat(steward.previewJudge(item, Verdict.SAME).entities()).hasSize(2);
        OperationResult confirmed = steward.judge(item, Verdict.SAME, by("wang"));
        assertThat(confirmed.entities()).hasSize(2);
        assertThat(entity(A).records()).containsExactly(A, B, A2, B2);
        assertRefused(ErrorCode.VERSION_CONFLICT, () -> steward.judge(item, Verdict.SAME, by("wang")));

        steward.undo(confirmed.operation().id(), by("wang"));
        assertThat(GraphState.entities(store)).isEqualTo(before);
    }

    @Test
    void theSecondStewardMaySayNo() {
        String item = steward.merge(both(A, B), by("li")).awaits().orElseThrow();
        steward.judge(item, Verdict.NOT_SAME, by("wang"));
        assertThat(entity(A).records()).containsExactly(A, A2);
        assertRefused(ErrorCode.CONTRADICTS_JUDGEMENT, () -> steward.merge(both(A, B), by("li")));
    }

    @Test
    void aProposalThatIsTakenBackAsksNoMore() {
        OperationResult proposed = steward.merge(both(A, B), by("li"));
        steward.undo(proposed.operation().id(), by("li"));
        assertThat(store.reviewItem(proposed.awaits().orElseThrow())
                        .orElseThrow()
                        .open())
                .isFalse();
        assertRefused(
                ErrorCode.VERSION_CONFLICT,
                () -> steward.judge(proposed.awaits().orElseThrow(), Verdict.SAME, by("wang")));
    }

    @Test
    void aMergeOfMuchValueWaitsToo() {
        assertThat(steward.merge(both(A, LONE), by("li")).awaits())
                .as("10,000 together")
                .isPresent();
        assertThat(steward(new SecondSteward(0, "revenue", new BigDecimal("10001")))
                        .merge(both(A, LONE), by("li"))
                        .awaits())
                .as("not 10,001")
                .isEmpty();
    }

    @Test
    void anAnswerThatWouldMergeWaitsToo() {
        Runs.applyAtOnce(store, new CustomerGenerator(3).versions(60));
        Steward strict = steward(new SecondSteward(2, "", BigDecimal.ZERO));
        ReviewItem doubtful = store.openReviewItems(999).stream()
                .map(StoredReviewItem::item)
                .filter(item -> item.kind() == ReviewKind.DOUBTFUL_PAIR)
                .findFirst()
                .orElseThrow();
        String before = GraphState.entities(store);

        OperationResult proposed = strict.judge(doubtful.id(), Verdict.SAME, by("li"));
        assertThat(store.reviewItem(doubtful.id()).orElseThrow().open()).isFalse();
        assertThat(GraphState.entities(store)).isEqualTo(before);
        strict.judge(proposed.awaits().orElseThrow(), Verdict.SAME, by("wang"));
        assertThat(entity(doubtful.pair().orElseThrow().smaller()).records())
                .contains(doubtful.pair().orElseThrow().larger());
    }

    private Steward steward(SecondSteward rule) {
        return new Steward(Runs.RESOLVER, store, Runs.CLOCK, rule);
    }

    private static void assertRefused(ErrorCode code, ThrowingCallable operation) {
        assertThatThrownBy(operation)
                .isInstanceOfSatisfying(ResolutionException.class, failure -> assertThat(failure.code())
                        .isEqualTo(code));
    }

    private Map<EntityId, Long> both(RecordKey one, RecordKey other) {
        Map<EntityId, Long> versions = new HashMap<>();
        List.of(one, other)
                .forEach(key -> versions.put(entity(key).id(), entity(key).membershipVersion()));
        return versions;
    }

    private Entity entity(RecordKey key) {
        return store.entityOf(key).orElseThrow();
    }

    private StewardRequest by(String actor) {
        return new StewardRequest(actor, "seen the papers", "request-" + requests++);
    }

    private static SourceRecord person(RecordKey key, String name, String phone, String revenue) {
        Map<String, List<String>> values = new TreeMap<>();
        values.put("name", List.of(name));
        values.put("birthDate", List.of("1980-02-03"));
        if (!phone.isEmpty()) {
            values.put("phone", List.of(phone));
        }
        if (!revenue.isEmpty()) {
            values.put("revenue", List.of(revenue));
        }
        return SourceRecord.of(key, RecordType.PERSON, Runs.NOW.minusSeconds(60), values);
    }
}
