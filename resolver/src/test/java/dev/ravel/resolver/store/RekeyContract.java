package dev.ravel.resolver.store;

import static dev.ravel.resolver.store.GraphFixture.at;
import static dev.ravel.resolver.store.GraphFixture.block;
import static dev.ravel.resolver.store.GraphFixture.key;
import static dev.ravel.resolver.store.GraphFixture.keys;
import static dev.ravel.resolver.store.GraphFixture.open;
import static dev.ravel.resolver.store.GraphFixture.phone;
import static dev.ravel.resolver.store.GraphFixture.single;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.settings.ResolutionDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What a store does with records and blocks of an earlier key generation. */
interface RekeyContract extends StoreContract {
    @Test
    default void inAGraphThatWasNeverRekeyedThereAreNoFormerKeysAndNoFormerBlocks() {
        commit(single("a", Set.of(phone("1"), block("x"))));

        assertThat(this.<Boolean>inOne(ResolutionTransaction::mayHaveFormerKeys))
                .isFalse();
        assertThat(former("a")).isEmpty();
        assertThat(store().removeFormerBlocks(10)).isZero();
        assertThat(carriers(block("x"))).containsExactly(key("a"));
    }

    @Test
    default void recordsOfAnEarlierGenerationTellTheirIdentifiersAndNoBlocks() {
        commit(single("a", Set.of(phone("1"), phone("2"), block("x"))));
        commit(single("b", Set.of(phone("1"), block("x")), 2, 2));
        String nameKey = "name of a";

        beginNextGeneration();

        assertThat(this.<Boolean>inOne(ResolutionTransaction::mayHaveFormerKeys))
                .isTrue();
        Map<RecordKey, FormerKeys> former = former("a", "b", "absent");
        assertThat(former).containsOnlyKeys(key("a"), key("b"));
        assertThat(former.get(key("a")).identifiers()).containsExactlyInAnyOrder(phone("1"), phone("2"));
        assertThat(former.get(key("a")).nameKey()).isEqualTo(nameKey);
        assertThat(former.get(key("a")).olderVersions()).isEmpty();
        assertThat(carriers(block("x"))).as("blocks of now are empty").isEmpty();
        assertThat(carriers(phone("1"))).as("identifiers stay").containsExactly(key("a"), key("b"));
        assertThat(store().recordsOf(keys("a")).get(key("a")).formerKeys()).isTrue();
    }

    @Test
    default void aRecordThatHasExchangedItsKeysHasNoFormerOnes() {
        commit(single("a", Set.of(phone("1"), block("x"))));
        commit(single("b", Set.of(phone("1"), block("x")), 2, 2));
        beginNextGeneration();

        rekey("a", Set.of(block("y")));

        assertThat(former("a", "b")).containsOnlyKeys(key("b"));
        assertThat(store().recordsOf(keys("a")).get(key("a")).formerKeys()).isFalse();
        assertThat(carriers(block("y"))).containsExactly(key("a"));
        assertThat(carriers(phone("1"))).containsExactly(key("a"), key("b"));
    }

    @Test
    default void formerBlocksAreRemovedFewAtATimeUntilNoneIsLeftAndThoseOfNowStay() {
        commit(single("a", Set.of(phone("1"), block("x"), block("z"), block("w"))));
        beginNextGeneration();
        rekey("a", Set.of(block("x")));

        int calls = 0;
        while (store().removeFormerBlocks(1) > 0) {
            calls++;
            assertThat(calls).as("three blocks, a few calls each").isLessThan(20);
        }

        assertThat(calls).isGreaterThanOrEqualTo(3);
        assertThat(carriers(block("x"))).containsExactly(key("a"));
        assertThat(store().keyStates(Set.of(phone("1"), block("x"))))
                .containsEntry(phone("1"), open(phone("1"), 1))
                .containsEntry(block("x"), open(block("x"), 1));
        assertThat(former("a")).isEmpty();
    }

    private void beginNextGeneration() {
        StoreStamp now = store().stamp().orElseThrow();
        StoreStamp next = new StoreStamp(new ResolutionDigest("ffff", "other keys"), Optional.of(""), 1);
        assertThat(store().restamp(now, next)).isTrue();
        store().open(next.digest());
    }

    private void rekey(String id, Set<SharedKey> blocks) {
        GraphChange.Builder change = new GraphChange.Builder();
        change.rekeyed.add(new RekeyWrite(key(id), "name of " + id, blocks, Set.of(), List.of(), Set.of(), Set.of()));
        blocks.forEach(block -> change.keys.add(open(block, 1)));
        store().inTransaction(transaction -> {
            transaction.lockRecords(keys(id));
            transaction.lockKeys(joining(id, blocks.toArray(SharedKey[]::new)));
            transaction.write(change.build(at(1)));
            return true;
        });
    }

    private Map<RecordKey, FormerKeys> former(String... ids) {
        return inOne(transaction -> {
            transaction.lockRecords(keys(ids));
            return transaction.formerKeys(keys(ids));
        });
    }

    private <T> T inOne(Function<ResolutionTransaction, T> read) {
        return store().inTransaction(read);
    }
}
