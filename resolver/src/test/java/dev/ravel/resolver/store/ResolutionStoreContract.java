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
import static dev.ravel.resolver.store.GraphFixture.judgement;
import static dev.ravel.resolver.store.GraphFixture.key;
import static dev.ravel.resolver.store.GraphFixture.keys;
import static dev.ravel.resolver.store.GraphFixture.leave;
import static dev.ravel.resolver.store.GraphFixture.match;
import static dev.ravel.resolver.store.GraphFixture.move;
import static dev.ravel.resolver.store.GraphFixture.newRecord;
import static dev.ravel.resolver.store.GraphFixture.nextVersion;
import static dev.ravel.resolver.store.GraphFixture.open;
import static dev.ravel.resolver.store.GraphFixture.operation;
import static dev.ravel.resolver.store.GraphFixture.person;
import static dev.ravel.resolver.store.GraphFixture.phone;
import static dev.ravel.resolver.store.GraphFixture.retired;
import static dev.ravel.resolver.store.GraphFixture.single;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.entity.EntityState;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.evidence.MatchStatus;
import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.IdentifierJudgement;
import dev.ravel.model.judgement.IdentifierRuling;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.model.lineage.EventType;
import dev.ravel.model.lineage.LineageEvent;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.model.review.AuditSample;
import dev.ravel.model.review.ReviewItem;
import dev.ravel.model.review.ReviewKind;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.lineage.EventBlock;
import dev.ravel.resolver.lineage.EventName;
import dev.ravel.resolver.lineage.SealHead;
import dev.ravel.resolver.lineage.SealedBlock;
import dev.ravel.resolver.settings.ResolutionDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link ResolutionStore} does. Extend it and give an empty store; changes are built by hand, so nothing but
 * the store is tested.
 */
public abstract class ResolutionStoreContract {
    private static final ResolutionDigest DIGEST = new ResolutionDigest("0123abcd");
    private static final Duration SEARCH_STALENESS = Duration.ofSeconds(10);
    private static final Duration SEARCH_POLL = Duration.ofMillis(20);

    private ResolutionStore store;

    /** A store without content or stamp, not yet opened. */
    protected abstract ResolutionStore emptyStore();

    @BeforeEach
    void openEmptyStore() {
        store = emptyStore();
        store.open(DIGEST);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    // --- digest, transactions ---

    @Test
    void opensAgainUnderTheSameDigestOnly() {
        store.open(DIGEST);
        assertThatThrownBy(() -> store.open(new ResolutionDigest("ffff")))
                .isInstanceOfSatisfying(
                        ResolutionException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DIGEST_MISMATCH))
                .hasMessageContaining("0123abcd")
                .hasMessageContaining("ffff");
    }

    @Test
    void isStampedAnewOnlyByWhoKnowsTheStamp() {
        StoreStamp first = new StoreStamp(DIGEST, Optional.empty());
        StoreStamp begun = new StoreStamp(new ResolutionDigest("ffff", "keys"), Optional.of(""));
        StoreStamp halfway = new StoreStamp(begun.digest(), Optional.of("main:crm:m"));
        StoreStamp done = new StoreStamp(begun.digest(), Optional.empty());
        assertThat(store.stamp()).contains(first);

        assertThat(store.restamp(begun, halfway)).isFalse();
        assertThat(store.restamp(first, begun)).isTrue();
        assertThat(store.restamp(first, begun)).isFalse();
        assertThat(store.stamp()).contains(begun);
        assertThatThrownBy(() -> store.open(DIGEST)).isInstanceOf(ResolutionException.class);
        store.open(begun.digest());
        assertThat(store.restamp(begun, halfway)).isTrue();
        assertThat(store.stamp()).contains(halfway);
        assertThat(store.restamp(begun, done)).isFalse();
        assertThat(store.restamp(halfway, done)).isTrue();
        assertThat(store.stamp()).contains(done);
    }

    @Test
    void writesAllOrNothing() {
        commit(single("a", Set.of(phone("1"))));
        assertThatThrownBy(() -> store.inTransaction(transaction -> {
                    transaction.lockRecords(keys("a"));
                    transaction.lockKeys(joining("b", phone("1"), phone("2")));
                    transaction.write(
                            single("b", Set.of(phone("1"), phone("2")), 2, 1).build(at(1)));
                    throw new IllegalStateException("poison");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("poison");
        assertThat(store.recordsOf(keys("a", "b"))).containsOnlyKeys(key("a"));
        assertThat(store.entity(entityId("b"))).isEmpty();
        assertThat(store.events(entityId("b"), 0, 10)).isEmpty();
        assertThat(store.keyStates(Set.of(phone("1"), phone("2"))))
                .containsOnly(Map.entry(phone("1"), open(phone("1"), 1)));
        assertThat(store.entitiesBy(phone("1"), 10)).extracting(Entity::id).containsExactly(entityId("a"));
    }

    @Test
    void runsRetryableWorkAgainFromTheStart() {
        List<Integer> attempts = new ArrayList<>();
        String result = store.inTransaction(transaction -> {
            attempts.add(transaction.records(keys("a")).size());
            transaction.write(single("a", Set.of()).build(T0));
            if (attempts.size() < 3) {
                throw new StaleReadException("read before the lock");
            }
            return "done";
        });
        assertThat(result).isEqualTo("done");
        assertThat(attempts).as("records seen by each attempt").containsExactly(0, 0, 0);
        assertThat(store.recordsOf(keys("a"))).hasSize(1);
    }

    @Test
    void readsItsOwnWrites() {
        store.inTransaction(transaction -> {
            transaction.lockKeys(joining("a", phone("1")));
            transaction.write(single("a", Set.of(phone("1"))).build(T0));
            assertThat(transaction.records(keys("a"))).containsOnlyKeys(key("a"));
            assertThat(transaction.carriers(Set.of(phone("1"))))
                    .extracting(StoredRecord::key)
                    .containsExactly(key("a"));
            assertThat(transaction.lockComponents(components("a"))).containsOnlyKeys(entityId("a"));
            return true;
        });
    }

    // --- records, versions, keys ---

    @Test
    void readsARecordAsWritten() {
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

        StoredRecord stored = store.recordsOf(keys("a", "absent")).get(key("a"));
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
        assertThat(store.keyStates(Set.of(phone("1"), phone("2"), block("w"), phone("unknown")))
                        .values())
                .containsExactlyInAnyOrderElementsOf(change.keys);
    }

    @Test
    void keepsEveryVersionAndFindsARecordByItsNewestKeysOnly() {
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

        assertThat(store.versions(key("a")))
                .extracting(StoredVersion::version, StoredVersion::live)
                .containsExactly(tuple(newer, true), tuple(late, false), tuple(person("a", T0, "name of a"), false));
        assertThat(store.versions(key("a")).get(1).loadId()).isEqualTo("load-2");
        assertThat(store.versions(key("a")).get(1).recordedAt()).isEqualTo(at(99));
        StoredRecord stored = store.recordsOf(keys("a")).get(key("a"));
        assertThat(stored.decode()).isEqualTo(newer);
        assertThat(stored.olderVersions())
                .containsExactlyInAnyOrder(VersionStamp.of(late), VersionStamp.of(person("a", T0, "name of a")));
        assertThat(stored.entity()).contains(entityId("a"));
        assertThat(carriers(phone("1"))).isEmpty();
        assertThat(carriers(phone("2"))).containsExactly(key("a"));
        assertThat(carriers(block("x"))).containsExactly(key("a"));
        assertThat(store.versions(key("absent"))).isEmpty();
    }

    @Test
    void aRepetitionMovesTheStampOfTheNewestVersion() {
        commit(single("a", Set.of()));
        GraphChange.Builder change = new GraphChange.Builder();
        change.seen.add(new SeenWrite(key("a"), at(500), 7));
        commit(change);
        StoredRecord stored = store.recordsOf(keys("a")).get(key("a"));
        assertThat(stored.observedAt()).isEqualTo(at(500));
        assertThat(stored.sequence()).isEqualTo(7);
        assertThat(stored.olderVersions()).isEmpty();
        assertThat(store.versions(key("a"))).hasSize(1);
        assertThat(store.versions(key("a")).get(0).version().observedAt()).isEqualTo(at(500));
    }

    @Test
    void aDeletedRecordStaysAsATombstoneWithItsHistory() {
        commit(single("a", Set.of(phone("1"))));
        SourceRecord deletion = SourceRecord.deletion(key("a"), at(60));
        GraphChange.Builder change = new GraphChange.Builder();
        change.records.add(nextVersion(deletion, Set.of(), Set.of(phone("1"))));
        change.keys.add(open(phone("1"), 0));
        change.entities.add(retired(entityId("a"), "a", 2));
        change.memberships.add(leave("a", entityId("a")));
        change.events.add(event(entityId("a"), 2, EventType.RETIRED, keys("a"), keys()));
        commit(change);

        StoredRecord stored = store.recordsOf(keys("a")).get(key("a"));
        assertThat(stored.deleted()).isTrue();
        assertThat(stored.stamp()).isEqualTo(VersionStamp.of(deletion));
        assertThat(stored.entity()).isEmpty();
        assertThat(stored.component()).isEmpty();
        assertThat(store.versions(key("a"))).hasSize(2);
        assertThat(store.entityOf(key("a"))).isEmpty();
        assertThat(carriers(phone("1"))).isEmpty();
        assertThat(store.counts().liveRecords()).isZero();
        assertThat(store.entity(entityId("a")).orElseThrow().state()).isEqualTo(EntityState.RETIRED);
    }

    @Test
    void pagesTheLiveRecordsOfASource() {
        GraphChange.Builder change = new GraphChange.Builder();
        List.of("a", "b", "c", "d").forEach(id -> addSingle(change, id, Set.of()));
        commit(change);
        GraphChange.Builder deletion = new GraphChange.Builder();
        deletion.records.add(nextVersion(SourceRecord.deletion(key("b"), at(60)), Set.of(), Set.of()));
        deletion.entities.add(retired(entityId("b"), "b", 2));
        deletion.memberships.add(leave("b", entityId("b")));
        commit(deletion);
        assertThat(store.liveRecordKeys("main", "crm", Optional.empty(), 2)).containsExactly(key("a"), key("c"));
        assertThat(store.liveRecordKeys("main", "crm", Optional.of(key("c")), 2))
                .containsExactly(key("d"));
        assertThat(store.liveRecordKeys("main", "shop", Optional.empty(), 2)).isEmpty();
        assertThat(store.liveRecordKeys("other", "crm", Optional.empty(), 2)).isEmpty();
        assertThat(store.liveRecordKeys("main", Optional.empty(), 2)).containsExactly(key("a"), key("c"));
        assertThat(store.liveRecordKeys("main", Optional.of(key("c")), 2)).containsExactly(key("d"));
        assertThat(store.liveRecordKeys("mai", Optional.empty(), 2)).isEmpty();
    }

    @Test
    void lockingKeysCreatesTheMissingOnes() {
        commit(single("a", Set.of(phone("1"))));
        Map<SharedKey, KeyState> states = store.inTransaction(
                transaction -> transaction.lockKeys(unmoved(phone("1"), phone("new"), block("new"))));
        assertThat(states)
                .containsOnly(
                        Map.entry(phone("1"), open(phone("1"), 1)),
                        Map.entry(phone("new"), open(phone("new"), 0)),
                        Map.entry(block("new"), open(block("new"), 0)));
    }

    @Test
    void lockingAloneLeavesNothingBehind() {
        commit(single("a", Set.of(phone("1"), block("x"))));
        Map<SharedKey, KeyState> states = store.inTransaction(
                transaction -> transaction.lockKeys(joining("b", phone("1"), phone("new"), block("new"), block("x"))));
        assertThat(states.get(phone("1"))).isEqualTo(open(phone("1"), 1));
        assertThat(store.keyStates(Set.of(phone("1"), phone("new"), block("new"), block("x"))))
                .containsOnly(Map.entry(phone("1"), open(phone("1"), 1)), Map.entry(block("x"), open(block("x"), 1)));
        assertThat(carriers(block("x"))).containsExactly(key("a"));
    }

    @Test
    void aLargeBlockKnowsAllItsMembers() {
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
        assertThat(store.keyStates(Set.of(block("x")))).containsEntry(block("x"), open(block("x"), 48));
    }

    @Test
    void lockingRecordsReadsTheStoredOnes() {
        commit(single("a", Set.of()));
        assertThat(readMap(transaction -> transaction.lockRecords(keys("a", "absent"))))
                .containsOnlyKeys(key("a"));
    }

    @Test
    void carriersComeOnceAndInOrder() {
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
    void countsTheNamesOfAKey() {
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
    void masksChangeWithoutANewVersion() {
        commit(single("a", Set.of(phone("1"), block("x"))));
        GraphChange.Builder change = new GraphChange.Builder();
        change.keys.add(new KeyState(phone("1"), 1, true, false));
        change.keys.add(new KeyState(block("x"), 1, false, true));
        change.masks.add(new MaskWrite(key("a"), Set.of(phone("1")), Set.of(block("x"))));
        commit(change);
        StoredRecord stored = store.recordsOf(keys("a")).get(key("a"));
        assertThat(stored.suppressed()).containsExactly(phone("1"));
        assertThat(stored.overCap()).containsExactly(block("x"));
        assertThat(store.versions(key("a"))).hasSize(1);
        assertThat(store.entitiesBy(phone("1"), 5)).extracting(Entity::id).containsExactly(entityId("a"));
        assertThat(store.counts().suppressedIdentifiers()).isEqualTo(1);
        assertThat(store.counts().blocksOverCap()).isEqualTo(1);

        GraphChange.Builder back = new GraphChange.Builder();
        back.keys.add(open(phone("1"), 1));
        back.keys.add(open(block("x"), 1));
        back.masks.add(new MaskWrite(key("a"), Set.of(), Set.of()));
        commit(back);
        assertThat(store.recordsOf(keys("a")).get(key("a")).suppressed()).isEmpty();
        assertThat(store.recordsOf(keys("a")).get(key("a")).overCap()).isEmpty();
        assertThat(store.counts().suppressedIdentifiers()).isZero();
    }

    // --- matches, entities, memberships, events ---

    @Test
    void matchesAreKeptReplacedAndRemoved() {
        GraphChange.Builder change = new GraphChange.Builder();
        List.of("a", "b", "c").forEach(id -> addSingle(change, id, Set.of()));
        Match accepted = match("a", "b", 7.25, MatchStatus.ACCEPTED);
        Match doubtful = match("b", "c", 3, MatchStatus.REVIEW);
        change.matches.addAll(List.of(accepted, doubtful));
        commit(change);
        assertThat(store.matchesOf(keys("a"))).containsExactly(accepted);
        assertThat(store.matchesOf(keys("b"))).containsExactly(accepted, doubtful);
        assertThat(readList(transaction -> transaction.matches(keys("a", "c"))))
                .containsExactlyInAnyOrder(accepted, doubtful);

        GraphChange.Builder diff = new GraphChange.Builder();
        Match held = new Match(accepted.pair(), 6.5, MatchStatus.HELD, "name=close:2", "name", "WEAK_BRIDGE");
        diff.matchesRemoved.add(doubtful.pair());
        diff.matches.add(held);
        commit(diff);
        assertThat(store.matchesOf(keys("a", "b", "c"))).containsExactly(held);
    }

    @Test
    void aMergeMovesTheMembersAndLeavesTheRetiredIdWithItsSuccessor() {
        GraphChange.Builder before = new GraphChange.Builder();
        List.of("a", "b").forEach(id -> addSingle(before, id, Set.of(phone(id))));
        before.keys.addAll(List.of(open(phone("a"), 1), open(phone("b"), 1)));
        commit(before);
        mergeBIntoA();

        Entity merged = store.entity(entityId("a")).orElseThrow();
        assertThat(merged)
                .isEqualTo(active(
                        entityId("a"), key("a").text(), 2, golden(AttributeName.NAME, "name of b", "b"), "a", "b"));
        assertThat(store.entity(entityId("b"))).contains(retired(entityId("b"), "b", 2, entityId("a")));
        assertThat(store.entityOf(key("b"))).contains(merged);
        assertThat(store.entitiesBy(phone("b"), 5)).containsExactly(merged);
        assertThat(store.entities(List.of(entityId("b"), entityId("zz"), entityId("a"))))
                .extracting(Entity::id)
                .containsExactly(entityId("b"), entityId("a"));
        assertThat(store.recordsOf(keys("b")).get(key("b")).component()).isEqualTo(key("a").text());
        assertThat(readMap(transaction -> transaction.lockComponents(components("a", "b", "unknown"))))
                .containsOnly(Map.entry(entityId("a"), merged));
        assertThat(readMap(transaction -> transaction.foundedBy(keys("b", "c"))))
                .containsOnlyKeys(entityId("b"));
        assertThat(readMap(transaction -> transaction.foundedBy(keys("a")))).containsOnlyKeys(entityId("a"));
        assertThat(store.counts()).isEqualTo(new StoreCounts(2, 1, 1, 1, 2, 0, 0, 0, 4));
    }

    @Test
    void aRetiredEntityCanStandAgain() {
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
        assertThat(store.entity(entityId("b"))).contains(restored);
        assertThat(store.entityOf(key("b"))).contains(restored);
        assertThat(readMap(transaction -> transaction.lockComponents(components("a"))))
                .as("the parts of a component are locked together")
                .containsOnly(Map.entry(entityId("a"), left), Map.entry(entityId("b"), restored));
    }

    @Test
    void eventsArePagedInOrderAndUnique() {
        commit(single("a", Set.of()));
        GraphChange.Builder change = new GraphChange.Builder();
        change.entities.add(active(entityId("a"), key("a").text(), 3, golden("name", "name of a", "a"), "a"));
        change.events.add(event(entityId("a"), 2, EventType.GOLDEN_CHANGED, keys("a"), keys("a")));
        change.events.add(event(entityId("a"), 3, EventType.GOLDEN_CHANGED, keys("a"), keys("a")));
        commit(change);
        assertThat(store.events(entityId("a"), 0, 2))
                .containsExactly(
                        event(entityId("a"), 1, EventType.CREATED, keys(), keys("a")),
                        event(entityId("a"), 2, EventType.GOLDEN_CHANGED, keys("a"), keys("a")));
        assertThat(store.events(entityId("a"), 2, 2))
                .extracting(e -> e.version())
                .containsExactly(3L);
        assertThat(store.events(entityId("a"), 3, 2)).isEmpty();
        assertThat(store.counts().events()).isEqualTo(3);

        GraphChange.Builder again = new GraphChange.Builder();
        again.offsets.add(new InputOffset("file", 9));
        again.events.add(event(entityId("a"), 3, EventType.GOLDEN_CHANGED, keys("a"), keys("a")));
        assertThatThrownBy(() -> commit(again)).isInstanceOf(RuntimeException.class);
        assertThat(store.counts().events()).isEqualTo(3);
        assertThat(store.offset("file")).as("nothing of the failed change").isZero();
    }

    @Test
    void pagesActiveEntities() {
        GraphChange.Builder change = new GraphChange.Builder();
        List.of("a", "b", "c", "d").forEach(id -> addSingle(change, id, Set.of()));
        commit(change);
        mergeBIntoA();
        assertThat(store.page(Optional.empty(), 2, 1))
                .extracting(Entity::id)
                .containsExactly(entityId("a"), entityId("c"));
        assertThat(store.page(Optional.of(entityId("c")), 2, 1))
                .extracting(Entity::id)
                .containsExactly(entityId("d"));
        assertThat(store.page(Optional.empty(), 9, 2)).extracting(Entity::id).containsExactly(entityId("a"));
    }

    @Test
    void limitsTheEntitiesOfAnIdentifier() {
        GraphChange.Builder change = new GraphChange.Builder();
        List.of("a", "b", "c").forEach(id -> addSingle(change, id, Set.of(phone("1"))));
        change.keys.add(open(phone("1"), 3));
        commit(change);
        assertThat(store.entitiesBy(phone("1"), 2))
                .extracting(Entity::id)
                .containsExactly(entityId("a"), entityId("b"));
        assertThat(store.entitiesBy(phone("2"), 2)).isEmpty();
    }

    // --- review, judgements, operations, offsets ---

    @Test
    void reviewItemsOpenOnceAndClose() {
        GraphChange.Builder change = new GraphChange.Builder();
        List.of("a", "b", "c").forEach(id -> addSingle(change, id, Set.of()));
        ReviewItem doubtful = ReviewItem.of(ReviewKind.DOUBTFUL_PAIR, RecordPair.of(key("a"), key("b")), 3.5, "");
        ReviewItem held = ReviewItem.of(ReviewKind.TRIPPED_GUARD, RecordPair.of(key("b"), key("c")), 8, "WEAK_BRIDGE");
        change.reviewOpened.addAll(List.of(doubtful, held));
        commit(change);
        assertThat(store.openReviewItems(9))
                .containsExactly(new StoredReviewItem(held, T0), new StoredReviewItem(doubtful, T0));
        assertThat(store.openReviewItems(1)).extracting(StoredReviewItem::item).containsExactly(held);

        ReviewItem heavier = ReviewItem.of(ReviewKind.DOUBTFUL_PAIR, doubtful.pair(), 4.5, "");
        GraphChange.Builder later = new GraphChange.Builder();
        later.reviewOpened.add(heavier);
        later.reviewClosed.addAll(
                List.of(new ReviewClosing(held.id(), "load-2"), new ReviewClosing("never asked", "load-2")));
        store.inTransaction(transaction -> {
            transaction.write(later.build(at(60)));
            return true;
        });
        assertThat(store.openReviewItems(9)).containsExactly(new StoredReviewItem(heavier, T0));
        assertThat(store.reviewItem(heavier.id())).contains(new StoredReviewItem(heavier, T0));
        assertThat(store.reviewItem(held.id())).contains(new StoredReviewItem(held, T0).closed("load-2"));
        assertThat(store.reviewItem("never asked")).isEmpty();
        assertThat(store.counts().openReviewItems()).isEqualTo(1);
    }

    @Test
    void reviewItemsKeepWhoWorksOnThemUntilTheyCloseAndOpenAgain() {
        GraphChange.Builder change = new GraphChange.Builder();
        List.of("a", "b").forEach(id -> addSingle(change, id, Set.of()));
        ReviewItem doubtful = ReviewItem.of(ReviewKind.DOUBTFUL_PAIR, RecordPair.of(key("a"), key("b")), 3.5, "");
        ReviewItem due = ReviewItem.ofJudgement("op1/0", doubtful.pair(), at(900));
        change.reviewOpened.addAll(List.of(doubtful, due));
        commit(change);
        assertThat(store.reviewItem(due.id())).contains(new StoredReviewItem(due, at(900)));
        assertThat(store.memberships(keys("a", "b", "nobody")))
                .isEqualTo(
                        Map.of(key("a"), new Membership(entityId("a"), 1), key("b"), new Membership(entityId("b"), 1)));

        StoredReviewItem claimed = new StoredReviewItem(doubtful, T0).skipped().claimed("li");
        store.inTransaction(transaction -> {
            assertThat(transaction.lockReviewItem("never asked")).isEmpty();
            assertThat(transaction.lockReviewItem(doubtful.id())).contains(new StoredReviewItem(doubtful, T0));
            transaction.writeProgress(claimed);
            return true;
        });
        assertThat(store.reviewItem(doubtful.id())).contains(claimed);
        GraphChange.Builder again = new GraphChange.Builder();
        again.reviewOpened.add(doubtful);
        commit(again);
        assertThat(store.reviewItem(doubtful.id())).contains(claimed);
        GraphChange.Builder close = new GraphChange.Builder();
        close.reviewClosed.add(new ReviewClosing(doubtful.id(), "op2"));
        commit(close);
        assertThat(store.reviewItem(doubtful.id())).contains(claimed.closed("op2"));
        commit(again);
        assertThat(store.reviewItem(doubtful.id())).contains(new StoredReviewItem(doubtful, T0));
    }

    @Test
    void findsTheOpenQuestionsAboutContradictingVersions() {
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
    void keepsAuditSamplesAndFindsTheirOpenQuestions() {
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
        assertThat(store.auditSamples()).containsExactly(earlier, later);
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
    void judgementsOfIdentifiersStandUntilTheyAreSuperseded() {
        GraphChange.Builder change = single("a", Set.of(phone("1")));
        IdentifierJudgement first = ruling("op1", IdentifierRuling.SUPPRESSED, at(2));
        change.identifierJudgements.add(first);
        change.operation = Optional.of(operation("op1", "suppress", "idem-1", ""));
        change.keys.clear();
        change.keys.add(new KeyState(phone("1"), 1, true, false, IdentifierRuling.SUPPRESSED));
        commit(change);
        assertThat(store.judgementsOf(phone("1"))).containsExactly(new StoredIdentifierJudgement(first, ""));
        assertThat(store.standingIdentifierJudgements("", 9)).containsExactly(first);
        assertThat(store.standingIdentifierJudgements(first.id(), 9)).isEmpty();
        assertThat(store.keyStates(Set.of(phone("1"))).get(phone("1")).ruling()).isEqualTo(IdentifierRuling.SUPPRESSED);
        assertThat(store.judgementsOf(phone("2"))).isEmpty();

        IdentifierJudgement second = ruling("op2", IdentifierRuling.TRUSTED, at(3));
        GraphChange.Builder later = new GraphChange.Builder();
        later.identifierJudgements.add(second);
        later.identifierJudgementsSuperseded.add(first.id());
        later.operation = Optional.of(operation("op2", "restore", "idem-2", ""));
        later.keys.add(new KeyState(phone("1"), 1, false, false, IdentifierRuling.TRUSTED));
        KeyState locked = store.inTransaction(transaction -> {
            transaction.lockRecords(keys("a"));
            KeyState state = transaction.lockKeys(unmoved(phone("1"))).get(phone("1"));
            transaction.write(later.build(at(3)));
            return state;
        });
        assertThat(locked.ruling()).isEqualTo(IdentifierRuling.SUPPRESSED);
        assertThat(store.judgementsOf(phone("1")))
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
    void judgementsStandUntilTheyAreSuperseded() {
        GraphChange.Builder change = new GraphChange.Builder();
        List.of("a", "b", "c").forEach(id -> addSingle(change, id, Set.of()));
        Judgement apart = judgement("op1/0", "op1", Verdict.NOT_SAME, at(2), keys("a"), keys("b"));
        Judgement together = judgement("op1/1", "op1", Verdict.SAME, at(2), keys("a", "gone"));
        change.judgements.addAll(List.of(apart, together));
        change.operation = Optional.of(operation("op1", "split", "idem-1", ""));
        commit(change);
        assertThat(store.recordsOf(keys("a", "b", "c")))
                .allSatisfy((record, stored) -> assertThat(stored.judged()).isEqualTo(!record.equals(key("c"))));
        assertThat(readList(transaction -> transaction.standingJudgements(keys("b", "c"))))
                .containsExactly(apart);
        assertThat(store.standingJudgements("", 1)).containsExactly(apart);
        assertThat(store.standingJudgements(apart.id(), 9)).containsExactly(together);
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
        assertThat(store.judgementsOf(keys("b"))).containsExactly(new StoredJudgement(apart, "op2"));
        assertThat(store.standingJudgements("", 9)).containsExactly(together);
        assertThat(store.judgementsOf(keys("a", "b"))).hasSize(2);
        assertThat(readList(transaction -> transaction.operation("op1")))
                .containsExactlyInAnyOrder(new StoredJudgement(apart, "op2"), new StoredJudgement(together, ""));
        assertThat(store.recordsOf(keys("b")).get(key("b")).judged()).isFalse();
        assertThat(store.recordsOf(keys("a")).get(key("a")).judged()).isTrue();
    }

    @Test
    void operationsAreFoundByIdAndByIdempotencyKey() {
        GraphChange.Builder change = new GraphChange.Builder();
        StoredOperation operation = operation("op1", "split", "idem-1", "");
        change.operation = Optional.of(operation);
        commit(change);
        assertThat(store.operationById("op1")).contains(operation);
        assertThat(store.operationById("op9")).isEmpty();
        assertThat(readOptional(transaction -> transaction.operationByIdempotencyKey("idem-1")))
                .contains(operation);
        assertThat(readOptional(transaction -> transaction.operationByIdempotencyKey("idem-9")))
                .isEmpty();
        assertThat(readList(transaction -> transaction.operation("op9"))).isEmpty();
    }

    @Test
    void offsetsNeverGoBack() {
        for (long offset : new long[] {10, 30, 20}) {
            GraphChange.Builder change = new GraphChange.Builder();
            change.offsets.add(new InputOffset("a.csv", offset));
            commit(change);
        }
        assertThat(store.offset("a.csv")).isEqualTo(30);
        assertThat(store.offset("b.csv")).isZero();
    }

    // --- seal ---

    @Test
    void sealsTheEventsOfEachTransactionInOneChain() {
        assertThat(store.seal()).isEmpty();
        GraphChange.Builder two = single("a", Set.of());
        addSingle(two, "b", Set.of());
        commit(two);
        SealHead first = store.seal().orElseThrow();
        commit(single("c", Set.of()));
        SealHead second = store.seal().orElseThrow();
        assertThat(store.seal()).isEmpty();

        List<SealedBlock> blocks = store.blocks(0, 10);
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
        assertThat(store.sealHead()).isEqualTo(second);
        assertThat(store.blocks(1, 10)).containsExactly(blocks.get(1));
        assertThat(store.blocks(0, 1)).containsExactly(blocks.get(0));
    }

    @Test
    void sealsNothingOfATransactionThatFailed() {
        assertThatThrownBy(() -> store.inTransaction(transaction -> {
                    transaction.write(single("a", Set.of()).build(T0));
                    throw new IllegalStateException("poison");
                }))
                .hasMessage("poison");
        assertThat(store.seal()).isEmpty();
        assertThat(store.sealHead()).isEqualTo(SealHead.NONE);
        assertThat(store.blocks(0, 10)).isEmpty();
    }

    @Test
    void givesAllEntitiesAndTheirChains() {
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
        assertThat(store.ids(Optional.empty(), 10)).containsExactly(entityId("a"), entityId("b"));
        assertThat(store.ids(Optional.of(entityId("a")), 10)).containsExactly(entityId("b"));
        assertThat(store.ids(Optional.empty(), 1)).containsExactly(entityId("a"));
        Map<EntityId, List<LineageEvent>> chains =
                store.chains(List.of(entityId("a"), entityId("b"), entityId("nobody")));
        assertThat(chains).containsOnlyKeys(entityId("a"), entityId("b"));
        assertThat(chains.get(entityId("b"))).isEqualTo(store.events(entityId("b"), 0, 10));
        assertThat(chains.get(entityId("a"))).extracting(LineageEvent::version).containsExactly(1L, 2L);
    }

    // --- search ---

    @Test
    void searchAnswersInEveryScript() {
        GraphChange.Builder change = new GraphChange.Builder();
        addNamed(change, "a", AttributeName.NAME, "王小明");
        addNamed(change, "b", AttributeName.NAME, "Anna Schöne");
        addNamed(change, "c", AttributeName.ORGANIZATION_NAME, "華為 Store");
        addNamed(change, "d", AttributeName.PHONE, "+86 138 0013 8001");
        addNamed(change, "e", AttributeName.EMAIL, "Service@qq.com");
        commit(change);
        expectFound("小明", "a");
        expectFound("王", "a");
        expectFound("王小明", "a");
        expectFound("xiaoming", "a");
        expectFound("WangXiao", "a");
        expectFound("xm", "a");
        expectFound("schone", "b");
        expectFound("anna SCHÖ", "b");
        expectFound("华为", "c");
        expectFound("store huawei", "c");
        expectFound("13800138001", "d");
        expectFound("138 0013", "d");
        expectFound("service@QQ.com", "e");
        assertThat(store.search("nobody", 9)).isEmpty();
    }

    @Test
    void searchSeesGoldenValuesOfActiveEntitiesOnly() {
        GraphChange.Builder before = new GraphChange.Builder();
        List.of("a", "b").forEach(id -> addSingle(before, id, Set.of()));
        commit(before);
        expectFound("name", "a", "b");
        mergeBIntoA();
        expectFound("name of b", "a");
        assertThat(store.search("name", 9)).extracting(Entity::id).containsExactly(entityId("a"));
    }

    private void expectFound(String text, String... ids) {
        List<EntityId> expected = Arrays.stream(ids).map(GraphFixture::entityId).toList();
        Instant deadline = Instant.now().plus(SEARCH_STALENESS);
        List<EntityId> found = List.of();
        while (Instant.now().isBefore(deadline)) {
            found = store.search(text, 9).stream().map(Entity::id).toList();
            if (found.size() == expected.size() && found.containsAll(expected)) {
                return;
            }
            LockSupport.parkNanos(SEARCH_POLL.toNanos());
        }
        assertThat(found).as("search for %s", text).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static void addNamed(GraphChange.Builder change, String id, String attribute, String value) {
        change.records.add(newRecord(person(id, T0, value), Set.of()));
        change.entities.add(active(entityId(id), key(id).text(), 1, golden(attribute, value, id), id));
        change.memberships.add(join(id, entityId(id)));
    }

    private void mergeBIntoA() {
        GraphChange.Builder change = new GraphChange.Builder();
        change.entities.add(
                active(entityId("a"), key("a").text(), 2, golden(AttributeName.NAME, "name of b", "b"), "a", "b"));
        change.entities.add(retired(entityId("b"), "b", 2, entityId("a")));
        change.memberships.add(move("b", entityId("b"), entityId("a")));
        change.events.add(event(entityId("a"), 2, EventType.MERGED, keys("a"), keys("a", "b")));
        change.events.add(event(entityId("b"), 2, EventType.RETIRED, keys("b"), keys()));
        commit(change);
    }

    /** Takes the locks that the protocol asks for, then writes. */
    private void commit(GraphChange.Builder builder) {
        GraphChange change = builder.build(T0);
        TreeSet<RecordKey> records = new TreeSet<>();
        change.records().forEach(write -> records.add(write.version().key()));
        change.history().forEach(write -> records.add(write.version().key()));
        change.seen().forEach(write -> records.add(write.key()));
        change.masks().forEach(write -> records.add(write.key()));
        SortedMap<SharedKey, KeyMove> moves = new TreeMap<>();
        change.keys().forEach(state -> moves.put(state.key(), KeyMove.NONE));
        change.records().forEach(write -> {
            RecordKey record = write.version().key();
            KeyMove joining = new KeyMove(List.of(record), List.of());
            KeyMove leaving = new KeyMove(List.of(), List.of(record));
            write.attached().forEach(key -> moves.merge(key, joining, ResolutionStoreContract::both));
            write.detached().forEach(key -> moves.merge(key, leaving, ResolutionStoreContract::both));
        });
        store.inTransaction(transaction -> {
            transaction.lockRecords(records);
            transaction.lockKeys(moves);
            transaction.write(change);
            return true;
        });
    }

    private static KeyMove both(KeyMove one, KeyMove other) {
        List<RecordKey> joining = new ArrayList<>(one.joining());
        joining.addAll(other.joining());
        List<RecordKey> leaving = new ArrayList<>(one.leaving());
        leaving.addAll(other.leaving());
        return new KeyMove(joining, leaving);
    }

    private static SortedMap<SharedKey, KeyMove> joining(String id, SharedKey... keys) {
        SortedMap<SharedKey, KeyMove> moves = new TreeMap<>();
        List.of(keys).forEach(key -> moves.put(key, new KeyMove(List.of(key(id)), List.of())));
        return moves;
    }

    private static SortedMap<SharedKey, KeyMove> unmoved(SharedKey... keys) {
        SortedMap<SharedKey, KeyMove> moves = new TreeMap<>();
        List.of(keys).forEach(key -> moves.put(key, KeyMove.NONE));
        return moves;
    }

    private <E> List<E> readList(Function<ResolutionTransaction, List<E>> read) {
        return store.inTransaction(read);
    }

    private <K, V> Map<K, V> readMap(Function<ResolutionTransaction, ? extends Map<K, V>> read) {
        return store.inTransaction(read);
    }

    private <E> Optional<E> readOptional(Function<ResolutionTransaction, Optional<E>> read) {
        return store.inTransaction(read);
    }

    private List<RecordKey> carriers(SharedKey shared) {
        return readList(transaction -> transaction.carriers(Set.of(shared)).stream()
                .map(StoredRecord::key)
                .toList());
    }

    private static SortedSet<String> components(String... ids) {
        TreeSet<String> names = new TreeSet<>();
        keys(ids).forEach(record -> names.add(record.text()));
        return names;
    }
}
