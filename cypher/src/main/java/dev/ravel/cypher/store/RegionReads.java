package dev.ravel.cypher.store;

import dev.ravel.cypher.mapping.EntityRows;
import dev.ravel.cypher.mapping.JudgementRows;
import dev.ravel.cypher.mapping.KeyGeneration;
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
import dev.ravel.model.review.ReviewItem;
import dev.ravel.resolver.store.FormerKeys;
import dev.ravel.resolver.store.StoredJudgement;
import dev.ravel.resolver.store.StoredOperation;
import dev.ravel.resolver.store.StoredRecord;
import dev.ravel.resolver.store.WholeComponents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * What only a resolving transaction reads, beside what anyone may: the neighbours of records, the components that it locks,
 * and what persons ruled of them.
 */
final class RegionReads {
    private final StatementRunner runner;
    private final Tenant tenant;
    private final KeyGeneration generation;
    private final KnownNodes nodes;
    private final GraphReads graph;
    private @Nullable Supplier<List<Record>> openQuestions;
    private @Nullable Boolean absentRecordsNamed;

    /**
     * Reads.
     *
     * @param generation the keys in force
     * @param nodes where the ids of what is read are noted
     * @param graph the other reads of the same transaction
     */
    RegionReads(StatementRunner runner, Tenant tenant, KeyGeneration generation, KnownNodes nodes, GraphReads graph) {
        this.runner = runner;
        this.tenant = tenant;
        this.generation = generation;
        this.nodes = nodes;
        this.graph = graph;
    }

    List<ReviewItem> openContradictions(Collection<RecordKey> records) {
        return isAnyOpen() ? items(Statement.OPEN_CONTRADICTIONS, records) : List.of();
    }

    List<ReviewItem> openAudits(Collection<RecordKey> records) {
        return isAnyOpen() ? items(Statement.OPEN_AUDITS, records) : List.of();
    }

    /** Whether any question is open that is looked up by its records. */
    private boolean isAnyOpen() {
        return askOpenQuestions().get().stream().anyMatch(row -> row.get("open").asLong() > 0);
    }

    /** Asks whether questions are open that are looked up by their records, once in a transaction. */
    private Supplier<List<Record>> askOpenQuestions() {
        if (openQuestions == null) {
            openQuestions = runner.ask(Statement.OPEN_QUESTIONS_OF_RECORDS, Map.of());
        }
        return openQuestions;
    }

    private List<ReviewItem> items(Statement statement, Collection<RecordKey> records) {
        return runner.listOver(statement, Rows.records(records)).stream()
                .map(row -> ReviewRows.item(tenant.prefix(), row).item())
                .toList();
    }

    /** Asks for the stored carriers; they are waited for when they are got. */
    Supplier<List<StoredRecord>> carriers(Collection<SharedKey> keys) {
        if (keys.isEmpty()) {
            return List::of;
        }
        Supplier<List<Record>> rows = runner.ask(
                Statement.CARRIERS, Map.of("identifiers", GraphReads.identifiers(keys), "blocks", graph.blocks(keys)));
        return () -> graph.stored(rows.get()).stream()
                .sorted(Comparator.comparing(StoredRecord::key))
                .toList();
    }

    Map<RecordKey, FormerKeys> formerKeys(Collection<RecordKey> records) {
        Map<RecordKey, FormerKeys> found = new TreeMap<>();
        if (records.isEmpty()) {
            return found;
        }
        for (Record row : runner.list(
                Statement.FORMER_KEYS, Map.of("keys", Rows.records(records), "generation", generation.number()))) {
            RecordKey key = RecordKey.parse(row.get("key").asString());
            found.put(key, RecordRows.former(key, row));
        }
        return found;
    }

    Map<SharedKey, Map<String, Integer>> nameCounts(Collection<SharedKey> keys) {
        Map<String, Map<String, Integer>> byText = new HashMap<>();
        List<Record> rows = new ArrayList<>();
        rows.addAll(runner.listOver(Statement.IDENTIFIER_NAMES, GraphReads.identifiers(keys)));
        rows.addAll(runner.listOver(Statement.BLOCK_NAMES, graph.blocks(keys)));
        for (Record row : rows) {
            byText.computeIfAbsent(row.get("key").asString(), key -> new TreeMap<>())
                    .put(row.get("name").asString(""), row.get("records").asInt());
        }
        Map<SharedKey, Map<String, Integer>> counts = new HashMap<>();
        keys.forEach(key -> counts.put(key, byText.getOrDefault(generation.node(key), Map.of())));
        return counts;
    }

    /** Asks for the active entities of components; they are waited for when they are got. */
    Supplier<SortedMap<EntityId, Entity>> entitiesOfComponents(Collection<String> components) {
        Supplier<List<Record>> rows = runner.ask(Statement.ENTITIES_OF_COMPONENTS, Map.of("components", components));
        return () -> noted(rows.get());
    }

    SortedMap<EntityId, Entity> foundedBy(Collection<RecordKey> founders) {
        List<String> keys = Rows.records(founders);
        List<Long> stored = stored(keys);
        return stored.isEmpty()
                ? new TreeMap<>()
                : noted(runner.list(Statement.ENTITIES_FOUNDED, Map.of("nodes", stored, "keys", keys)));
    }

    /** Asks for the kept matches of records; they are waited for when they are got. */
    Supplier<List<Match>> matches(Collection<RecordKey> records) {
        List<Long> stored = stored(Rows.records(records));
        if (stored.isEmpty()) {
            return List::of;
        }
        Supplier<List<Record>> rows = runner.ask(Statement.MATCHES_OF_NODES, Map.of("nodes", stored));
        return () -> MatchRows.matches(rows.get());
    }

    /** The nodes of those of these records that are stored. */
    private List<Long> stored(List<String> keys) {
        nodes.findRecords(runner, keys);
        return keys.stream()
                .map(nodes::record)
                .filter(node -> node != KnownNodes.NONE)
                .toList();
    }

    /**
     * Asks for the components around entities; they are waited for when they are got. Who asks is about to part or join
     * them, and then wants to know which questions are open about them: that is asked in the same wait.
     */
    Supplier<WholeComponents> componentsAround(Collection<String> entities) {
        Supplier<List<Record>> asked = runner.ask(Statement.WHOLE_COMPONENTS, Map.of("entities", entities));
        askOpenQuestions();
        return () -> {
            List<Record> rows = asked.get();
            Map<RecordKey, StoredRecord> records = new HashMap<>();
            for (Record row : rows) {
                nodes.addRecords(
                        row.get("records").asList(Value::asString),
                        row.get("nodes").asList(Value::asLong));
                RecordRows.members(row, generation).forEach(stored -> records.put(stored.key(), stored));
            }
            return new WholeComponents(noted(rows), records);
        };
    }

    SortedSet<EntityId> entitiesOfLive(Collection<RecordKey> records) {
        SortedSet<EntityId> entities = new TreeSet<>();
        if (!records.isEmpty()) {
            Record row = runner.listOver(Statement.ENTITIES_OF_LIVE_RECORDS, Rows.records(records))
                    .get(0);
            if (row.get("live").asInt() == Set.copyOf(records).size()) {
                row.get("entities").asList(Value::asString).forEach(id -> entities.add(new EntityId(id)));
            }
        }
        return entities;
    }

    /**
     * The standing judgements that name any of these records, stored or not. A record that this transaction has created is
     * named by one only if judgements named absent records before.
     */
    List<StoredJudgement> standingJudgementsOf(Collection<RecordKey> records) {
        List<Long> stored = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        nodes.findRecords(runner, Rows.records(records));
        for (RecordKey record : records) {
            String key = record.text();
            if (nodes.isCreated(key) && !areAbsentRecordsNamed()) {
                continue;
            }
            long node = nodes.record(key);
            if (node == KnownNodes.NONE) {
                absent.add(key);
            } else {
                stored.add(node);
            }
        }
        Map<String, StoredJudgement> found = new TreeMap<>();
        if (!stored.isEmpty()) {
            graph.judgements(runner.list(Statement.STANDING_JUDGEMENTS_OF_RECORDS, Map.of("nodes", stored)))
                    .forEach(judgement -> found.put(judgement.judgement().id(), judgement));
        }
        if (!absent.isEmpty() && areAbsentRecordsNamed()) {
            graph.judgements(runner.listOver(Statement.STANDING_JUDGEMENTS_OF_ABSENT_RECORDS, absent))
                    .forEach(judgement -> found.put(judgement.judgement().id(), judgement));
        }
        return found.values().stream().sorted(GraphReads.BY_TIME).toList();
    }

    /** The judgements that name any of these records and fell after a time. */
    List<StoredJudgement> fallenJudgementsOf(Collection<RecordKey> records, Instant after) {
        List<StoredJudgement> fallen = new ArrayList<>();
        List<Long> stored = stored(Rows.records(records));
        if (!stored.isEmpty()) {
            fallen.addAll(graph.judgements(runner.list(
                    Statement.FALLEN_JUDGEMENTS_OF_RECORDS,
                    Map.of("nodes", stored, "after", JudgementRows.time(after), "prefix", tenant.prefix()))));
        }
        List<RecordKey> absent = records.stream()
                .filter(record -> nodes.record(record.text()) == KnownNodes.NONE)
                .toList();
        if (!absent.isEmpty() && areAbsentRecordsNamed()) {
            Set<StoredJudgement> known = Set.copyOf(fallen);
            List<StoredJudgement> more = graph.judgementsOf(absent).stream()
                    .filter(judgement -> !judgement.stands() && !known.contains(judgement))
                    .toList();
            Map<String, StoredOperation> by = graph.operations(
                    more.stream().map(StoredJudgement::supersededBy).collect(Collectors.toSet()));
            more.stream().filter(judgement -> judgement.fellAfter(after, by)).forEach(fallen::add);
        }
        return LedgerReads.naming(records, fallen);
    }

    /** Whether there are judgements about records that are not stored; looked up when it is first asked. */
    boolean areAbsentRecordsNamed() {
        if (absentRecordsNamed == null) {
            absentRecordsNamed = runner.list(Statement.ANY_ABSENT_RECORD, Map.of())
                            .get(0)
                            .get("absent")
                            .asLong()
                    > 0;
        }
        return absentRecordsNamed;
    }

    List<StoredJudgement> judgementsOfOperation(String operation) {
        return graph.judgements(
                runner.list(Statement.JUDGEMENTS_OF_OPERATION, Map.of("operation", tenant.prefix() + operation)));
    }

    /** Asks for the operation recorded under a key; it is waited for when it is got. */
    Supplier<Optional<StoredOperation>> operationByIdempotencyKey(String idempotencyKey) {
        Supplier<List<Record>> rows = runner.ask(
                Statement.OPERATION_BY_IDEMPOTENCY_KEY, Map.of("idempotencyKey", tenant.prefix() + idempotencyKey));
        return () -> rows.get().stream().findFirst().map(row -> JudgementRows.operation(tenant.prefix(), row));
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
