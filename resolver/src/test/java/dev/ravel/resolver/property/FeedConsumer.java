package dev.ravel.resolver.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.lineage.LineageEvent;
import dev.ravel.resolver.lineage.ChangeFeed;
import dev.ravel.resolver.lineage.FeedLine;
import dev.ravel.resolver.store.ResolutionStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Keeps the table of all entities by the change feed alone: it sets the records of each event's entity, and remembers the
 * number of the last block.
 */
final class FeedConsumer {
    private static final int PAGE = 1_000;

    private final ResolutionStore store;
    private final Map<EntityId, SortedSet<RecordKey>> table = new TreeMap<>();
    private long lastBlock;

    FeedConsumer(ResolutionStore store) {
        this.store = store;
    }

    /** Seals what has happened, applies it, and has the table of the store. */
    void assertHasTheTable(String when) {
        while (store.seal().isPresent()) {}
        catchUp(when);
        assertThat(table).as("the feed applied, %s", when).isEqualTo(tableOf(store));
    }

    private void catchUp(String when) {
        ChangeFeed feed = new ChangeFeed(store);
        List<FeedLine> lines = feed.after(lastBlock);
        while (!lines.isEmpty()) {
            lines.forEach(line -> apply(line.event(), when));
            FeedLine last = lines.get(lines.size() - 1);
            assertThat(last.endsBlock()).as("%s ends its block", last).isTrue();
            lastBlock = last.block();
            lines = feed.after(lastBlock);
        }
    }

    private void apply(LineageEvent event, String when) {
        assertThat(event.before())
                .as("what %s had before, %s", event, when)
                .isEqualTo(table.getOrDefault(event.entity(), new TreeSet<>()));
        if (event.after().isEmpty()) {
            table.remove(event.entity());
        } else {
            table.put(event.entity(), event.after());
        }
    }

    private static Map<EntityId, SortedSet<RecordKey>> tableOf(ResolutionStore store) {
        Map<EntityId, SortedSet<RecordKey>> stored = new TreeMap<>();
        Optional<EntityId> after = Optional.empty();
        List<Entity> page = store.page(after, PAGE, 1);
        while (!page.isEmpty()) {
            page.forEach(entity -> stored.put(entity.id(), entity.records()));
            after = Optional.of(page.get(page.size() - 1).id());
            page = store.page(after, PAGE, 1);
        }
        stored.values().removeIf(Set::isEmpty);
        return stored;
    }
}
