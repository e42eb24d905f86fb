package dev.ravel.resolver.store;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.entity.EntityState;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.review.ReviewItem;
import dev.ravel.model.review.ReviewKind;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A transaction on the in-memory graph. The store's one lock is held for as long as it lasts. */
final class InMemoryTransaction implements ResolutionTransaction {
    private final InMemoryGraph graph;
    private final InMemoryWriter writer;

    InMemoryTransaction(InMemoryGraph graph, UndoLog undo) {
        this.graph = graph;
        this.writer = new InMemoryWriter(graph, undo);
    }

    /** One transaction runs at a time: there is nobody to give way to. */
    @Override
    public Runnable askToGiveWay() {
        return () -> {};
    }

    @Override
    public Runnable askToGiveWayHoldingLocks() {
        return () -> {};
    }

    @Override
    public Map<RecordKey, StoredRecord> records(Collection<RecordKey> keys) {
        return graph.recordsOf(keys);
    }

    @Override
    public Map<RecordKey, StoredRecord> lockRecords(SortedSet<RecordKey> keys) {
        return graph.recordsOf(keys);
    }

    @Override
    public Map<RecordKey, StoredRecord> reserveRecords(SortedSet<RecordKey> keys) {
        return graph.recordsOf(keys);
    }

    @Override
    public Map<SharedKey, KeyState> lockKeys(SortedMap<SharedKey, KeyMove> moves) {
        Map<SharedKey, KeyState> states = new HashMap<>(graph.keyStates(moves.keySet()));
        moves.keySet().forEach(key -> states.computeIfAbsent(key, missing -> new KeyState(missing, 0, false, false)));
        return states;
    }

    @Override
    public Supplier<List<StoredRecord>> askCarriers(Collection<SharedKey> keys) {
        List<StoredRecord> carriers = graph.carriersOf(keys);
        return () -> carriers;
    }

    @Override
    public Map<SharedKey, Map<String, Integer>> nameCounts(Collection<SharedKey> keys) {
        return graph.nameCounts(keys);
    }

    @Override
    public SortedMap<EntityId, Entity> lockComponents(SortedSet<String> components) {
        return graph.entitiesOfComponents(components);
    }

    @Override
    public WholeComponents lockAround(SortedSet<EntityId> entities) {
        Set<String> components = new TreeSet<>();
        for (EntityId id : entities) {
            @Nullable Entity entity = graph.entities.get(id);
            if (entity != null && entity.state() == EntityState.ACTIVE) {
                components.add(entity.component());
            }
        }
        SortedMap<EntityId, Entity> found = graph.entitiesOfComponents(components);
        Set<RecordKey> members = new TreeSet<>();
        found.values().forEach(entity -> members.addAll(entity.records()));
        return new WholeComponents(found, graph.recordsOf(members));
    }

    @Override
    public SortedSet<EntityId> entitiesOfLive(Collection<RecordKey> records) {
        SortedSet<EntityId> entities = new TreeSet<>();
        Map<RecordKey, StoredRecord> stored = graph.recordsOf(records);
        for (RecordKey key : records) {
            @Nullable StoredRecord record = stored.get(key);
            if (record == null || record.entity().isEmpty()) {
                return new TreeSet<>();
            }
            entities.add(record.entity().get());
        }
        return entities;
    }

    @Override
    public Supplier<List<Match>> askMatches(Collection<RecordKey> records) {
        List<Match> matches = graph.matchesOf(records);
        return () -> matches;
    }

    @Override
    public List<Judgement> standingJudgements(Collection<RecordKey> records) {
        return graph.standingJudgements(records);
    }

    @Override
    public SortedMap<EntityId, Entity> foundedBy(Collection<RecordKey> founders) {
        return graph.foundedBy(founders);
    }

    @Override
    public List<StoredJudgement> operation(String operation) {
        return graph.judgementsOfOperation(operation);
    }

    @Override
    public Supplier<Optional<StoredOperation>> askOperationByIdempotencyKey(String idempotencyKey) {
        Optional<StoredOperation> operation = Optional.ofNullable(graph.operationsByIdempotencyKey.get(idempotencyKey));
        return () -> operation;
    }

    @Override
    public List<ReviewItem> openContradictions(Collection<RecordKey> records) {
        return graph.openQuestions(ReviewKind.CONTRADICTING_VERSION, records);
    }

    @Override
    public List<ReviewItem> openAudits(Collection<RecordKey> records) {
        return graph.openQuestions(ReviewKind.AUDIT, records);
    }

    @Override
    public Optional<StoredReviewItem> lockReviewItem(String id) {
        return Optional.ofNullable(graph.questions.get(id));
    }

    @Override
    public void writeProgress(StoredReviewItem item) {
        writer.writeProgress(item);
    }

    @Override
    public List<StoredJudgement> fallenJudgements(Collection<RecordKey> records, Instant after) {
        return graph.judgementsOf(records).stream()
                .filter(stored -> stored.fellAfter(after, graph.operations))
                .toList();
    }

    @Override
    public boolean mayHaveFormerKeys() {
        return graph.keyGeneration > 0 && graph.reresolvedUpTo.isPresent();
    }

    @Override
    public Map<RecordKey, FormerKeys> formerKeys(Collection<RecordKey> records) {
        return graph.formerKeys(records);
    }

    @Override
    public Map<SharedKey, List<StoredIdentifierJudgement>> identifierJudgements(Collection<SharedKey> identifiers) {
        Map<SharedKey, List<StoredIdentifierJudgement>> found = new HashMap<>();
        for (SharedKey identifier : identifiers) {
            List<StoredIdentifierJudgement> judgements = graph.judgementsOf(identifier);
            if (!judgements.isEmpty()) {
                found.put(identifier, judgements);
            }
        }
        return found;
    }

    @Override
    public void write(GraphChange change) {
        writer.write(change);
    }

    /** Ends the transaction, if what it has written is whole. */
    void finish() {
        writer.check();
    }
}
