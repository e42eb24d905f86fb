package dev.ravel.cypher.store;

import dev.ravel.cypher.mapping.BlockRows;
import dev.ravel.cypher.mapping.Tenant;
import dev.ravel.cypher.statement.Statement;
import dev.ravel.cypher.statement.StatementRunner;
import dev.ravel.resolver.lineage.EventBlock;
import dev.ravel.resolver.lineage.EventName;
import dev.ravel.resolver.lineage.SealHead;
import dev.ravel.resolver.lineage.SealOrder;
import dev.ravel.resolver.lineage.SealedBlock;
import dev.ravel.resolver.store.ResolutionStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.neo4j.driver.Record;

/** One round of sealing, in one transaction. Its lock is the head of the seal, which only sealers write. */
final class SealWriter {
    private final StatementRunner runner;
    private final Tenant tenant;
    private final long lock;

    SealWriter(StatementRunner runner, Tenant tenant, long lock) {
        this.runner = runner;
        this.tenant = tenant;
        this.lock = lock;
    }

    Optional<SealHead> seal() {
        if (firstLook(1).isEmpty()) {
            return Optional.empty();
        }
        SealHead head = BlockRows.head(runner.list(Statement.LOCK_SEAL, Map.of("tenant", tenant.name(), "lock", lock))
                .get(0));
        Set<EventName> first = firstLook(ResolutionStore.BLOCKS_OF_A_ROUND);
        Map<EventName, Long> nodes = new HashMap<>();
        List<EventBlock> blocks = new ArrayList<>();
        for (Record row : runner.list(Statement.UNSEALED_BLOCKS, limit(2 * ResolutionStore.BLOCKS_OF_A_ROUND))) {
            EventBlock block = BlockRows.block(row);
            blocks.add(block);
            nodes.put(block.events().get(0), row.get("node").asLong());
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (EventBlock block : SealOrder.of(first, blocks)) {
            SealedBlock sealed = SealedBlock.after(head, block);
            rows.add(BlockRows.place(
                    tenant,
                    sealed,
                    Objects.requireNonNull(nodes.get(block.events().get(0)))));
            head = sealed.head();
        }
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        runner.run(
                Statement.SEAL_BLOCKS,
                Map.of("rows", rows, "tenant", tenant.name(), "number", head.number(), "hash", head.hash()));
        return Optional.of(head);
    }

    private Set<EventName> firstLook(int blocks) {
        Set<EventName> first = new HashSet<>();
        runner.list(Statement.WAITING_BLOCKS, limit(blocks))
                .forEach(row -> first.add(EventName.parse(row.get("first").asString())));
        return first;
    }

    private Map<String, Object> limit(int blocks) {
        return Map.of("tenant", tenant.name(), "limit", blocks);
    }
}
