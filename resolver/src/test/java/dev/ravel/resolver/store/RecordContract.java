package dev.ravel.resolver.store;

import static dev.ravel.resolver.store.GraphFixture.LOAD;
import static dev.ravel.resolver.store.GraphFixture.T0;
import static dev.ravel.resolver.store.GraphFixture.active;
import static dev.ravel.resolver.store.GraphFixture.addSingle;
import static dev.ravel.resolver.store.GraphFixture.at;
import static dev.ravel.resolver.store.GraphFixture.block;
import static dev.ravel.resolver.store.GraphFixture.entityId;
import static dev.ravel.resolver.store.GraphFixture.event;
import static dev.ravel.resolver.store.GraphFixture.golden;
import static dev.ravel.resolver.store.GraphFixture.join;
import static dev.ravel.resolver.store.GraphFixture.key;
import static dev.ravel.resolver.store.GraphFixture.keys;
import static dev.ravel.resolver.store.GraphFixture.leave;
import static dev.ravel.resolver.store.GraphFixture.newRecord;
import static dev.ravel.resolver.store.GraphFixture.nextVersion;
import static dev.ravel.resolver.store.GraphFixture.open;
import static dev.ravel.resolver.store.GraphFixture.person;
import static dev.ravel.resolver.store.GraphFixture.phone;
import static dev.ravel.resolver.store.GraphFixture.retired;
import static dev.ravel.resolver.store.GraphFixture.single;
import static dev.ravel.resolver.store.GraphFixture.withSpans;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.entity.EntityState;
import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.lineage.EventType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.standardise.CarriedValue;
import dev.ravel.resolver.standardise.Span;
import dev.ravel.resolver.standardise.Spans;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a store keeps of records, their versions, and the keys that they share. */
interface RecordContract extends StoreContract {
    @Test
    default void readsARecordAsWritten() {
        SourceRecord version = person("a", T0, "王小明");
        GraphChange.Builder change = new GraphChange.Builder();
        change.records.add(GraphFixture.write(
                version,
                true,
                Set.of(phone("1"), phone("2"), block("w")),
                Set.of(),
                Set.of(phone("2")),
                Set.of(block("w"))));
        change.keys.add(open(phone("1"), 1));
        change.keys.add(new KeyState(phone("2"), 1, true, false));
        change.keys.add(new KeyState(block("w"), 1, false, true));
        change.entities.add(active(entityId("a"), key("a").text(), 1, golden("name", "王小明", "a"), "a"));
        change.memberships.add(join("a", entityId("a")));
        commit(change);

        StoredRecord stored = store().recordsOf(keys("a", "absent")).get(key("a"));
        assertThat(stored.decode()).isEqualTo(version);
        assertThat(stored.stamp()).isEqualTo(VersionStamp.of(version));
        assertThat(stored.recordedAt()).isEqualTo(version.observedAt().plusSeconds(1));
        assertThat(stored.loadId()).isEqualTo(LOAD);
        assertThat(stored.olderVersions()).isEmpty();
        assertThat(stored.entity()).contains(entityId("a"));
        assertThat(stored.component()).isEqualTo(key("a").text());
        assertThat(stored.suppressed()).containsExactly(phone("2"));
        assertThat(stored.overCap()).containsExactly(block("w"));
        assertThat(stored.judged()).isFalse();
        assertThat(store().keyStates(Set.of(phone("1"), phone("2"), block("w"), phone("unknown")))
                        .values())
                .containsExactlyInAnyOrderElementsOf(change.keys);
    }

    @Test
    default void keepsEveryVersionAndFindsARecordByItsNewestKeysOnly() {
        commit(single("a", Set.of(phone("1"), block("x"))));
        SourceRecord newer = person("a", at(60), "renamed");
        GraphChange.Builder change = new GraphChange.Builder();
        change.records.add(nextVersion(newer, Set.of(phone("2")), Set.of(phone("1"))));
        change.keys.add(open(phone("1"), 0));
        change.keys.add(open(phone("2"), 1));
        commit(change);
        SourceRecord late = person("a", at(30), "between");
        GraphChange.Builder lateChange = new GraphChange.Builder();
        lateChange.history.add(new HistoryWrite(late, "load-2", at(99)));
        commit(lateChange);

        assertThat(store().versions(key("a")))
                .extracting(StoredVersion::version, StoredVersion::live)
                .containsExactly(tuple(newer, true), tuple(late, false), tuple(person("a", T0, "name of a"), false));
        assertThat(store().versions(key("a")).get(1).loadId()).isEqualTo("load-2");
        assertThat(store().versions(key("a")).get(1).recordedAt()).isEqualTo(at(99));
        StoredRecord stored = store().recordsOf(keys("a")).get(key("a"));
        assertThat(stored.decode()).isEqualTo(newer);
        assertThat(stored.olderVersions())
                .containsExactlyInAnyOrder(VersionStamp.of(late), VersionStamp.of(person("a", T0, "name of a")));
        assertThat(stored.entity()).contains(entityId("a"));
        assertThat(carriers(phone("1"))).isEmpty();
        assertThat(carriers(phone("2"))).containsExactly(key("a"));
        assertThat(carriers(block("x"))).containsExactly(key("a"));
        assertThat(store().versions(key("absent"))).isEmpty();
    }

    @Test
    default void remembersWhoCarriedAnIdentifier() {
        GraphChange.Builder before = new GraphChange.Builder();
        addSingle(before, "a", Set.of(phone("1"), phone("2")));
        addSingle(before, "b", Set.of(phone("1")));
        addSingle(before, "c", Set.of(phone("1")));
        before.keys.add(open(phone("1"), 3));
        before.keys.add(open(phone("2"), 1));
        commit(before);
        GraphChange.Builder change = new GraphChange.Builder();
        change.records.add(nextVersion(person("a", at(60), "a"), Set.of(phone("3")), Set.of(phone("1"))));
        change.records.add(nextVersion(SourceRecord.deletion(key("c"), at(60)), Set.of(), Set.of(phone("1"))));
        change.keys.add(open(phone("1"), 1));
        change.keys.add(open(phone("3"), 1));
        change.entities.add(retired(entityId("c"), "c", 2));
        change.memberships.add(leave("c", entityId("c")));
        commit(change);
        GraphChange.Builder back = new GraphChange.Builder();
        back.records.add(nextVersion(person("a", at(120), "a"), Set.of(phone("1")), Set.of(phone("2"))));
        back.keys.add(open(phone("1"), 2));
        back.keys.add(open(phone("2"), 0));
        commit(back);

        assertThat(carriers(phone("1"))).containsExactly(key("a"), key("b"));
        assertThat(store().carriersEver(phone("1"), Optional.empty(), 10))
                .containsExactly(key("a"), key("b"), key("c"));
        assertThat(store().carriersEver(phone("1"), Optional.of(key("a")), 1)).containsExactly(key("b"));
        assertThat(store().carriersEver(phone("2"), Optional.empty(), 10)).containsExactly(key("a"));
        assertThat(store().carriersEver(phone("unknown"), Optional.empty(), 10)).isEmpty();
    }

    @Test
    default void keepsTheSpansOfValuesBesideTheNewestVersion() {
        commit(single("a", Set.of()));
        assertThat(store().recordsOf(keys("a")).get(key("a")).spans()).isEqualTo(Spans.NONE);
        Spans spans = new Spans(new TreeMap<>(Map.of(
                new CarriedValue(IdentifierType.PHONE, "138 0013 8001"), new Span(T0, Span.OPEN),
                new CarriedValue(IdentifierType.EMAIL, "a/b..@example.com"), new Span(T0.minusNanos(1000), at(7)))));
        GraphChange.Builder next = new GraphChange.Builder();
        next.records.add(withSpans(nextVersion(person("a", at(60), "a"), Set.of(), Set.of()), spans));
        commit(next);
        assertThat(store().recordsOf(keys("a")).get(key("a")).spans()).isEqualTo(spans);

        Spans fewer = new Spans(
                new TreeMap<>(Map.of(new CarriedValue(IdentifierType.DEVICE, "tablet\n7"), new Span(at(1), at(2)))));
        GraphChange.Builder alone = new GraphChange.Builder();
        alone.spans.add(new SpansWrite(key("a"), fewer));
        commit(alone);
        StoredRecord stored = store().recordsOf(keys("a")).get(key("a"));
        assertThat(stored.spans()).isEqualTo(fewer);
        assertThat(stored.observedAt()).isEqualTo(at(60));
        assertThat(readMap(transaction -> transaction
                        .lockAround(new TreeSet<>(List.of(entityId("a"))))
                        .records()))
                .as("read with its entity, it is the same record")
                .containsOnly(Map.entry(key("a"), stored));

        GraphChange.Builder without = new GraphChange.Builder();
        without.records.add(nextVersion(person("a", at(90), "a"), Set.of(), Set.of()));
        commit(without);
        assertThat(store().recordsOf(keys("a")).get(key("a")).spans()).isEqualTo(Spans.NONE);
    }

    @Test
    default void aRepetitionMovesTheStampOfTheNewestVersion() {
        commit(single("a", Set.of()));
        GraphChange.Builder change = new GraphChange.Builder();
        change.seen.add(new SeenWrite(key("a"), at(500), 7));
        commit(change);
        StoredRecord stored = store().recordsOf(keys("a")).get(key("a"));
        assertThat(stored.observedAt()).isEqualTo(at(500));
        assertThat(stored.sequence()).isEqualTo(7);
        assertThat(stored.olderVersions()).isEmpty();
        assertThat(store().versions(key("a"))).hasSize(1);
        assertThat(store().versions(key("a")).get(0).version().observedAt()).isEqualTo(at(500));
    }

    @Test
    default void aDeletedRecordStaysAsATombstoneWithItsHistory() {
        commit(single("a", Set.of(phone("1"))));
        SourceRecord deletion = SourceRecord.deletion(key("a"), at(60));
        GraphChange.Builder change = new GraphChange.Builder();
        change.records.add(nextVersion(deletion, Set.of(), Set.of(phone("1"))));
        change.keys.add(open(phone("1"), 0));
        change.entities.add(retired(entityId("a"), "a", 2));
        change.memberships.add(leave("a", entityId("a")));
        change.events.add(event(entityId("a"), 2, EventType.RETIRED, keys("a"), keys()));
        commit(change);

        StoredRecord stored = store().recordsOf(keys("a")).get(key("a"));
        assertThat(stored.deleted()).isTrue();
        assertThat(stored.stamp()).isEqualTo(VersionStamp.of(deletion));
        assertThat(stored.entity()).isEmpty();
        assertThat(stored.component()).isEmpty();
        assertThat(store().versions(key("a"))).hasSize(2);
        assertThat(store().entityOf(key("a"))).isEmpty();
        assertThat(carriers(phone("1"))).isEmpty();
        assertThat(store().counts().liveRecords()).isZero();
        assertThat(store().entity(entityId("a")).orElseThrow().state()).isEqualTo(EntityState.RETIRED);
    }

    @Test
    default void pagesTheLiveRecordsOfASource() {
        GraphChange.Builder change = new GraphChange.Builder();
        List.of("a", "b", "c", "d").forEach(id -> addSingle(change, id, Set.of()));
        commit(change);
        GraphChange.Builder deletion = new GraphChange.Builder();
        deletion.records.add(nextVersion(SourceRecord.deletion(key("b"), at(60)), Set.of(), Set.of()));
        deletion.entities.add(retired(entityId("b"), "b", 2));
        deletion.memberships.add(leave("b", entityId("b")));
        commit(deletion);
        assertThat(store().liveRecordKeys("main", "crm", Optional.empty(), 2)).containsExactly(key("a"), key("c"));
        assertThat(store().liveRecordKeys("main", "crm", Optional.of(key("c")), 2))
                .containsExactly(key("d"));
        assertThat(store().liveRecordKeys("main", "shop", Optional.empty(), 2)).isEmpty();
        assertThat(store().liveRecordKeys("other", "crm", Optional.empty(), 2)).isEmpty();
        assertThat(store().liveRecordKeys("main", Optional.empty(), 2)).containsExactly(key("a"), key("c"));
        assertThat(store().liveRecordKeys("main", Optional.of(key("c")), 2)).containsExactly(key("d"));
        assertThat(store().liveRecordKeys("mai", Optional.empty(), 2)).isEmpty();
    }

    @Test
    default void lockingKeysCreatesTheMissingOnes() {
        commit(single("a", Set.of(phone("1"))));
        Map<SharedKey, KeyState> states = store().inTransaction(
                        transaction -> transaction.lockKeys(unmoved(phone("1"), phone("new"), block("new"))));
        assertThat(states)
                .containsOnly(
                        Map.entry(phone("1"), open(phone("1"), 1)),
                        Map.entry(phone("new"), open(phone("new"), 0)),
                        Map.entry(block("new"), open(block("new"), 0)));
    }

    @Test
    default void lockingAloneLeavesNothingBehind() {
        commit(single("a", Set.of(phone("1"), block("x"))));
        Map<SharedKey, KeyState> states = store().inTransaction(transaction ->
                transaction.lockKeys(joining("b", phone("1"), phone("new"), block("new"), block("x"))));
        assertThat(states.get(phone("1"))).isEqualTo(open(phone("1"), 1));
        assertThat(store().keyStates(Set.of(phone("1"), phone("new"), block("new"), block("x"))))
                .containsOnly(Map.entry(phone("1"), open(phone("1"), 1)), Map.entry(block("x"), open(block("x"), 1)));
        assertThat(carriers(block("x"))).containsExactly(key("a"));
    }

    @Test
    default void aLargeBlockKnowsAllItsMembers() {
        List<String> ids = new ArrayList<>();
        for (int i = 10; i < 60; i++) {
            ids.add("r" + i);
        }
        for (List<String> some :
                List.of(ids.subList(0, 15), ids.subList(15, 18), ids.subList(18, 19), ids.subList(19, 50))) {
            GraphChange.Builder change = new GraphChange.Builder();
            some.forEach(id -> addSingle(change, id, Set.of(block("x"))));
            change.keys.add(open(block("x"), ids.indexOf(some.get(some.size() - 1)) + 1));
            commit(change);
        }
        assertThat(carriers(block("x")))
                .containsExactlyElementsOf(ids.stream().map(GraphFixture::key).toList());
        GraphChange.Builder leaving = new GraphChange.Builder();
        for (String id : List.of("r10", "r40")) {
            leaving.records.add(nextVersion(person(id, at(9), "x"), Set.of(), Set.of(block("x"))));
        }
        leaving.keys.add(open(block("x"), 48));
        commit(leaving);
        assertThat(carriers(block("x"))).hasSize(48).doesNotContain(key("r10"), key("r40"));
        assertThat(store().keyStates(Set.of(block("x")))).containsEntry(block("x"), open(block("x"), 48));
    }

    @Test
    default void lockingRecordsReadsTheStoredOnes() {
        commit(single("a", Set.of()));
        assertThat(readMap(transaction -> transaction.lockRecords(keys("a", "absent"))))
                .containsOnlyKeys(key("a"));
    }

    @Test
    default void carriersComeOnceAndInOrder() {
        GraphChange.Builder change = new GraphChange.Builder();
        addSingle(change, "b", Set.of(phone("1"), block("x")));
        addSingle(change, "a", Set.of(phone("1")));
        addSingle(change, "c", Set.of(block("x")));
        change.keys.add(open(phone("1"), 2));
        change.keys.add(open(block("x"), 2));
        commit(change);
        assertThat(readList(transaction -> transaction.carriers(Set.of(phone("1"), block("x"), phone("unknown")))))
                .extracting(StoredRecord::key)
                .containsExactly(key("a"), key("b"), key("c"));
    }

    @Test
    default void countsTheNamesOfAKey() {
        GraphChange.Builder change = new GraphChange.Builder();
        for (String id : List.of("a", "b", "c")) {
            String name = id.equals("c") ? "other" : "same";
            change.records.add(newRecord(person(id, T0, name), Set.of(phone("1"))));
            change.entities.add(active(entityId(id), key(id).text(), 1, golden("name", name, id), id));
            change.memberships.add(join(id, entityId(id)));
        }
        change.keys.add(open(phone("1"), 3));
        commit(change);
        assertThat(readMap(transaction -> transaction.nameCounts(Set.of(phone("1")))))
                .containsOnly(Map.entry(phone("1"), Map.of("same", 2, "other", 1)));
    }

    @Test
    default void masksChangeWithoutANewVersion() {
        commit(single("a", Set.of(phone("1"), block("x"))));
        GraphChange.Builder change = new GraphChange.Builder();
        change.keys.add(new KeyState(phone("1"), 1, true, false));
        change.keys.add(new KeyState(block("x"), 1, false, true));
        change.masks.add(new MaskWrite(key("a"), Set.of(phone("1")), Set.of(block("x"))));
        commit(change);
        StoredRecord stored = store().recordsOf(keys("a")).get(key("a"));
        assertThat(stored.suppressed()).containsExactly(phone("1"));
        assertThat(stored.overCap()).containsExactly(block("x"));
        assertThat(store().versions(key("a"))).hasSize(1);
        assertThat(store().entitiesBy(phone("1"), 5)).extracting(Entity::id).containsExactly(entityId("a"));
        assertThat(store().counts().suppressedIdentifiers()).isEqualTo(1);
        assertThat(store().counts().blocksOverCap()).isEqualTo(1);

        GraphChange.Builder back = new GraphChange.Builder();
        back.keys.add(open(phone("1"), 1));
        back.keys.add(open(block("x"), 1));
        back.masks.add(new MaskWrite(key("a"), Set.of(), Set.of()));
        commit(back);
        assertThat(store().recordsOf(keys("a")).get(key("a")).suppressed()).isEmpty();
        assertThat(store().recordsOf(keys("a")).get(key("a")).overCap()).isEmpty();
        assertThat(store().counts().suppressedIdentifiers()).isZero();
    }
}
