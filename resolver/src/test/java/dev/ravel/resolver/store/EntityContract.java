package dev.ravel.resolver.store;

import static dev.ravel.resolver.store.GraphFixture.active;
import static dev.ravel.resolver.store.GraphFixture.addSingle;
import static dev.ravel.resolver.store.GraphFixture.entityId;
import static dev.ravel.resolver.store.GraphFixture.event;
import static dev.ravel.resolver.store.GraphFixture.golden;
import static dev.ravel.resolver.store.GraphFixture.key;
import static dev.ravel.resolver.store.GraphFixture.keys;
import static dev.ravel.resolver.store.GraphFixture.match;
import static dev.ravel.resolver.store.GraphFixture.move;
import static dev.ravel.resolver.store.GraphFixture.open;
import static dev.ravel.resolver.store.GraphFixture.phone;
import static dev.ravel.resolver.store.GraphFixture.retired;
import static dev.ravel.resolver.store.GraphFixture.single;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ravel.model.cluster.Guard;
import dev.ravel.model.entity.Entity;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.evidence.MatchStatus;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.lineage.EventType;
import dev.ravel.model.record.AttributeName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a store keeps of matches, entities, who was in them when, and their events. */
interface EntityContract extends StoreContract {
    @Test
    default void matchesAreKeptReplacedAndRemoved() {
        GraphChange.Builder change = new GraphChange.Builder();
        List.of("a", "b", "c").forEach(id -> addSingle(change, id, Set.of()));
        Match accepted = match("a", "b", 7.25, MatchStatus.ACCEPTED);
        Match doubtful = match("b", "c", 3, MatchStatus.REVIEW);
        change.matches.addAll(List.of(accepted, doubtful));
        commit(change);
        assertThat(store().matchesOf(keys("a"))).containsExactly(accepted);
        assertThat(store().matchesOf(keys("b"))).containsExactly(accepted, doubtful);
        assertThat(readList(transaction -> transaction.matches(keys("a", "c"))))
                .containsExactlyInAnyOrder(accepted, doubtful);

        GraphChange.Builder diff = new GraphChange.Builder();
        Match held = new Match(accepted.pair(), 6.5, MatchStatus.HELD, "name=close:2", "name", "WEAK_BRIDGE");
        diff.matchesRemoved.add(doubtful.pair());
        diff.matches.add(held);
        commit(diff);
        assertThat(store().matchesOf(keys("a", "b", "c"))).containsExactly(held);

        GraphChange.Builder judged = new GraphChange.Builder();
        judged.matches.add(match("b", "c", 5, MatchStatus.BLOCKED));
        commit(judged);
        assertThat(store().counts().heldByGuard())
                .containsEntry(Guard.WEAK_BRIDGE, 1L)
                .containsEntry(Guard.CANNOT_LINK, 1L)
                .containsEntry(Guard.COMPONENT_SIZE, 0L)
                .hasSize(Guard.values().length);
    }

    @Test
    default void aMergeMovesTheMembersAndLeavesTheRetiredIdWithItsSuccessor() {
        GraphChange.Builder before = new GraphChange.Builder();
        List.of("a", "b").forEach(id -> addSingle(before, id, Set.of(phone(id))));
        before.keys.addAll(List.of(open(phone("a"), 1), open(phone("b"), 1)));
        commit(before);
        mergeBIntoA();

        Entity merged = store().entity(entityId("a")).orElseThrow();
        assertThat(merged)
                .isEqualTo(active(
                        entityId("a"), key("a").text(), 2, golden(AttributeName.NAME, "name of b", "b"), "a", "b"));
        assertThat(store().entity(entityId("b"))).contains(retired(entityId("b"), "b", 2, entityId("a")));
        assertThat(store().entityOf(key("b"))).contains(merged);
        assertThat(store().entitiesBy(phone("b"), 5)).containsExactly(merged);
        assertThat(store().entities(List.of(entityId("b"), entityId("zz"), entityId("a"))))
                .extracting(Entity::id)
                .containsExactly(entityId("b"), entityId("a"));
        assertThat(store().recordsOf(keys("b")).get(key("b")).component()).isEqualTo(key("a").text());
        assertThat(readMap(transaction -> transaction.lockComponents(components("a", "b", "unknown"))))
                .containsOnly(Map.entry(entityId("a"), merged));
        assertThat(readMap(transaction -> {
                    WholeComponents whole =
                            transaction.lockAround(new TreeSet<>(List.of(entityId("a"), entityId("zz"))));
                    assertThat(whole.records()).isEqualTo(transaction.records(keys("a", "b")));
                    return whole.entities();
                }))
                .containsOnly(Map.entry(entityId("a"), merged));
        assertThat(readMap(transaction -> transaction
                        .lockAround(new TreeSet<>(List.of(entityId("b"))))
                        .entities()))
                .as("around a retired entity")
                .isEmpty();
        List<Set<EntityId>> places = store().inTransaction(transaction ->
                List.of(transaction.entitiesOfLive(keys("a", "b")), transaction.entitiesOfLive(keys("a", "unknown"))));
        assertThat(places).containsExactly(Set.of(entityId("a")), Set.of());
        assertThat(readMap(transaction -> transaction.foundedBy(keys("b", "c"))))
                .containsOnlyKeys(entityId("b"));
        assertThat(readMap(transaction -> transaction.foundedBy(keys("a")))).containsOnlyKeys(entityId("a"));
        assertThat(store().counts()).isEqualTo(new StoreCounts(2, 1, 1, 1, 2, 0, 0, 0, 4, new TreeMap<>()));
    }

    @Test
    default void aRetiredEntityCanStandAgain() {
        GraphChange.Builder before = new GraphChange.Builder();
        List.of("a", "b").forEach(id -> addSingle(before, id, Set.of()));
        commit(before);
        mergeBIntoA();
        GraphChange.Builder change = new GraphChange.Builder();
        Entity left = active(entityId("a"), key("a").text(), 3, golden("name", "name of a", "a"), "a");
        Entity restored = active(entityId("b"), key("a").text(), 3, golden("name", "name of b", "b"), "b");
        change.entities.addAll(List.of(left, restored));
        change.memberships.add(move("b", entityId("a"), entityId("b")));
        change.events.add(event(entityId("a"), 3, EventType.SPLIT, keys("a", "b"), keys("a")));
        change.events.add(event(entityId("b"), 3, EventType.RESTORED, keys(), keys("b")));
        commit(change);
        assertThat(store().entity(entityId("b"))).contains(restored);
        assertThat(store().entityOf(key("b"))).contains(restored);
        assertThat(readMap(transaction -> transaction.lockComponents(components("a"))))
                .as("the parts of a component are locked together")
                .containsOnly(Map.entry(entityId("a"), left), Map.entry(entityId("b"), restored));
    }

    @Test
    default void eventsArePagedInOrderAndUnique() {
        commit(single("a", Set.of()));
        GraphChange.Builder change = new GraphChange.Builder();
        change.entities.add(active(entityId("a"), key("a").text(), 3, golden("name", "name of a", "a"), "a"));
        change.events.add(event(entityId("a"), 2, EventType.GOLDEN_CHANGED, keys("a"), keys("a")));
        change.events.add(event(entityId("a"), 3, EventType.GOLDEN_CHANGED, keys("a"), keys("a")));
        commit(change);
        assertThat(store().events(entityId("a"), 0, 2))
                .containsExactly(
                        event(entityId("a"), 1, EventType.CREATED, keys(), keys("a")),
                        event(entityId("a"), 2, EventType.GOLDEN_CHANGED, keys("a"), keys("a")));
        assertThat(store().events(entityId("a"), 2, 2))
                .extracting(e -> e.version())
                .containsExactly(3L);
        assertThat(store().events(entityId("a"), 3, 2)).isEmpty();
        assertThat(store().counts().events()).isEqualTo(3);

        GraphChange.Builder again = new GraphChange.Builder();
        again.offsets.add(new InputOffset("file", 9));
        again.events.add(event(entityId("a"), 3, EventType.GOLDEN_CHANGED, keys("a"), keys("a")));
        assertThatThrownBy(() -> commit(again)).isInstanceOf(RuntimeException.class);
        assertThat(store().counts().events()).isEqualTo(3);
        assertThat(store().offset("file")).as("nothing of the failed change").isZero();
    }

    @Test
    default void pagesActiveEntities() {
        GraphChange.Builder change = new GraphChange.Builder();
        List.of("a", "b", "c", "d").forEach(id -> addSingle(change, id, Set.of()));
        commit(change);
        mergeBIntoA();
        assertThat(store().page(Optional.empty(), 2, 1))
                .extracting(Entity::id)
                .containsExactly(entityId("a"), entityId("c"));
        assertThat(store().page(Optional.of(entityId("c")), 2, 1))
                .extracting(Entity::id)
                .containsExactly(entityId("d"));
        assertThat(store().page(Optional.empty(), 9, 2)).extracting(Entity::id).containsExactly(entityId("a"));
    }

    @Test
    default void limitsTheEntitiesOfAnIdentifier() {
        GraphChange.Builder change = new GraphChange.Builder();
        List.of("a", "b", "c").forEach(id -> addSingle(change, id, Set.of(phone("1"))));
        change.keys.add(open(phone("1"), 3));
        commit(change);
        assertThat(store().entitiesBy(phone("1"), 2))
                .extracting(Entity::id)
                .containsExactly(entityId("a"), entityId("b"));
        assertThat(store().entitiesBy(phone("2"), 2)).isEmpty();
    }
}
