package dev.ravel.cypher.store;

import dev.ravel.cypher.mapping.AuditRows;
import dev.ravel.cypher.mapping.BlockRows;
import dev.ravel.cypher.mapping.EventRows;
import dev.ravel.cypher.mapping.JudgementRows;
import dev.ravel.cypher.mapping.ReviewRows;
import dev.ravel.cypher.mapping.Rows;
import dev.ravel.cypher.mapping.Tenant;
import dev.ravel.cypher.statement.Statement;
import dev.ravel.cypher.statement.StatementRunner;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.IdentifierJudgement;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.lineage.LineageEvent;
import dev.ravel.model.review.AuditSample;
import dev.ravel.resolver.lineage.EventName;
import dev.ravel.resolver.lineage.SealHead;
import dev.ravel.resolver.lineage.SealedBlock;
import dev.ravel.resolver.store.EntityReader;
import dev.ravel.resolver.store.OperationQuery;
import dev.ravel.resolver.store.StoredIdentifierJudgement;
import dev.ravel.resolver.store.StoredJudgement;
import dev.ravel.resolver.store.StoredOperation;
import dev.ravel.resolver.store.StoredReviewItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.neo4j.driver.Record;

/**
 * What anyone may read of what was decided and done in a graph: judgements, operations, questions and samples, and the events
 * with their seal.
 */
abstract class LedgerReads implements EntityReader {
    static final Comparator<StoredJudgement> BY_TIME = Comparator.<StoredJudgement, Instant>comparing(
                    stored -> stored.judgement().at())
            .thenComparing(stored -> stored.judgement().id());

    /** Runs the statements. */
    final StatementRunner runner;

    /** Whose graph it is. */
    final Tenant tenant;

    LedgerReads(StatementRunner runner, Tenant tenant) {
        this.runner = runner;
        this.tenant = tenant;
    }

    @Override
    public List<StoredJudgement> judgementsOf(Collection<RecordKey> records) {
        return naming(records, judgements(runner.listOver(Statement.JUDGEMENTS_OF_RECORDS, Rows.records(records))));
    }

    @Override
    public List<StoredIdentifierJudgement> judgementsOf(SharedKey identifier) {
        return runner.list(Statement.JUDGEMENTS_OF_IDENTIFIER, Map.of("key", identifier.text())).stream()
                .map(row -> JudgementRows.identifierJudgement(tenant.prefix(), row))
                .toList();
    }

    @Override
    public List<StoredIdentifierJudgement> identifierJudgementsOf(String operation) {
        return runner
                .list(Statement.IDENTIFIER_JUDGEMENTS_OF_OPERATION, Map.of("prefix", tenant.prefix() + operation + '/'))
                .stream()
                .map(row -> JudgementRows.identifierJudgement(tenant.prefix(), row))
                .toList();
    }

    @Override
    public List<Judgement> standingJudgements(String after, int limit) {
        return runner.list(Statement.STANDING_JUDGEMENTS, afterKey(after, limit)).stream()
                .map(row -> JudgementRows.judgement(tenant.prefix(), row).judgement())
                .toList();
    }

    @Override
    public List<IdentifierJudgement> standingIdentifierJudgements(String after, int limit) {
        return runner.list(Statement.STANDING_IDENTIFIER_JUDGEMENTS, afterKey(after, limit)).stream()
                .map(row ->
                        JudgementRows.identifierJudgement(tenant.prefix(), row).judgement())
                .toList();
    }

    private Map<String, Object> afterKey(String id, int limit) {
        return Map.of("after", tenant.prefix() + id, "end", tenant.end(), "limit", limit);
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
    public List<LineageEvent> events(Collection<EventName> names) {
        return runner
                .listOver(
                        Statement.EVENTS_BY_KEY,
                        names.stream().map(EventName::text).toList())
                .stream()
                .map(EventRows::event)
                .toList();
    }

    @Override
    public Map<EntityId, List<LineageEvent>> chains(Collection<EntityId> ids) {
        return byEntity(runner.listOver(
                Statement.EVENTS_OF_ENTITIES, ids.stream().map(EntityId::value).toList()));
    }

    @Override
    public Map<EntityId, List<LineageEvent>> eventsOfCauses(Collection<EntityId> ids, Collection<String> causes) {
        return ids.isEmpty()
                ? Map.of()
                : byEntity(runner.list(
                        Statement.EVENTS_OF_CAUSES,
                        Map.of(
                                "keys", ids.stream().map(EntityId::value).toList(),
                                "causes", List.copyOf(causes))));
    }

    private static Map<EntityId, List<LineageEvent>> byEntity(List<Record> rows) {
        Map<EntityId, List<LineageEvent>> events = new TreeMap<>();
        rows.forEach(row -> {
            LineageEvent event = EventRows.event(row);
            events.computeIfAbsent(event.entity(), id -> new ArrayList<>()).add(event);
        });
        return events;
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
    public List<AuditSample> auditSamples() {
        return runner.list(Statement.AUDIT_SAMPLES, Map.of("tenant", tenant.name())).stream()
                .map(row -> AuditRows.sample(tenant.prefix(), row))
                .toList();
    }

    @Override
    public Map<String, StoredOperation> operations(Collection<String> ids) {
        Map<String, StoredOperation> found = new TreeMap<>();
        List<String> keys = ids.stream().map(id -> tenant.prefix() + id).toList();
        for (Record row : runner.listOver(Statement.OPERATIONS, keys)) {
            StoredOperation operation = JudgementRows.operation(tenant.prefix(), row);
            found.put(operation.id(), operation);
        }
        return found;
    }

    @Override
    public List<StoredOperation> standingOperations(OperationQuery query, int limit) {
        return runner.list(Statement.STANDING_OPERATIONS, JudgementRows.query(tenant, query, limit)).stream()
                .map(row -> JudgementRows.operation(tenant.prefix(), row))
                .toList();
    }

    /** Those that name any of these records. */
    static List<StoredJudgement> naming(Collection<RecordKey> records, List<StoredJudgement> judgements) {
        Set<RecordKey> asked = Set.copyOf(records);
        return judgements.stream()
                .filter(stored -> stored.judgement().records().stream().anyMatch(asked::contains))
                .toList();
    }

    List<StoredJudgement> judgements(List<Record> rows) {
        return rows.stream()
                .map(row -> JudgementRows.judgement(tenant.prefix(), row))
                .sorted(BY_TIME)
                .toList();
    }
}
