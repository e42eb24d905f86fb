package dev.ravel.resolver.store;

import static dev.ravel.resolver.store.GraphFixture.T0;
import static dev.ravel.resolver.store.GraphFixture.active;
import static dev.ravel.resolver.store.GraphFixture.addSingle;
import static dev.ravel.resolver.store.GraphFixture.entityId;
import static dev.ravel.resolver.store.GraphFixture.golden;
import static dev.ravel.resolver.store.GraphFixture.join;
import static dev.ravel.resolver.store.GraphFixture.key;
import static dev.ravel.resolver.store.GraphFixture.newRecord;
import static dev.ravel.resolver.store.GraphFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.record.AttributeName;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What a store finds by text. */
interface SearchContract extends StoreContract {
    Duration SEARCH_STALENESS = Duration.ofSeconds(10);
    Duration SEARCH_POLL = Duration.ofMillis(20);

    @Test
    default void searchAnswersInEveryScript() {
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
        assertThat(store().search("nobody", 9)).isEmpty();
    }

    @Test
    default void searchSeesGoldenValuesOfActiveEntitiesOnly() {
        GraphChange.Builder before = new GraphChange.Builder();
        List.of("a", "b").forEach(id -> addSingle(before, id, Set.of()));
        commit(before);
        expectFound("name", "a", "b");
        mergeBIntoA();
        expectFound("name of b", "a");
        assertThat(store().search("name", 9)).extracting(Entity::id).containsExactly(entityId("a"));
    }

    private void expectFound(String text, String... ids) {
        List<EntityId> expected = Arrays.stream(ids).map(GraphFixture::entityId).toList();
        Instant deadline = Instant.now().plus(SEARCH_STALENESS);
        List<EntityId> found = List.of();
        while (Instant.now().isBefore(deadline)) {
            found = store().search(text, 9).stream().map(Entity::id).toList();
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
}
