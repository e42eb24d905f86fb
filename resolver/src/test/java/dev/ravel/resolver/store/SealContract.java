package dev.ravel.resolver.store;

import static dev.ravel.resolver.store.GraphFixture.T0;
import static dev.ravel.resolver.store.GraphFixture.active;
import static dev.ravel.resolver.store.GraphFixture.addSingle;
import static dev.ravel.resolver.store.GraphFixture.at;
import static dev.ravel.resolver.store.GraphFixture.entityId;
import static dev.ravel.resolver.store.GraphFixture.event;
import static dev.ravel.resolver.store.GraphFixture.golden;
import static dev.ravel.resolver.store.GraphFixture.key;
import static dev.ravel.resolver.store.GraphFixture.keys;
import static dev.ravel.resolver.store.GraphFixture.move;
import static dev.ravel.resolver.store.GraphFixture.nextVersion;
import static dev.ravel.resolver.store.GraphFixture.person;
import static dev.ravel.resolver.store.GraphFixture.retired;
import static dev.ravel.resolver.store.GraphFixture.single;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ravel.model.identity.EntityId;
import dev.ravel.model.lineage.EventType;
import dev.ravel.model.lineage.LineageEvent;
import dev.ravel.resolver.lineage.EventBlock;
import dev.ravel.resolver.lineage.EventName;
import dev.ravel.resolver.lineage.SealHead;
import dev.ravel.resolver.lineage.SealedBlock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How a store seals the events of its transactions. */
interface SealContract extends StoreContract {
    @Test
    default void sealsTheEventsOfEachTransactionInOneChain() {
        assertThat(store().seal()).isEmpty();
        GraphChange.Builder two = single("a", Set.of());
        addSingle(two, "b", Set.of());
        commit(two);
        SealHead first = store().seal().orElseThrow();
        commit(single("c", Set.of()));
        SealHead second = store().seal().orElseThrow();
        assertThat(store().seal()).isEmpty();

        List<SealedBlock> blocks = store().blocks(0, 10);
        assertThat(blocks).extracting(SealedBlock::head).containsExactly(first, second);
        assertThat(blocks).extracting(SealedBlock::previousHash).containsExactly("", first.hash());
        assertThat(blocks.get(0).block().events())
                .containsExactly(new EventName(entityId("a"), 1), new EventName(entityId("b"), 1));
        assertThat(blocks.get(0).block())
                .isEqualTo(EventBlock.of(
                        T0,
                        List.of(
                                event(entityId("a"), 1, EventType.CREATED, keys(), keys("a")),
                                event(entityId("b"), 1, EventType.CREATED, keys(), keys("b")))));
        assertThat(store().sealHead()).isEqualTo(second);
        assertThat(store().blocks(1, 10)).containsExactly(blocks.get(1));
        assertThat(store().blocks(0, 1)).containsExactly(blocks.get(0));
    }

    @Test
    default void sealsNothingOfATransactionThatFailed() {
        assertThatThrownBy(() -> store().inTransaction(transaction -> {
                    transaction.write(single("a", Set.of()).build(T0));
                    throw new IllegalStateException("poison");
                }))
                .hasMessage("poison");
        assertThat(store().seal()).isEmpty();
        assertThat(store().sealHead()).isEqualTo(SealHead.NONE);
        assertThat(store().blocks(0, 10)).isEmpty();
    }

    @Test
    default void givesAllEntitiesAndTheirChains() {
        commit(single("a", Set.of()));
        commit(single("b", Set.of()));
        GraphChange.Builder retire = new GraphChange.Builder();
        retire.records.add(nextVersion(person("b", at(9), "name of b"), Set.of(), Set.of()));
        retire.memberships.add(move("b", entityId("b"), entityId("a")));
        retire.entities.add(retired(entityId("b"), "b", 2, entityId("a")));
        retire.entities.add(active(entityId("a"), key("a").text(), 2, golden("name", "x", "a"), "a", "b"));
        retire.events.add(event(entityId("a"), 2, EventType.MERGED, keys("a"), keys("a", "b")));
        retire.events.add(event(entityId("b"), 2, EventType.RETIRED, keys("b"), keys()));
        commit(retire);
        assertThat(store().ids(Optional.empty(), 10)).containsExactly(entityId("a"), entityId("b"));
        assertThat(store().ids(Optional.of(entityId("a")), 10)).containsExactly(entityId("b"));
        assertThat(store().ids(Optional.empty(), 1)).containsExactly(entityId("a"));
        Map<EntityId, List<LineageEvent>> chains =
                store().chains(List.of(entityId("a"), entityId("b"), entityId("nobody")));
        assertThat(chains).containsOnlyKeys(entityId("a"), entityId("b"));
        assertThat(chains.get(entityId("b"))).isEqualTo(store().events(entityId("b"), 0, 10));
        assertThat(chains.get(entityId("a"))).extracting(LineageEvent::version).containsExactly(1L, 2L);
        String cause = chains.get(entityId("a")).get(1).cause();
        assertThat(store().eventsOfCauses(chains.keySet(), Set.of(cause, "nothing")))
                .containsOnlyKeys(chains.values().stream()
                        .flatMap(List::stream)
                        .filter(event -> event.cause().equals(cause))
                        .map(LineageEvent::entity)
                        .toArray(EntityId[]::new))
                .allSatisfy((id, events) -> assertThat(events)
                        .isEqualTo(chains.get(id).stream()
                                .filter(event -> event.cause().equals(cause))
                                .toList()));
        assertThat(store().eventsOfCauses(chains.keySet(), Set.of("nothing"))).isEmpty();
    }
}
