package dev.ravel.resolver.store;

import static dev.ravel.resolver.store.GraphFixture.T0;
import static dev.ravel.resolver.store.GraphFixture.active;
import static dev.ravel.resolver.store.GraphFixture.entityId;
import static dev.ravel.resolver.store.GraphFixture.golden;
import static dev.ravel.resolver.store.GraphFixture.key;
import static dev.ravel.resolver.store.GraphFixture.phone;
import static dev.ravel.resolver.store.GraphFixture.single;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InMemoryStoreTest extends ResolutionStoreContract {
    @Override
    protected ResolutionStore emptyStore() {
        return new InMemoryStore();
    }

    @Test
    void refusesASizeThatDoesNotCountTheCarriers() {
        expectBroken(single("a", Set.of(phone("1")), 2));
    }

    @Test
    void refusesAnEntityThatItsMembershipsDoNotMake() {
        GraphChange.Builder change = single("a", Set.of());
        change.entities.set(0, active(entityId("a"), key("a").text(), 1, golden("name", "x", "a"), "a", "b"));
        expectBroken(change);
    }

    @Test
    void refusesATransactionInsideATransaction() {
        try (InMemoryStore store = new InMemoryStore()) {
            assertThatThrownBy(() -> store.inTransaction(outer -> store.inTransaction(inner -> true)))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    private static void expectBroken(GraphChange.Builder change) {
        try (InMemoryStore store = new InMemoryStore()) {
            assertThatThrownBy(() -> store.inTransaction(transaction -> {
                        transaction.write(change.build(T0));
                        return true;
                    }))
                    .isInstanceOfSatisfying(
                            ResolutionException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BROKEN_INVARIANT));
            assertThat(store.recordKeys()).isEmpty();
        }
    }
}
