package dev.ravel.cypher.verify;

import dev.ravel.cypher.mapping.BlockRows;
import dev.ravel.cypher.mapping.Tenant;
import dev.ravel.cypher.statement.Statement;
import dev.ravel.cypher.statement.StatementRunner;
import dev.ravel.model.lineage.LineageEvent;
import dev.ravel.resolver.lineage.SealCheck;
import dev.ravel.resolver.lineage.SealCheck.EventSum;
import dev.ravel.resolver.lineage.SealHead;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;

/**
 * Recomputes the seal from the stored blocks and events. Reads a few blocks at a time, so memory does not grow with the
 * graph. The first finding is the first in the order of the seal.
 */
final class SealWalk {
    static final String NAME = "verify-seal";

    private static final int PAGE = 20;

    private final StatementRunner runner;
    private final Tenant tenant;
    private final Findings findings;
    private final SealCheck check;

    /**
     * A walk over a tenant's seal.
     *
     * @param heads heads kept outside the graph
     */
    SealWalk(StatementRunner runner, Tenant tenant, List<SealHead> heads, int examples) {
        this.runner = runner;
        this.tenant = tenant;
        this.findings = new Findings(NAME, examples);
        this.check = new SealCheck(heads, findings::add);
    }

    /**
     * Walks all of it.
     *
     * @param lineage the sum over all events of the tenant, walked entity by entity
     */
    Findings run(EventSum lineage) {
        String after = tenant.prefix();
        List<Record> page = page(after);
        while (!page.isEmpty()) {
            page.forEach(this::next);
            after = page.get(page.size() - 1).get("key").asString();
            page = page(after);
        }
        check.end(runner.first(Statement.SEAL_HEAD, Map.of("tenant", tenant.name()))
                .map(BlockRows::head)
                .orElse(SealHead.NONE));
        runner.list(Statement.UNSEALED_BLOCKS, Map.of("tenant", tenant.name(), "limit", Integer.MAX_VALUE))
                .forEach(this::unsealed);
        if (!check.events().equals(lineage)) {
            findings.add("the blocks have " + check.events().count() + " event(s), the entities " + lineage.count()
                    + ", or others: an event must be in exactly one block");
        }
        return findings;
    }

    /** How many events wait to be sealed. */
    long unsealed() {
        return check.unsealed();
    }

    private List<Record> page(String after) {
        return runner.list(Statement.SEALED_BLOCKS, Map.of("after", after, "end", tenant.end(), "limit", PAGE));
    }

    private void next(Record row) {
        List<LineageEvent> events = events(row);
        try {
            check.next(BlockRows.sealed(row), events);
        } catch (IllegalArgumentException e) {
            findings.add("block " + row.get("number").asLong() + " cannot be read: " + e.getMessage());
        }
    }

    private void unsealed(Record row) {
        List<LineageEvent> events = events(row);
        try {
            check.unsealed(BlockRows.block(row), events);
        } catch (IllegalArgumentException e) {
            findings.add("a block that waits to be sealed cannot be read: " + e.getMessage());
        }
    }

    private List<LineageEvent> events(Record row) {
        return StoredEvents.of(runner.listOver(Statement.EVENTS_BY_KEY, BlockRows.keys(row)), findings);
    }
}
