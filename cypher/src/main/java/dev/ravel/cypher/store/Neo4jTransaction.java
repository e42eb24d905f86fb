package dev.ravel.cypher.store;

import dev.ravel.cypher.mapping.KeyRows;
import dev.ravel.cypher.mapping.Rows;
import dev.ravel.cypher.mapping.Tenant;
import dev.ravel.cypher.statement.Statement;
import dev.ravel.cypher.statement.StatementRunner;
import dev.ravel.model.entity.Entity;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.resolver.store.GraphChange;
import dev.ravel.resolver.store.KeyState;
import dev.ravel.resolver.store.ResolutionTransaction;
import dev.ravel.resolver.store.StaleReadException;
import dev.ravel.resolver.store.StoredJudgement;
import dev.ravel.resolver.store.StoredOperation;
import dev.ravel.resolver.store.StoredRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.neo4j.driver.Record;

/**
 * One transaction on Neo4j. Locks are writes of the property {@code lock}, or the creation of what is locked: under
 * read-committed isolation nothing else makes a second transaction wait. Every transaction locks records first, then
 * blocks, then identifiers, then entities, each in ascending order of key.
 */
final class Neo4jTransaction implements ResolutionTransaction {
    private final StatementRunner runner;
    private final GraphReads reads;
    private final ChangeWriter writer;
    private final KnownNodes nodes = new KnownNodes();
    private final long lock;

    /**
     * A transaction.
     *
     * @param lock what the lock properties are set to; differs from transaction to transaction, so that each is a write
     */
    Neo4jTransaction(StatementRunner runner, Tenant tenant, long lock) {
        this.runner = runner;
        this.reads = new GraphReads(runner, tenant, nodes);
        this.writer = new ChangeWriter(runner, tenant, nodes);
        this.lock = lock;
    }

    @Override
    public Map<RecordKey, StoredRecord> records(Collection<RecordKey> keys) {
        return reads.recordsOf(keys);
    }

    @Override
    public Map<RecordKey, StoredRecord> lockRecords(SortedSet<RecordKey> keys) {
        lock(Statement.LOCK_RECORDS, keys.stream().map(RecordKey::text).sorted().toList());
        return reads.recordsOf(keys);
    }

    @Override
    public Map<SharedKey, KeyState> lockKeys(SortedSet<SharedKey> keys) {
        Map<SharedKey, KeyState> states = new HashMap<>();
        List<SharedKey> blocks = keys.stream().filter(SharedKey::isBlock).toList();
        collect(states, blocks, lockMissing(Statement.LOCK_BLOCKS, Rows.shared(blocks)));
        List<SharedKey> identifiers =
                keys.stream().filter(key -> !key.isBlock()).toList();
        collect(
                states,
                identifiers,
                lockMissing(
                        Statement.LOCK_IDENTIFIERS,
                        identifiers.stream().map(KeyRows::identifier).toList()));
        return states;
    }

    @Override
    public List<StoredRecord> carriers(Collection<SharedKey> keys) {
        return reads.carriers(keys);
    }

    @Override
    public Map<SharedKey, Map<String, Integer>> nameCounts(Collection<SharedKey> keys) {
        return reads.nameCounts(keys);
    }

    @Override
    public SortedMap<EntityId, Entity> lockComponents(SortedSet<String> components) {
        if (components.isEmpty()) {
            return new TreeMap<>();
        }
        List<String> locked = reads.entityKeysOfComponents(components);
        lock(Statement.LOCK_ENTITIES, locked);
        SortedMap<EntityId, Entity> entities = reads.entitiesOfComponents(components);
        for (EntityId id : entities.keySet()) {
            if (!locked.contains(id.value())) {
                throw new StaleReadException(id + " joined a component while its entities were being locked");
            }
        }
        return entities;
    }

    @Override
    public List<Match> matches(Collection<RecordKey> records) {
        return reads.matchesOf(records);
    }

    @Override
    public List<Judgement> standingJudgements(Collection<RecordKey> records) {
        return reads.standingJudgementsOf(records).stream()
                .map(StoredJudgement::judgement)
                .toList();
    }

    @Override
    public SortedMap<EntityId, Entity> foundedBy(Collection<RecordKey> founders) {
        return reads.foundedBy(founders);
    }

    @Override
    public List<StoredJudgement> operation(String operation) {
        return reads.judgementsOfOperation(operation);
    }

    @Override
    public Optional<StoredOperation> operationByIdempotencyKey(String idempotencyKey) {
        return reads.operationByIdempotencyKey(idempotencyKey);
    }

    @Override
    public void write(GraphChange change) {
        writer.write(change);
    }

    private void lock(Statement statement, List<String> keys) {
        if (!keys.isEmpty()) {
            runner.run(statement, Map.of("keys", keys, "lock", lock));
        }
    }

    private List<Record> lockMissing(Statement statement, List<?> keys) {
        return keys.isEmpty() ? List.of() : runner.list(statement, Map.of("keys", keys, "lock", lock));
    }

    private void collect(Map<SharedKey, KeyState> states, List<SharedKey> keys, List<Record> rows) {
        for (int i = 0; i < keys.size(); i++) {
            nodes.addKey(keys.get(i), rows.get(i).get("node").asLong());
            states.put(keys.get(i), KeyRows.state(keys.get(i), rows.get(i)));
        }
    }
}
