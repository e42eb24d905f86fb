package dev.ravel.resolver.store;

import static dev.ravel.resolver.store.GraphFixture.T0;
import static dev.ravel.resolver.store.GraphFixture.at;
import static dev.ravel.resolver.store.GraphFixture.entityId;
import static dev.ravel.resolver.store.GraphFixture.key;
import static dev.ravel.resolver.store.GraphFixture.keys;
import static dev.ravel.resolver.store.GraphFixture.open;
import static dev.ravel.resolver.store.GraphFixture.phone;
import static dev.ravel.resolver.store.GraphFixture.single;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.settings.ResolutionDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a store does with its stamp and with transactions. */
interface TransactionContract extends StoreContract {
    @Test
    default void opensAgainUnderTheSameDigestOnly() {
        store().open(DIGEST);
        assertThatThrownBy(() -> store().open(new ResolutionDigest("ffff")))
                .isInstanceOfSatisfying(
                        ResolutionException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DIGEST_MISMATCH))
                .hasMessageContaining("0123abcd")
                .hasMessageContaining("ffff");
    }

    @Test
    default void isStampedAnewOnlyByWhoKnowsTheStamp() {
        StoreStamp first = new StoreStamp(DIGEST, Optional.empty());
        StoreStamp begun = new StoreStamp(new ResolutionDigest("ffff", "keys"), Optional.of(""));
        StoreStamp halfway = new StoreStamp(begun.digest(), Optional.of("main:crm:m"));
        StoreStamp done = new StoreStamp(begun.digest(), Optional.empty());
        assertThat(store().stamp()).contains(first);

        assertThat(store().restamp(begun, halfway)).isFalse();
        assertThat(store().restamp(first, begun)).isTrue();
        assertThat(store().restamp(first, begun)).isFalse();
        assertThat(store().stamp()).contains(begun);
        assertThatThrownBy(() -> store().open(DIGEST)).isInstanceOf(ResolutionException.class);
        store().open(begun.digest());
        assertThat(store().restamp(begun, halfway)).isTrue();
        assertThat(store().stamp()).contains(halfway);
        assertThat(store().restamp(begun, done)).isFalse();
        assertThat(store().restamp(halfway, done)).isTrue();
        assertThat(store().stamp()).contains(done);
    }

    @Test
    default void writesAllOrNothing() {
        commit(single("a", Set.of(phone("1"))));
        assertThatThrownBy(() -> store().inTransaction(transaction -> {
                    transaction.lockRecords(keys("a"));
                    transaction.lockKeys(joining("b", phone("1"), phone("2")));
                    transaction.write(
                            single("b", Set.of(phone("1"), phone("2")), 2, 1).build(at(1)));
                    throw new IllegalStateException("poison");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("poison");
        assertThat(store().recordsOf(keys("a", "b"))).containsOnlyKeys(key("a"));
        assertThat(store().entity(entityId("b"))).isEmpty();
        assertThat(store().events(entityId("b"), 0, 10)).isEmpty();
        assertThat(store().keyStates(Set.of(phone("1"), phone("2"))))
                .containsOnly(Map.entry(phone("1"), open(phone("1"), 1)));
        assertThat(store().entitiesBy(phone("1"), 10)).extracting(Entity::id).containsExactly(entityId("a"));
    }

    @Test
    default void runsRetryableWorkAgainFromTheStart() {
        List<Integer> attempts = new ArrayList<>();
        String result = store().inTransaction(transaction -> {
            attempts.add(transaction.records(keys("a")).size());
            transaction.write(single("a", Set.of()).build(T0));
            if (attempts.size() < 3) {
                throw new StaleReadException("read before the lock");
            }
            return "done";
        });
        assertThat(result).isEqualTo("done");
        assertThat(attempts).as("records seen by each attempt").containsExactly(0, 0, 0);
        assertThat(store().recordsOf(keys("a"))).hasSize(1);
    }

    @Test
    default void reservingARecordLeavesNothingBehind() {
        commit(single("a", Set.of()));
        Map<RecordKey, StoredRecord> stored =
                store().inTransaction(transaction -> transaction.reserveRecords(keys("a", "absent")));
        assertThat(stored).containsOnlyKeys(key("a"));
        assertThat(store().recordsOf(keys("a", "absent"))).containsOnlyKeys(key("a"));
        assertThat(store().counts().liveRecords()).isEqualTo(1);
        store().inTransaction(transaction -> {
            transaction.reserveRecords(keys("absent"));
            transaction.write(single("absent", Set.of()).build(at(1)));
            return true;
        });
        assertThat(store().recordsOf(keys("absent"))).containsOnlyKeys(key("absent"));
    }

    @Test
    default void readsItsOwnWrites() {
        store().inTransaction(transaction -> {
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
}
