package dev.ravel.cypher.store;

import dev.ravel.cypher.mapping.BlockRows;
import dev.ravel.cypher.mapping.EntityRows;
import dev.ravel.cypher.mapping.EventRows;
import dev.ravel.cypher.mapping.JudgementRows;
import dev.ravel.cypher.mapping.KeyRows;
import dev.ravel.cypher.mapping.MatchRows;
import dev.ravel.cypher.mapping.RecordRows;
import dev.ravel.cypher.mapping.ReviewRows;
import dev.ravel.cypher.mapping.Rows;
import dev.ravel.cypher.mapping.Tenant;
import dev.ravel.cypher.statement.Statement;
import dev.ravel.cypher.statement.StatementRunner;
import dev.ravel.model.entity.Entity;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.lineage.LineageEvent;
import dev.ravel.model.review.ReviewItem;
import dev.ravel.resolver.lineage.EventName;
import dev.ravel.resolver.lineage.SealHead;
import dev.ravel.resolver.lineage.SealedBlock;
import dev.ravel.resolver.store.EntityReader;
import dev.ravel.resolver.store.KeyState;
import dev.ravel.resolver.store.Membership;
import dev.ravel.resolver.store.StoreCounts;
import dev.ravel.resolver.store.StoredIdentifierJudgement;
import dev.ravel.resolver.store.StoredJudgement;
import dev.ravel.resolver.store.StoredOperation;
import dev.ravel.resolver.store.StoredRecord;
import dev.ravel.resolver.store.StoredReviewItem;
import dev.ravel.resolver.store.StoredVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.neo4j.driver.Record;

/** Every read, inside one session or transaction. */
final class GraphReads implements EntityReader {
    private static final Comparator<StoredJudgement> BY_TIME = Comparator.<StoredJudgement, Instant>comparing(
                    stored -> stored.judgement().at())
            .thenComparing(stored -> stored.judgement().id());

    private final StatementRunner runner;
    private final Tenant tenant;
    private final KnownNodes nodes;

    /**
     * Reads.
     *
     * @param nodes where the ids of what is read are noted
     */
    GraphReads(StatementRunner runner, Tenant tenant, KnownNodes nodes) {
        this.runner = runner;
        this.tenant = tenant;
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
        keys.forEach(key -> byText.put(key.text(), key));
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
        return runner.listOver(Statement.MATCHES, Rows.records(records)).stream()
                .map(MatchRows::match)
                .sorted(Comparator.comparing(Match::pair))
                .toList();
    }

    @Override
    public List<StoredJudgement> judgementsOf(Collection<RecordKey> records) {
        return judgements(runner.listOver(Statement.JUDGEMENTS_OF_RECORDS, Rows.records(records)));
    }

    @Override
    public List<StoredIdentifierJudgement> judgementsOf(SharedKey identifier) {
        return runner.list(Statement.JUDGEMENTS_OF_IDENTIFIER, Map.of("key", identifier.text())).stream()
                .map(row -> JudgementRows.identifierJudgement(tenant.prefix(), row))
                .toList();
    }

    @Override
    public List<EntityId> entitiesEver(RecordKey record) {
        return runner.list(Statement.ENTITIES_EVER, Map.of("key", record.text())).stream()
                .map(row -> new EntityId(row.get("key").asString()))
                .toList();
    }

    @Override
    public List<LineageEvent> events(EntityId id, long afterVersion, int limit) {
        return runner
                .list(
                        Statement.EVENTS,
                        Map.of(
                                "after", new EventName(id, afterVersion).text(),
                                "end", EventRows.end(id),
                                "limit", limit))
                .stream()
                .map(EventRows::event)
                .toList();
    }

    @Override
    public Map<EntityId, List<LineageEvent>> chains(Collection<EntityId> ids) {
        Map<EntityId, List<LineageEvent>> chains = new TreeMap<>();
        runner.listOver(
                        Statement.EVENTS_OF_ENTITIES,
                        ids.stream().map(EntityId::value).toList())
                .forEach(row -> {
                    LineageEvent event = EventRows.event(row);
                    chains.computeIfAbsent(event.entity(), id -> new ArrayList<>())
                            .add(event);
                });
        return chains;
    }

    @Override
    public List<SealedBlock> blocks(long afterNumber, int limit) {
        return runner
                .list(
                        Statement.SEALED_BLOCKS,
                        Map.of("after", BlockRows.key(tenant, afterNumber), "end", tenant.end(), "limit", limit))
                .stream()
                .map(BlockRows::sealed)
                .toList();
    }

    @Override
    public SealHead sealHead() {
        return runner.first(Statement.SEAL_HEAD, Map.of("tenant", tenant.name()))
                .map(BlockRows::head)
                .orElse(SealHead.NONE);
    }

    @Override
    public List<StoredReviewItem> openReviewItems(int limit) {
        return runner.list(Statement.OPEN_REVIEW_ITEMS, Map.of("tenant", tenant.name(), "limit", limit)).stream()
                .map(row -> ReviewRows.item(tenant.prefix(), row))
                .toList();
    }

    @Override
    public Optional<StoredReviewItem> reviewItem(String id) {
        return runner.first(Statement.REVIEW_ITEM, Map.of("key", tenant.prefix() + id))
                .map(row -> ReviewRows.item(tenant.prefix(), row));
    }

    @Override
    public Optional<StoredOperation> operationById(String id) {
        return runner.first(Statement.OPERATION_BY_ID, Map.of("key", tenant.prefix() + id))
                .map(row -> JudgementRows.operation(tenant.prefix(), row));
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
                row.get("events").asLong());
    }

    @Override
    public long offset(String input) {
        return runner.first(Statement.OFFSET, Map.of("key", tenant.prefix() + input))
                .map(row -> row.get("offset").asLong())
                .orElse(0L);
    }

    List<ReviewItem> openContradictions(Collection<RecordKey> records) {
        return runner.listOver(Statement.OPEN_CONTRADICTIONS, Rows.records(records)).stream()
                .map(row -> ReviewRows.item(tenant.prefix(), row).item())
                .toList();
    }

    /** The stored carriers; records that this transaction has packed into a block and not stored yet are left out. */
    List<StoredRecord> carriers(Collection<SharedKey> keys) {
        SortedMap<RecordKey, StoredRecord> found = new TreeMap<>();
        for (StoredRecord record : stored(runner.listOver(Statement.CARRIERS_OF_IDENTIFIERS, identifiers(keys)))) {
            found.put(record.key(), record);
        }
        SortedSet<RecordKey> members = new TreeSet<>();
        for (Record row : runner.listOver(Statement.MEMBERS_OF_BLOCKS, blocks(keys))) {
            String member = row.get("member").asString();
            if (!nodes.isAbsent(member)) {
                members.add(RecordKey.parse(member));
            }
        }
        members.removeAll(found.keySet());
        found.putAll(recordsOf(members));
        return List.copyOf(found.values());
    }

    Map<SharedKey, Map<String, Integer>> nameCounts(Collection<SharedKey> keys) {
        Map<String, Map<String, Integer>> byText = new HashMap<>();
        List<Record> rows = new ArrayList<>();
        rows.addAll(runner.listOver(Statement.IDENTIFIER_NAMES, identifiers(keys)));
        rows.addAll(runner.listOver(Statement.BLOCK_NAMES, blocks(keys)));
        for (Record row : rows) {
            byText.computeIfAbsent(row.get("key").asString(), key -> new TreeMap<>())
                    .put(row.get("name").asString(""), row.get("records").asInt());
        }
        Map<SharedKey, Map<String, Integer>> counts = new HashMap<>();
        keys.forEach(key -> counts.put(key, byText.getOrDefault(key.text(), Map.of())));
        return counts;
    }

    List<String> entityKeysOfComponents(Collection<String> components) {
        return runner.list(Statement.ENTITY_KEYS_OF_COMPONENTS, Map.of("components", components)).stream()
                .map(row -> row.get("key").asString())
                .sorted()
                .toList();
    }

    SortedMap<EntityId, Entity> entitiesOfComponents(Collection<String> components) {
        return noted(runner.list(Statement.ENTITIES_OF_COMPONENTS, Map.of("components", components)));
    }

    SortedMap<EntityId, Entity> foundedBy(Collection<RecordKey> founders) {
        return noted(runner.listOver(Statement.ENTITIES_FOUNDED, Rows.records(founders)));
    }

    /** The standing judgements that name any of these records, stored or not. */
    List<StoredJudgement> standingJudgementsOf(Collection<RecordKey> records) {
        List<Long> stored = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        nodes.findRecords(runner, Rows.records(records));
        for (RecordKey record : records) {
            String key = record.text();
            long node = nodes.record(key);
            if (node == KnownNodes.NONE) {
                absent.add(key);
            } else {
                stored.add(node);
            }
        }
        Map<String, StoredJudgement> found = new TreeMap<>();
        if (!stored.isEmpty()) {
            judgements(runner.list(Statement.STANDING_JUDGEMENTS_OF_RECORDS, Map.of("nodes", stored)))
                    .forEach(judgement -> found.put(judgement.judgement().id(), judgement));
        }
        judgements(runner.listOver(Statement.STANDING_JUDGEMENTS_OF_ABSENT_RECORDS, absent))
                .forEach(judgement -> found.put(judgement.judgement().id(), judgement));
        return found.values().stream().sorted(BY_TIME).toList();
    }

    List<StoredJudgement> judgementsOfOperation(String operation) {
        return judgements(
                runner.list(Statement.JUDGEMENTS_OF_OPERATION, Map.of("operation", tenant.prefix() + operation)));
    }

    Optional<StoredOperation> operationByIdempotencyKey(String idempotencyKey) {
        return runner.first(
                        Statement.OPERATION_BY_IDEMPOTENCY_KEY,
                        Map.of("idempotencyKey", tenant.prefix() + idempotencyKey))
                .map(row -> JudgementRows.operation(tenant.prefix(), row));
    }

    /** The texts of those of these keys that are identifiers, ascending. */
    static List<String> identifiers(Collection<SharedKey> keys) {
        return keys.stream()
                .filter(key -> !key.isBlock())
                .map(SharedKey::text)
                .sorted()
                .toList();
    }

    /** The texts of those of these keys that are blocks, ascending. */
    static List<String> blocks(Collection<SharedKey> keys) {
        return keys.stream()
                .filter(SharedKey::isBlock)
                .map(SharedKey::text)
                .sorted()
                .toList();
    }

    private List<StoredJudgement> judgements(List<Record> rows) {
        return rows.stream()
                .map(row -> JudgementRows.judgement(tenant.prefix(), row))
                .sorted(BY_TIME)
                .toList();
    }

    private static List<Entity> entities(List<Record> rows) {
        return rows.stream().map(EntityRows::entity).toList();
    }

    private List<StoredRecord> stored(List<Record> rows) {
        nodes.addRecords(rows);
        return rows.stream().map(RecordRows::stored).toList();
    }

    private SortedMap<EntityId, Entity> noted(List<Record> rows) {
        nodes.addEntities(rows);
        SortedMap<EntityId, Entity> entities = new TreeMap<>();
        rows.forEach(row -> {
            Entity entity = EntityRows.entity(row);
            entities.put(entity.id(), entity);
        });
        return entities;
    }
}
