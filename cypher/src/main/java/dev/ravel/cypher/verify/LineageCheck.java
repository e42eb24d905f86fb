package dev.ravel.cypher.verify;

import dev.ravel.cypher.mapping.Tenant;
import dev.ravel.cypher.statement.Statement;
import dev.ravel.cypher.statement.StatementRunner;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.lineage.LineageEvent;
import dev.ravel.resolver.lineage.EventChain;
import dev.ravel.resolver.lineage.SealCheck.EventSum;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * Recomputes the hash chain of every entity and compares what folding its events gives with what the graph has. Reads
 * a page of entities at a time, so memory does not grow with the graph.
 */
final class LineageCheck {
    static final String NAME = "verify-lineage";

    private static final int PAGE = 1000;

    private final StatementRunner runner;
    private final Tenant tenant;
    private final Findings findings;
    private long entities;
    private EventSum events = EventSum.NONE;

    LineageCheck(StatementRunner runner, Tenant tenant, int examples) {
        this.runner = runner;
        this.tenant = tenant;
        this.findings = new Findings(NAME, examples);
    }

    /**
     * What the events of an entity must lead to.
     *
     * @param records its members
     */
    private record Outcome(EntityId id, long version, String lastEventHash, Set<RecordKey> records) {}

    Findings run() {
        String after = tenant.prefix();
        List<Outcome> page = page(after);
        while (!page.isEmpty()) {
            check(page);
            after = page.get(page.size() - 1).id().value();
            page = page(after);
        }
        return findings;
    }

    long entities() {
        return entities;
    }

    /** The events of all entities so far, as they are stored. */
    EventSum events() {
        return events;
    }

    private List<Outcome> page(String after) {
        return runner
                .list(Statement.ENTITIES_IN_ORDER, Map.of("after", after, "end", tenant.end(), "limit", PAGE))
                .stream()
                .map(LineageCheck::outcome)
                .toList();
    }

    private void check(List<Outcome> page) {
        Map<EntityId, List<LineageEvent>> chains = new HashMap<>();
        List<String> keys = page.stream().map(entity -> entity.id().value()).toList();
        StoredEvents.of(runner.listOver(Statement.EVENTS_OF_ENTITIES, keys), findings)
                .forEach(event -> chains.computeIfAbsent(event.entity(), id -> new ArrayList<>())
                        .add(event));
        for (Outcome entity : page) {
            check(entity, chains.getOrDefault(entity.id(), List.of()));
        }
    }

    private void check(Outcome entity, List<LineageEvent> chain) {
        entities++;
        chain.forEach(event -> events = events.plus(event));
        EventChain.verify(chain)
                .forEach(broken -> findings.add(
                        "event " + broken.event().version() + " of " + entity.id() + ": " + broken.reason()));
        if (chain.isEmpty() || chain.get(0).version() != 1) {
            findings.add(entity.id() + " has no first event");
            return;
        }
        LineageEvent last = chain.get(chain.size() - 1);
        if (last.version() != entity.version() || !last.hash().equals(entity.lastEventHash())) {
            findings.add(entity.id() + " is at version " + entity.version() + " and its last event is " + last.version()
                    + " or has another hash");
        }
        if (!last.after().equals(entity.records())) {
            findings.add("folding the events of " + entity.id() + " gives "
                    + last.after().size() + " record(s) and it has "
                    + entity.records().size() + ", or others");
        }
    }

    private static Outcome outcome(Record row) {
        Set<RecordKey> records = new TreeSet<>();
        row.get("records").asList(Value::asString).forEach(key -> records.add(RecordKey.parse(key)));
        return new Outcome(
                new EntityId(row.get("key").asString()),
                row.get("version").asLong(),
                row.get("lastEventHash").asString(),
                records);
    }
}
