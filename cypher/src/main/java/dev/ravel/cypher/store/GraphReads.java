package dev.ravel.cypher.store;

import dev.ravel.cypher.mapping.EntityRows;
import dev.ravel.cypher.mapping.KeyGeneration;
import dev.ravel.cypher.mapping.KeyRows;
import dev.ravel.cypher.mapping.MatchRows;
import dev.ravel.cypher.mapping.RecordRows;
import dev.ravel.cypher.mapping.Rows;
import dev.ravel.cypher.mapping.Tenant;
import dev.ravel.cypher.statement.Statement;
import dev.ravel.cypher.statement.StatementRunner;
import dev.ravel.model.entity.Entity;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.store.IdentifierQuery;
import dev.ravel.resolver.store.KeyState;
import dev.ravel.resolver.store.Membership;
import dev.ravel.resolver.store.StoreCounts;
import dev.ravel.resolver.store.StoredRecord;
import dev.ravel.resolver.store.StoredVersion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.neo4j.driver.Record;

/** What anyone may read of a graph, inside one session or transaction. */
final class GraphReads extends LedgerReads {
    private final KeyGeneration generation;
    private final KnownNodes nodes;

    /**
     * Reads.
     *
     * @param generation the keys in force
     * @param nodes where the ids of what is read are noted
     */
    GraphReads(StatementRunner runner, Tenant tenant, KeyGeneration generation, KnownNodes nodes) {
        super(runner, tenant);
        this.generation = generation;
        this.nodes = nodes;
    }

    @Override
    public Optional<Entity> entity(EntityId id) {
        return entities(List.of(id)).stream().findFirst();
    }

    @Override
    public List<Entity> entities(Collection<EntityId> ids) {
        List<Record> rows = runner.listOver(
                Statement.ENTITIES, ids.stream().map(EntityId::value).toList());
        nodes.addEntities(rows);
        return entities(rows);
    }

    @Override
    public Optional<Entity> entityOf(RecordKey record) {
        return runner.first(Statement.ENTITY_OF_RECORD, Map.of("key", record.text()))
                .map(EntityRows::entity);
    }

    @Override
    public List<Entity> entitiesBy(SharedKey identifier, int limit) {
        return runner.list(Statement.ENTITIES_OF_IDENTIFIER, Map.of("key", identifier.text(), "limit", limit)).stream()
                .map(EntityRows::entity)
                .sorted(Comparator.comparing(Entity::id))
                .toList();
    }

    @Override
    public Map<RecordKey, Set<SharedKey>> identifiersOf(Collection<RecordKey> records) {
        Map<RecordKey, Set<SharedKey>> found = new TreeMap<>();
        for (Record row : runner.listOver(Statement.IDENTIFIERS_OF_RECORDS, Rows.records(records))) {
            Set<SharedKey> identifiers = RecordRows.identifiers(row);
            if (!identifiers.isEmpty()) {
                found.put(RecordKey.parse(row.get("key").asString()), identifiers);
            }
        }
        return found;
    }

    @Override
    public List<RecordKey> carriersEver(SharedKey identifier, Optional<RecordKey> after, int limit) {
        return runner
                .list(
                        Statement.CARRIERS_EVER,
                        Map.of(
                                "key", identifier.text(),
                                "after", after.map(RecordKey::text).orElse(""),
                                "limit", limit))
                .stream()
                .map(row -> RecordKey.parse(row.get("key").asString()))
                .toList();
    }

    @Override
    public List<Entity> page(Optional<EntityId> after, int limit, int minRecords) {
        return entities(runner.list(
                Statement.ENTITY_PAGE,
                Map.of(
                        "after", after.map(EntityId::value).orElse(tenant.prefix()),
                        "end", tenant.end(),
                        "minRecords", Math.max(1, minRecords),
                        "limit", limit)));
    }

    @Override
    public List<EntityId> ids(Optional<EntityId> after, int limit) {
        return runner
                .list(
                        Statement.ENTITY_IDS,
                        Map.of(
                                "after", after.map(EntityId::value).orElse(tenant.prefix()),
                                "end", tenant.end(),
                                "limit", limit))
                .stream()
                .map(row -> new EntityId(row.get("key").asString()))
                .toList();
    }

    @Override
    public List<Entity> search(String text, int limit) {
        Optional<String> query = SearchQuery.of(text);
        return query.isEmpty()
                ? List.of()
                : entities(runner.list(
                        Statement.ENTITY_SEARCH,
                        Map.of("query", query.get(), "prefix", tenant.prefix(), "limit", limit)));
    }

    @Override
    public Map<RecordKey, Membership> memberships(Collection<RecordKey> records) {
        Map<RecordKey, Membership> found = new TreeMap<>();
        runner.listOver(Statement.MEMBERSHIPS, Rows.records(records))
                .forEach(row -> found.put(
                        RecordKey.parse(row.get("key").asString()),
                        new Membership(
                                new EntityId(row.get("entity").asString()),
                                row.get("size").asInt())));
        return found;
    }

    @Override
    public Map<RecordKey, StoredRecord> recordsOf(Collection<RecordKey> keys) {
        Map<RecordKey, StoredRecord> found = new TreeMap<>();
        List<String> asked = Rows.records(keys);
        for (StoredRecord record : stored(runner.listOver(Statement.RECORDS, asked))) {
            found.put(record.key(), record);
        }
        nodes.addAbsentRecords(asked);
        return found;
    }

    @Override
    public List<StoredVersion> versions(RecordKey key) {
        return runner.first(Statement.RECORD_VERSIONS, Map.of("key", key.text()))
                .map(row -> RecordRows.versions(key, row))
                .orElse(List.of());
    }

    @Override
    public Map<SharedKey, KeyState> keyStates(Collection<SharedKey> keys) {
        Map<String, SharedKey> byText = new HashMap<>();
        keys.forEach(key -> byText.put(generation.node(key), key));
        List<Record> rows = new ArrayList<>();
        rows.addAll(runner.listOver(Statement.IDENTIFIER_STATES, identifiers(keys)));
        rows.addAll(runner.listOver(Statement.BLOCK_STATES, blocks(keys)));
        Map<SharedKey, KeyState> states = new HashMap<>();
        for (Record row : rows) {
            SharedKey key = byText.get(row.get("key").asString());
            if (key != null) {
                states.put(key, KeyRows.state(key, row));
            }
        }
        return states;
    }

    @Override
    public List<Match> matchesOf(Collection<RecordKey> records) {
        return MatchRows.matches(runner.listOver(Statement.MATCHES, Rows.records(records)));
    }

    @Override
    public List<EntityId> entitiesEver(RecordKey record) {
        return runner.list(Statement.ENTITIES_EVER, Map.of("key", record.text())).stream()
                .map(row -> new EntityId(row.get("key").asString()))
                .toList();
    }

    @Override
    public List<KeyState> identifiers(String ofTenant, IdentifierQuery query, int limit) {
        return runner
                .list(
                        Statement.IDENTIFIERS,
                        Map.of(
                                "prefix", ofTenant + ':' + query.type() + ':',
                                "minRecords", query.minRecords(),
                                "maxRecords", query.maxRecords(),
                                "suppressed", query.suppressed(),
                                "limit", limit))
                .stream()
                .map(row -> KeyRows.state(SharedKey.parse(row.get("key").asString()), row))
                .toList();
    }

    @Override
    public List<RecordKey> liveRecordKeys(String ofTenant, String source, Optional<RecordKey> after, int limit) {
        return liveRecordKeysUnder(ofTenant + ':' + source, after, limit);
    }

    @Override
    public List<RecordKey> liveRecordKeys(String ofTenant, Optional<RecordKey> after, int limit) {
        return liveRecordKeysUnder(ofTenant, after, limit);
    }

    private List<RecordKey> liveRecordKeysUnder(String prefix, Optional<RecordKey> after, int limit) {
        return runner
                .list(
                        Statement.LIVE_RECORD_KEYS,
                        Map.of(
                                "after",
                                after.map(RecordKey::text).orElse(prefix + ':'),
                                "end",
                                prefix + ';',
                                "limit",
                                limit))
                .stream()
                .map(row -> RecordKey.parse(row.get("key").asString()))
                .toList();
    }

    @Override
    public StoreCounts counts() {
        Record row = runner.list(Statement.COUNTS, Map.of("prefix", tenant.prefix(), "tenant", tenant.name()))
                .get(0);
        return new StoreCounts(
                row.get("liveRecords").asLong(),
                row.get("entities").asLong(),
                row.get("mergedEntities").asLong(),
                row.get("retiredEntities").asLong(),
                row.get("identifiers").asLong(),
                row.get("suppressedIdentifiers").asLong(),
                row.get("blocksOverCap").asLong(),
                row.get("openReviewItems").asLong(),
                row.get("events").asLong(),
                MatchRows.heldByGuard(row.get("held")));
    }

    @Override
    public long offset(String input) {
        return runner.first(Statement.OFFSET, Map.of("key", tenant.prefix() + input))
                .map(row -> row.get("offset").asLong())
                .orElse(0L);
    }

    /** The texts of those of these keys that are identifiers, ascending. */
    static List<String> identifiers(Collection<SharedKey> keys) {
        return keys.stream()
                .filter(key -> !key.isBlock())
                .map(SharedKey::text)
                .sorted()
                .toList();
    }

    /** The keys of the nodes of those of these that are blocks, ascending. */
    List<String> blocks(Collection<SharedKey> keys) {
        return keys.stream()
                .filter(SharedKey::isBlock)
                .map(generation::node)
                .sorted()
                .toList();
    }

    private static List<Entity> entities(List<Record> rows) {
        return rows.stream().map(EntityRows::entity).toList();
    }

    List<StoredRecord> stored(List<Record> rows) {
        nodes.addRecords(rows);
        return rows.stream().map(row -> RecordRows.stored(row, generation)).toList();
    }
}
