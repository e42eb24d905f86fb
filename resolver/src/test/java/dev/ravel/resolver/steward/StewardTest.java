package dev.ravel.resolver.steward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.entity.EntityState;
import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.model.review.ReviewKind;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.property.GraphState;
import dev.ravel.resolver.property.Runs;
import dev.ravel.resolver.region.ScoredPair;
import dev.ravel.resolver.store.InMemoryStore;
import dev.ravel.resolver.store.StoredReviewItem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three records of 王小明 that match, and one of 李伟 that matches none of them. */
class StewardTest {
    private static final RecordKey A = RecordKey.of("crm", "a");
    private static final RecordKey B = RecordKey.of("crm", "b");
    private static final RecordKey C = RecordKey.of("crm", "c");
    private static final RecordKey OTHER = RecordKey.of("crm", "other");

    private final InMemoryStore store = Runs.openStore();
    private final Steward steward = new Steward(Runs.RESOLVER, store, Runs.CLOCK);

    @BeforeEach
    void streamRecords() {
        List<SourceRecord> versions = new ArrayList<>();
        for (RecordKey key : List.of(A, B, C)) {
            versions.add(person(key, "王小明", "13812340001", "xm@example.com"));
        }
        versions.add(person(OTHER, "李伟", "13987654321", "lw@example.com"));
        Runs.applyAtOnce(store, versions);
        assertThat(whole().records()).containsExactly(A, B, C);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void aSplitWritesOneNotSameOverTheGroupsAndSameWithinEach() {
        OperationResult result = split("k1", Set.of(C));
        assertThat(store.entityOf(A)).isEqualTo(store.entityOf(B)).isNotEqualTo(store.entityOf(C));
        assertThat(store.judgementsOf(List.of(A)))
                .extracting(stored -> stored.judgement().verdict())
                .containsExactlyInAnyOrder(Verdict.NOT_SAME, Verdict.SAME);
        assertThat(store.judgementsOf(List.of(C)))
                .extracting(stored -> stored.judgement().verdict())
                .containsExactly(Verdict.NOT_SAME);
        assertThat(result.operation().kind()).isEqualTo("split");
        assertThat(result.entities()).hasSize(2);
        assertThat(result.events()).allSatisfy(event -> assertThat(event.cause())
                .isEqualTo(result.operation().id()));
        assertThat(store.operationById(result.operation().id())).contains(result.operation());
    }

    @Test
    void theSameRequestUnderTheSameKeyIsDoneOnce() {
        Entity before = whole();
        OperationResult first = split("k1", Set.of(C));
        OperationResult second =
                steward.split(before.id(), before.membershipVersion(), List.of(Set.of(C)), request("k1"));
        assertThat(second.repeated()).isTrue();
        assertThat(second.operation()).isEqualTo(first.operation());
        assertThat(second.entities()).isEqualTo(first.entities());
        assertThat(second.events()).isEqualTo(first.events());
        refused(
                ErrorCode.IDEMPOTENCY_CONFLICT,
                () -> steward.split(before.id(), before.membershipVersion(), List.of(Set.of(B)), request("k1")));
    }

    @Test
    void anOutdatedVersionIsRefusedWithWhatHappenedSince() {
        long seen = whole().membershipVersion();
        Runs.applyAtOnce(store, List.of(person(RecordKey.of("crm", "d"), "王小明", "13812340001", "xm@example.com")));
        EntityId id = whole().id();
        assertThatThrownBy(() -> steward.split(id, seen, List.of(Set.of(C)), request("k1")))
                .isInstanceOfSatisfying(
                        ResolutionException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.VERSION_CONFLICT))
                .hasMessageContaining("MEMBERS_CHANGED")
                .hasMessageContaining("load-crm");
    }

    @Test
    void whatContradictsStandingJudgementsIsRefusedWithTheirIds() {
        OperationResult split = split("k1", Set.of(C));
        Entity ab = store.entityOf(A).orElseThrow();
        Entity c = store.entityOf(C).orElseThrow();
        String message = refused(
                ErrorCode.CONTRADICTS_JUDGEMENT,
                () -> steward.merge(
                        Map.of(ab.id(), ab.membershipVersion(), c.id(), c.membershipVersion()), request("k2")));
        assertThat(message).contains(split.operation().id() + "/0");
        String again = refused(
                ErrorCode.CONTRADICTS_JUDGEMENT,
                () -> steward.split(ab.id(), ab.membershipVersion(), List.of(Set.of(A)), request("k3")));
        assertThat(again).contains(split.operation().id() + "/1");
    }

    @Test
    void undoOfASplitGivesTheWholeEntityBackUnderItsIdAndUndoOfTheUndoSplitsAgain() {
        String before = GraphState.entities(store);
        OperationResult split = split("k1", Set.of(C));
        String apart = GraphState.entities(store);
        OperationResult undo = steward.undo(split.operation().id(), request("k2"));
        assertThat(GraphState.entities(store)).isEqualTo(before);
        assertThat(undo.operation().undoes()).isEqualTo(split.operation().id());
        OperationResult redo = steward.undo(undo.operation().id(), request("k3"));
        assertThat(GraphState.entities(store)).as("restored ids, too").isEqualTo(apart);
        steward.undo(redo.operation().id(), request("k4"));
        assertThat(GraphState.entities(store)).isEqualTo(before);
    }

    @Test
    void undoIsRefusedWhileALaterOperationStands() {
        OperationResult split = split("k1", Set.of(C));
        Entity c = store.entityOf(C).orElseThrow();
        Entity other = store.entityOf(OTHER).orElseThrow();
        OperationResult merge = steward.merge(
                Map.of(c.id(), c.membershipVersion(), other.id(), other.membershipVersion()), request("k2"));
        assertThat(store.entityOf(C)).isEqualTo(store.entityOf(OTHER));
        assertThat(refused(
                        ErrorCode.BLOCKED_BY_LATER_OPERATION,
                        () -> steward.undo(split.operation().id(), request("k3"))))
                .contains(merge.operation().id());
        steward.undo(merge.operation().id(), request("k4"));
        steward.undo(split.operation().id(), request("k5"));
        assertThat(whole().records()).containsExactly(A, B, C);
        refused(
                ErrorCode.BLOCKED_BY_LATER_OPERATION,
                () -> steward.undo(split.operation().id(), request("k6")));
    }

    @Test
    void aMergeLastsThoughNothingMatchesAndTheRetiredIdLeadsToTheOther() {
        Entity one = whole();
        Entity other = store.entityOf(OTHER).orElseThrow();
        OperationResult preview = steward.previewMerge(Set.of(one.id(), other.id()));
        assertThat(store.entityOf(OTHER)).as("a preview writes nothing").contains(other);
        OperationResult merge = steward.merge(
                Map.of(one.id(), one.membershipVersion(), other.id(), other.membershipVersion()), request("k1"));
        assertThat(preview.entities())
                .extracting(Entity::id)
                .isEqualTo(
                        merge.operation().entities().stream().map(EntityId::new).toList());
        Runs.applyAtOnce(store, List.of(person(OTHER, "李伟", "13987654321", "new@example.com")));
        Entity merged = store.entityOf(OTHER).orElseThrow();
        assertThat(merged.records()).containsExactly(A, B, C, OTHER);
        EntityId gone = merged.id().equals(one.id()) ? other.id() : one.id();
        Entity retired = store.entity(gone).orElseThrow();
        assertThat(retired.state()).isEqualTo(EntityState.RETIRED);
        assertThat(retired.successors()).containsExactly(merged.id());
        refused(
                ErrorCode.VERSION_CONFLICT,
                () -> steward.split(gone, retired.membershipVersion(), List.of(Set.of(A)), request("k2")));
    }

    @Test
    void aDetachedRecordIsAloneAndOfTheOthersNothingIsSaid() {
        Entity before = whole();
        OperationResult preview = steward.previewDetach(before.id(), C);
        OperationResult result = steward.detach(before.id(), before.membershipVersion(), C, request("k1"));
        assertThat(records(preview)).isEqualTo(records(result));
        assertThat(store.entityOf(C).orElseThrow().records()).containsExactly(C);
        assertThat(whole().records()).containsExactly(A, B);
        assertThat(whole().id()).isEqualTo(before.id());
        assertThat(store.judgementsOf(List.of(A, B, C)))
                .extracting(stored -> stored.judgement().verdict())
                .containsExactly(Verdict.NOT_SAME);
    }

    @Test
    void separatingTwoRecordsCutsWhatWeighsLeastAndNamesTheValueToBlame() {
        RecordKey bridge = RecordKey.of("shop", "bridge");
        RecordKey far = RecordKey.of("wechat", "far");
        Runs.applyAtOnce(
                store,
                List.of(
                        person(bridge, "王小明", "13812340001", "second@qq.com"),
                        person(far, "王小明", "13777770001", "second@qq.com")));
        Entity chain = whole();
        assertThat(chain.records()).containsExactly(A, B, C, bridge, far);
        OperationResult preview = steward.previewSeparate(chain.id(), far, A);
        Cut cut = preview.cut().orElseThrow();
        assertThat(cut.near()).containsExactly(A, B, C, bridge);
        assertThat(cut.far()).containsExactly(far);
        assertThat(cut.links()).extracting(ScoredPair::pair).containsExactly(RecordPair.of(bridge, far));
        assertThat(cut.values()).extracting(SharedKey::value).containsExactly("second@qq.com");
        OperationResult done = steward.separate(chain.id(), chain.membershipVersion(), A, far, request("k1"));
        assertThat(records(done)).isEqualTo(records(preview));
        assertThat(store.entityOf(far)).isNotEqualTo(store.entityOf(A));
        refused(ErrorCode.INVALID_INPUT, () -> steward.previewSeparate(whole().id(), A, far));
        refused(ErrorCode.INVALID_INPUT, () -> steward.previewSeparate(whole().id(), A, A));
    }

    @Test
    void anAnsweredQuestionIsClosedAndItsAnswerBinds() {
        Runs.applyAtOnce(store, List.of(person(RecordKey.of("crm", "z"), "王小明", "13777770002", "xm2@example.com")));
        OperationResult split = split("k1", Set.of(C));
        StoredReviewItem blocked = store.openReviewItems(9).stream()
                .filter(stored -> stored.item().kind() == ReviewKind.BLOCKED_BRIDGE)
                .findFirst()
                .orElse(null);
        assertThat(blocked)
                .as("nobody is asked about what a person has just decided")
                .isNull();
        RecordKey bridge = RecordKey.of("shop", "bridge");
        Runs.applyAtOnce(store, List.of(person(bridge, "王小明", "13812340001", "xm@example.com")));
        StoredReviewItem question = store.openReviewItems(9).stream()
                .filter(stored -> stored.item().kind() == ReviewKind.BLOCKED_BRIDGE)
                .findFirst()
                .orElseThrow();
        String item = question.item().id();
        OperationResult preview = steward.previewJudge(item, Verdict.NOT_SAME);
        OperationResult answer = steward.judge(item, Verdict.NOT_SAME, request("k2"));
        assertThat(records(answer)).isEqualTo(records(preview));
        assertThat(answer.operation().kind()).isEqualTo("judge");
        assertThat(store.reviewItem(item).orElseThrow().open()).isFalse();
        refused(ErrorCode.VERSION_CONFLICT, () -> steward.judge(item, Verdict.SAME, request("k3")));
        refused(ErrorCode.NOT_FOUND, () -> steward.judge("no such item", Verdict.SAME, request("k4")));
        assertThat(store.judgementsOf(List.of(bridge)))
                .extracting(stored -> stored.judgement().operation())
                .containsExactly(answer.operation().id());
        assertThat(split.operation().kind()).isEqualTo("split");
    }

    @Test
    void aChainOfOperationsIsTakenBackInOneAndIsGivenBackInOne() {
        String before = GraphState.entities(store);
        OperationResult split = split("k1", Set.of(C));
        Entity c = store.entityOf(C).orElseThrow();
        Entity other = store.entityOf(OTHER).orElseThrow();
        OperationResult merge = steward.merge(
                Map.of(c.id(), c.membershipVersion(), other.id(), other.membershipVersion()), request("k2"));
        String after = partition();
        OperationResult preview = steward.previewUndoChain(split.operation().id());
        OperationResult undo = steward.undoChain(split.operation().id(), request("k3"));
        assertThat(records(undo)).isEqualTo(records(preview));
        assertThat(GraphState.entities(store)).isEqualTo(before);
        assertThat(undo.operation().undoes()).isEqualTo(split.operation().id());
        assertThat(undo.operation().alsoUndoes())
                .containsExactly(merge.operation().id());
        steward.undo(undo.operation().id(), request("k4"));
        assertThat(partition()).isEqualTo(after);
    }

    @Test
    void aSuppressedIdentifierIsNoEvidenceUntilItIsRestored() {
        SharedKey phone = SharedKey.identifier("main", IdentifierType.PHONE, "", "+8613812340001");
        String before = GraphState.of(store);
        OperationResult preview = steward.previewSuppressIdentifier(phone);
        assertThat(preview.identifiers()).singleElement().satisfies(state -> {
            assertThat(state.key()).isEqualTo(phone);
            assertThat(state.suppressed()).isTrue();
        });
        assertThat(preview.measures()).contains(new MeasureChange(whole().id(), "records", 3, 1));
        assertThat(GraphState.of(store)).as("a preview writes nothing").isEqualTo(before);
        OperationResult suppressed = steward.suppressIdentifier(phone, request("k1"));
        assertThat(records(suppressed)).isEqualTo(records(preview));
        assertThat(suppressed.identifiers()).isEqualTo(preview.identifiers());
        assertThat(suppressed.measures()).isEqualTo(preview.measures());
        assertThat(store.entityOf(A).orElseThrow().records()).containsExactly(A);
        assertThat(store.entityOf(B)).isNotEqualTo(store.entityOf(C));
        refused(ErrorCode.INVALID_INPUT, () -> steward.suppressIdentifier(phone, request("k2")));
        assertThat(steward.suppressIdentifier(phone, request("k1")).repeated()).isTrue();

        OperationResult restored = steward.restoreIdentifier(phone, request("k3"));
        assertThat(whole().records()).containsExactly(A, B, C);
        refused(
                ErrorCode.BLOCKED_BY_LATER_OPERATION,
                () -> steward.undo(suppressed.operation().id(), request("k4")));
        OperationResult undo = steward.undo(restored.operation().id(), request("k5"));
        assertThat(store.entityOf(A).orElseThrow().records())
                .as("suppressed again")
                .containsExactly(A);
        steward.undo(undo.operation().id(), request("k6"));
        assertThat(whole().records()).as("restored again").containsExactly(A, B, C);
        assertThat(store.judgementsOf(phone))
                .extracting(stored -> stored.stands())
                .containsExactly(false, false, false, true);
        refused(
                ErrorCode.NOT_FOUND,
                () -> steward.suppressIdentifier(
                        SharedKey.identifier("main", IdentifierType.PHONE, "", "+8613800000009"), request("k7")));
    }

    /** An undo rules again what was ruled before; that is no later operation that stands in the way. */
    @Test
    void operationsOnAnIdentifierAreTakenBackInReverse() {
        SharedKey phone = SharedKey.identifier("main", IdentifierType.PHONE, "", "+8613812340001");
        String before = GraphState.of(store);
        OperationResult suppressed = steward.suppressIdentifier(phone, request("k1"));
        OperationResult restored = steward.restoreIdentifier(phone, request("k2"));
        steward.undo(restored.operation().id(), request("k3"));
        OperationResult last = steward.undo(suppressed.operation().id(), request("k4"));
        assertThat(GraphState.of(store)).isEqualTo(before);
        steward.undo(last.operation().id(), request("k5"));
        assertThat(store.entityOf(A).orElseThrow().records())
                .as("suppressed again")
                .containsExactly(A);
    }

    @Test
    void aTrustedIdentifierStaysEvidenceHoweverManyCarryIt() {
        SharedKey phone = SharedKey.identifier("main", IdentifierType.PHONE, "", "+8613812340001");
        OperationResult trusted = steward.restoreIdentifier(phone, request("k1"));
        List<SourceRecord> family = new ArrayList<>();
        for (String name : List.of("李芳", "赵敏", "孙丽")) {
            family.add(person(RecordKey.of("shop", name), name, "13812340001", name + "@qq.com"));
        }
        Runs.applyAtOnce(store, family);
        assertThat(whole().records()).as("four names, where three are the most").containsExactly(A, B, C);
        steward.undo(trusted.operation().id(), request("k2"));
        assertThat(store.entityOf(A).orElseThrow().records()).as("by the rules").containsExactly(A);
        assertThat(store.keyStates(List.of(phone)).get(phone).suppressed()).isTrue();
    }

    @Test
    void ticketAndReviewDateStayWithTheJudgement() {
        Entity entity = whole();
        StewardRequest request = new StewardRequest(
                "li", "seen the papers", "k1", "CASE-7", Optional.of(Runs.NOW.plus(Duration.ofDays(90))));
        steward.split(entity.id(), entity.membershipVersion(), List.of(Set.of(C)), request);
        assertThat(store.judgementsOf(List.of(C))).singleElement().satisfies(stored -> {
            assertThat(stored.judgement().ticket()).isEqualTo("CASE-7");
            assertThat(stored.judgement().reviewAt()).contains(Runs.NOW.plus(Duration.ofDays(90)));
        });
    }

    @Test
    void badRequestsAreRefused() {
        EntityId id = whole().id();
        long version = whole().membershipVersion();
        refused(
                ErrorCode.NOT_FOUND,
                () -> steward.split(new EntityId("main:Eno"), 1, List.of(Set.of(A)), request("k")));
        refused(ErrorCode.NOT_FOUND, () -> steward.undo("main:Ono", request("k")));
        refused(ErrorCode.INVALID_INPUT, () -> steward.split(id, version, List.of(), request("k")));
        refused(ErrorCode.INVALID_INPUT, () -> steward.split(id, version, List.of(Set.of()), request("k")));
        refused(ErrorCode.INVALID_INPUT, () -> steward.split(id, version, List.of(Set.of(A, B, C)), request("k")));
        refused(ErrorCode.INVALID_INPUT, () -> steward.split(id, version, List.of(Set.of(OTHER)), request("k")));
        refused(
                ErrorCode.INVALID_INPUT,
                () -> steward.split(id, version, List.of(Set.of(A), Set.of(A, B)), request("k")));
        refused(ErrorCode.INVALID_INPUT, () -> steward.merge(Map.of(id, version), request("k")));
    }

    private OperationResult split(String key, Set<RecordKey> group) {
        Entity entity = whole();
        return steward.split(entity.id(), entity.membershipVersion(), List.of(group), request(key));
    }

    private Entity whole() {
        return store.entityOf(A).orElseThrow();
    }

    private String partition() {
        return GraphState.partition(store).toString();
    }

    private static List<Set<RecordKey>> records(OperationResult result) {
        return result.entities().stream().<Set<RecordKey>>map(Entity::records).toList();
    }

    private static String refused(ErrorCode code, ThrowingCallable call) {
        String[] message = new String[1];
        assertThatThrownBy(call).isInstanceOfSatisfying(ResolutionException.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            message[0] = e.getMessage();
        });
        return message[0];
    }

    private static StewardRequest request(String key) {
        return new StewardRequest("li", "seen the papers", key);
    }

    private static SourceRecord person(RecordKey key, String name, String phone, String email) {
        return SourceRecord.of(
                key,
                RecordType.PERSON,
                Runs.NOW.minusSeconds(email.startsWith("new") ? 1 : 2),
                Map.of(
                        AttributeName.NAME, List.of(name),
                        AttributeName.PHONE, List.of(phone),
                        AttributeName.EMAIL, List.of(email)));
    }
}
