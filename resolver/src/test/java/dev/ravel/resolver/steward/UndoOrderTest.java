package dev.ravel.resolver.steward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.property.GraphState;
import dev.ravel.resolver.property.Runs;
import dev.ravel.resolver.store.InMemoryStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What stands in the way of an undo, and where ids go, when operations are taken back, done again and taken back in any order.
 * The case: 李伟, and 王小明 of three records: two share an e-mail and a phone; the third shares another phone with them, which is
 * suppressed at first.
 */
class UndoOrderTest {
    private static final RecordKey OTHER = RecordKey.of("crm", "other");
    private static final RecordKey FOUNDER = RecordKey.of("shop", "a");
    private static final RecordKey SECOND = RecordKey.of("shop", "b");
    private static final RecordKey BY_PHONE = RecordKey.of("shop", "c");
    private static final String NUMBER = "13812340001";
    private static final SharedKey PHONE = SharedKey.identifier("main", IdentifierType.PHONE, "", "+86" + NUMBER);

    private final InMemoryStore store = Runs.openStore();
    private final Steward steward = new Steward(Runs.RESOLVER, store, Runs.CLOCK);
    private int requests;

    @BeforeEach
    void streamRecords() {
        Runs.applyAtOnce(store, List.of(person(OTHER, "李伟", List.of("13987654321"), List.of("lw@example.com"))));
        Runs.applyAtOnce(
                store,
                List.of(
                        person(FOUNDER, "王小明", List.of(NUMBER, "13600010002"), List.of("xm@example.com")),
                        person(SECOND, "王小明", List.of(NUMBER, "13600010002"), List.of("xm@example.com")),
                        person(BY_PHONE, "王小明", List.of(NUMBER), List.of())));
        steward.suppressIdentifier(PHONE, request());
        assertThat(entity(FOUNDER).records()).containsExactly(FOUNDER, SECOND);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void whatIsOnlyDoneAgainIsNoLaterOperation() {
        String split = split(FOUNDER);
        String merge = merge(FOUNDER, OTHER);
        String merged = GraphState.entities(store);
        String mergeBack = undo(merge);
        undo(undo(split));
        assertThat(entity(FOUNDER).records()).as("split again").containsExactly(FOUNDER);
        undo(mergeBack);
        assertThat(GraphState.entities(store)).as("as when it was merged").isEqualTo(merged);
    }

    @Test
    void whatWasDecidedOnTopStandsInTheWayAlsoWhenBothAreDoneAgain() {
        String split = split(FOUNDER);
        String merge = merge(FOUNDER, OTHER);
        String mergeBack = undo(merge);
        String splitAgain = undo(undo(split));
        String mergeAgain = undo(mergeBack);
        assertThatThrownBy(() -> undo(splitAgain))
                .isInstanceOfSatisfying(ResolutionException.class, e -> assertThat(e.code())
                        .isEqualTo(ErrorCode.BLOCKED_BY_LATER_OPERATION))
                .hasMessageContaining(mergeAgain);
    }

    @Test
    void ofManyLaterOperationsTheLatestAreNamed() {
        String split = split(FOUNDER);
        List<String> later = new ArrayList<>();
        Set<RecordKey> others = new TreeSet<>();
        for (int i = 0; i < 12; i++) {
            RecordKey other = RecordKey.of("erp", "other-" + i);
            Runs.applyAtOnce(store, List.of(person(other, "赵敏" + i, List.of(), List.of("zm" + i + "@example.com"))));
            later.add(merge(FOUNDER, other));
            others.add(other);
        }
        Collections.reverse(later);
        assertThatThrownBy(() -> undo(split))
                .hasMessageContaining(String.join(", ", later.subList(0, 10)) + " and 2 before these")
                .hasMessageNotContainingAny(later.get(10), later.get(11));
        steward.undoChain(split, request());
        assertThat(entity(FOUNDER).records())
                .as("with all of them")
                .contains(SECOND)
                .doesNotContainAnyElementsOf(others);
    }

    /** The phone is undone while the founder is elsewhere, and its entity's id goes with neither part. */
    @Test
    void idsComeBackThoughTheOperationWasTakenBackAndDoneAgainInBetween() {
        String before = GraphState.entities(store);
        String restore = steward.restoreIdentifier(PHONE, request()).operation().id();
        assertThat(entity(BY_PHONE).records()).containsExactly(FOUNDER, SECOND, BY_PHONE);
        Entity whole = entity(FOUNDER);
        String detach = steward.detach(whole.id(), whole.membershipVersion(), FOUNDER, request())
                .operation()
                .id();
        String merge = merge(FOUNDER, OTHER);
        String restoreAgain = undo(undo(restore));
        undo(merge);
        undo(detach);
        undo(restoreAgain);
        assertThat(GraphState.entities(store)).isEqualTo(before);
    }

    private String split(RecordKey record) {
        Entity whole = entity(record);
        return steward.split(whole.id(), whole.membershipVersion(), List.of(Set.of(record)), request())
                .operation()
                .id();
    }

    private String merge(RecordKey one, RecordKey other) {
        Entity a = entity(one);
        Entity b = entity(other);
        return steward.merge(Map.of(a.id(), a.membershipVersion(), b.id(), b.membershipVersion()), request())
                .operation()
                .id();
    }

    private String undo(String operation) {
        return steward.undo(operation, request()).operation().id();
    }

    private Entity entity(RecordKey record) {
        return store.entityOf(record).orElseThrow();
    }

    private StewardRequest request() {
        return new StewardRequest("li", "seen the papers", "k" + requests++);
    }

    private static SourceRecord person(RecordKey key, String name, List<String> phones, List<String> emails) {
        return SourceRecord.of(
                key,
                RecordType.PERSON,
                Runs.NOW.minusSeconds(60),
                Map.of(
                        AttributeName.NAME, List.of(name),
                        AttributeName.PHONE, phones,
                        AttributeName.EMAIL, emails));
    }
}
