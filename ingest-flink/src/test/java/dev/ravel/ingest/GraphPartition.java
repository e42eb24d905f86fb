package dev.ravel.ingest;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.store.EntityReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which records of a graph are one customer, without ids: what two graphs must agree on. */
final class GraphPartition {
    private static final int PAGE = 1000;

    private GraphPartition() {}

    /** The entities as sets of record keys, ascending. */
    static List<String> of(EntityReader graph) {
        List<String> partition = new ArrayList<>();
        Optional<EntityId> after = Optional.empty();
        List<Entity> page;
        do {
            page = graph.page(after, PAGE, 1);
            for (Entity entity : page) {
                partition.add(String.join(
                        " ", entity.records().stream().map(RecordKey::text).toList()));
            }
            after = page.isEmpty()
                    ? after
                    : Optional.of(page.get(page.size() - 1).id());
        } while (page.size() == PAGE);
        partition.sort(null);
        return partition;
    }
}
