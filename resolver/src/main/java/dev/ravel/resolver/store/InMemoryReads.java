package dev.ravel.resolver.store;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.entity.EntityState;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.IdentifierJudgement;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.lineage.LineageEvent;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.model.review.AuditSample;
import dev.ravel.resolver.lineage.EventName;
import dev.ravel.resolver.lineage.SealHead;
import dev.ravel.resolver.lineage.SealedBlock;
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
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What anyone may read of a graph in memory, each question under the lock that serialises them with transactions. */
abstract class InMemoryReads implements EntityReader {
    /** Serialises all transactions and reads. */
    final ReentrantLock lock = new ReentrantLock();

    /** What is read. */
    final InMemoryGraph graph = new InMemoryGraph();

    @Override
    public Optional<Entity> entity(EntityId id) {
        return locked(() -> Optional.ofNullable(graph.entities.get(id)));
    }

    @Override
    public List<Entity> entities(Collection<EntityId> ids) {
        return locked(() -> ids.stream()
                .filter(graph.entities::containsKey)
                .map(this::known)
                .toList());
    }

    @Override
    public Optional<Entity> entityOf(RecordKey record) {
        return locked(() -> Optional.ofNullable(graph.records.get(record))
                .flatMap(HeldRecord::entity)
                .map(this::known));
    }

    @Override
    public List<Entity> entitiesBy(SharedKey identifier, int limit) {
        return locked(() -> {
            SortedSet<EntityId> ids = new TreeSet<>();
            graph.carriersOf(List.of(identifier))
                    .forEach(carrier -> carrier.entity().ifPresent(ids::add));
            return ids.stream().limit(limit).map(this::known).toList();
        });
    }

    @Override
    public Map<RecordKey, Set<SharedKey>> identifiersOf(Collection<RecordKey> records) {
        return locked(() -> {
            Map<RecordKey, Set<SharedKey>> found = new TreeMap<>();
            for (RecordKey record : records) {
                Set<SharedKey> carried = Optional.ofNullable(graph.records.get(record)).map(HeldRecord::keys).stream()
                        .flatMap(Set::stream)
                        .filter(key -> !key.isBlock())
                        .collect(Collectors.toSet());
                if (!carried.isEmpty()) {
                    found.put(record, carried);
                }
            }
            return found;
        });
    }

    @Override
    public List<RecordKey> carriersEver(SharedKey identifier, Optional<RecordKey> after, int limit) {
        return locked(() -> Stream.concat(
                        InMemoryGraph.of(graph.carriers, identifier).stream(),
                        InMemoryGraph.of(graph.formerCarriers, identifier).stream())
                .filter(record -> after.isEmpty() || record.compareTo(after.get()) > 0)
                .distinct()
                .sorted()
                .limit(limit)
                .toList());
    }

    @Override
    public List<Entity> page(Optional<EntityId> after, int limit, int minRecords) {
        return locked(() -> {
            SortedMap<EntityId, Entity> rest = after.<SortedMap<EntityId, Entity>>map(
                            id -> graph.entities.tailMap(id, false))
                    .orElse(graph.entities);
            return rest.values().stream()
                    .filter(entity -> entity.state() == EntityState.ACTIVE
                            && entity.records().size() >= minRecords)
                    .limit(limit)
                    .toList();
        });
    }

    @Override
    public List<EntityId> ids(Optional<EntityId> after, int limit) {
        return locked(() -> after
                .<SortedMap<EntityId, Entity>>map(id -> graph.entities.tailMap(id, false))
                .orElse(graph.entities)
                .keySet()
                .stream()
                .limit(limit)
                .toList());
    }

    /** {@inheritDoc} Here it looks at all entities, and follows each commit at once. */
    @Override
    public List<Entity> search(String text, int limit) {
        List<String> words = SearchTerms.ofQuery(text);
        return locked(() -> {
            Map<EntityId, Integer> fits = new HashMap<>();
            for (Entity entity : graph.entities.values()) {
                if (entity.state() == EntityState.ACTIVE) {
                    fits.put(entity.id(), SearchTerms.fit(words, SearchTerms.of(entity.golden())));
                }
            }
            return fits.entrySet().stream()
                    .filter(fit -> fit.getValue() > 0)
                    .sorted(Map.Entry.<EntityId, Integer>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(limit)
                    .map(fit -> known(fit.getKey()))
                    .toList();
        });
    }

    @Override
    public Map<RecordKey, Membership> memberships(Collection<RecordKey> records) {
        return locked(() -> {
            Map<RecordKey, Membership> found = new TreeMap<>();
            for (RecordKey record : records) {
                Optional.ofNullable(graph.records.get(record))
                        .flatMap(HeldRecord::entity)
                        .ifPresent(id -> found.put(
                                record, new Membership(id, known(id).records().size())));
            }
            return found;
        });
    }

    @Override
    public Map<RecordKey, StoredRecord> recordsOf(Collection<RecordKey> keys) {
        return locked(() -> graph.recordsOf(keys));
    }

    @Override
    public List<StoredVersion> versions(RecordKey key) {
        return locked(() -> graph.versions(key));
    }

    @Override
    public Map<SharedKey, KeyState> keyStates(Collection<SharedKey> keys) {
        return locked(() -> graph.keyStates(keys));
    }

    @Override
    public List<Match> matchesOf(Collection<RecordKey> records) {
        return locked(() -> graph.matchesOf(records));
    }

    @Override
    public List<StoredJudgement> judgementsOf(Collection<RecordKey> records) {
        return locked(() -> graph.judgementsOf(records));
    }

    @Override
    public List<StoredIdentifierJudgement> judgementsOf(SharedKey identifier) {
        return locked(() -> graph.judgementsOf(identifier));
    }

    @Override
    public List<StoredIdentifierJudgement> identifierJudgementsOf(String operation) {
        return locked(() -> graph.identifierJudgements.values().stream()
                .filter(stored -> stored.judgement().operation().equals(operation))
                .sorted(Comparator.comparing(stored -> stored.judgement().id()))
                .toList());
    }

    @Override
    public List<Judgement> standingJudgements(String after, int limit) {
        return locked(() -> graph.judgements.values().stream()
                .filter(StoredJudgement::stands)
                .map(StoredJudgement::judgement)
                .filter(judgement -> judgement.id().compareTo(after) > 0)
                .sorted(Comparator.comparing(Judgement::id))
                .limit(limit)
                .toList());
    }

    @Override
    public List<IdentifierJudgement> standingIdentifierJudgements(String after, int limit) {
        return locked(() -> graph.identifierJudgements.values().stream()
                .filter(StoredIdentifierJudgement::stands)
                .map(StoredIdentifierJudgement::judgement)
                .filter(judgement -> judgement.id().compareTo(after) > 0)
                .sorted(Comparator.comparing(IdentifierJudgement::id))
                .limit(limit)
                .toList());
    }

    /** {@inheritDoc} Here it looks at all events. */
    @Override
    public List<EntityId> entitiesEver(RecordKey record) {
        return locked(() -> graph.eventsById.values().stream()
                .filter(event -> event.after().contains(record))
                .map(LineageEvent::entity)
                .distinct()
                .sorted()
                .toList());
    }

    @Override
    public List<LineageEvent> events(EntityId id, long afterVersion, int limit) {
        return locked(() -> graph.events(id, afterVersion, limit));
    }

    @Override
    public List<LineageEvent> events(Collection<EventName> names) {
        return locked(() -> names.stream()
                .flatMap(name -> graph.events(name.entity(), name.version() - 1, 1).stream()
                        .filter(event -> event.version() == name.version()))
                .toList());
    }

    @Override
    public Map<EntityId, List<LineageEvent>> chains(Collection<EntityId> ids) {
        return locked(() -> {
            Map<EntityId, List<LineageEvent>> chains = new TreeMap<>();
            ids.stream()
                    .filter(graph.events::containsKey)
                    .forEach(id -> chains.put(id, graph.events(id, 0, Integer.MAX_VALUE)));
            return chains;
        });
    }

    @Override
    public Map<EntityId, List<LineageEvent>> eventsOfCauses(Collection<EntityId> ids, Collection<String> causes) {
        Map<EntityId, List<LineageEvent>> found = new TreeMap<>();
        chains(ids).forEach((id, events) -> {
            List<LineageEvent> caused = events.stream()
                    .filter(event -> causes.contains(event.cause()))
                    .toList();
            if (!caused.isEmpty()) {
                found.put(id, caused);
            }
        });
        return found;
    }

    @Override
    public List<SealedBlock> blocks(long afterNumber, int limit) {
        return locked(() -> graph.sealed.stream().skip(afterNumber).limit(limit).toList());
    }

    @Override
    public SealHead sealHead() {
        return locked(graph::sealHead);
    }

    @Override
    public List<StoredReviewItem> openReviewItems(int limit) {
        return locked(() -> graph.openQuestions(limit));
    }

    @Override
    public Optional<StoredReviewItem> reviewItem(String id) {
        return locked(() -> Optional.ofNullable(graph.questions.get(id)));
    }

    @Override
    public List<AuditSample> auditSamples() {
        return locked(graph::auditSamples);
    }

    @Override
    public Map<String, StoredOperation> operations(Collection<String> ids) {
        return locked(() -> {
            Map<String, StoredOperation> found = new TreeMap<>();
            for (String id : ids) {
                @Nullable StoredOperation operation = graph.operations.get(id);
                if (operation != null) {
                    found.put(id, operation);
                }
            }
            return found;
        });
    }

    @Override
    public List<StoredOperation> standingOperations(OperationQuery query, int limit) {
        return locked(() -> graph.standingOperations(query, limit));
    }

    @Override
    public List<KeyState> identifiers(String tenant, IdentifierQuery query, int limit) {
        return locked(() -> graph.keys.values().stream()
                .filter(state -> state.key().tenant().equals(tenant) && query.fits(state))
                .sorted(Comparator.comparingInt(KeyState::size).reversed().thenComparing(KeyState::key))
                .limit(limit)
                .toList());
    }

    @Override
    public List<RecordKey> liveRecordKeys(String tenant, String source, Optional<RecordKey> after, int limit) {
        return locked(() -> graph.records.values().stream()
                .map(held -> held.newest().version())
                .filter(version -> !version.deleted())
                .map(SourceRecord::key)
                .filter(key -> key.tenant().equals(tenant) && key.source().equals(source))
                .filter(key -> after.map(last -> key.compareTo(last) > 0).orElse(true))
                .limit(limit)
                .toList());
    }

    @Override
    public List<RecordKey> liveRecordKeys(String tenant, Optional<RecordKey> after, int limit) {
        return locked(() -> graph.records.values().stream()
                .map(held -> held.newest().version())
                .filter(version -> !version.deleted())
                .map(SourceRecord::key)
                .filter(key -> key.tenant().equals(tenant))
                .filter(key -> after.map(last -> key.compareTo(last) > 0).orElse(true))
                .limit(limit)
                .toList());
    }

    @Override
    public StoreCounts counts() {
        return locked(graph::counts);
    }

    @Override
    public long offset(String input) {
        return locked(() -> graph.offsets.getOrDefault(input, 0L));
    }

    /** All record keys, deleted ones included, ascending. */
    public SortedSet<RecordKey> recordKeys() {
        return locked(() -> new TreeSet<>(graph.records.keySet()));
    }

    /** All entities, active and retired, by id. */
    public SortedMap<EntityId, Entity> allEntities() {
        return locked(() -> new TreeMap<>(graph.entities));
    }

    private Entity known(EntityId id) {
        return Optional.ofNullable(graph.entities.get(id)).orElseThrow();
    }

    /** Does something while nobody else reads or writes. */
    final <T> T locked(Supplier<T> read) {
        lock.lock();
        try {
            return read.get();
        } finally {
            lock.unlock();
        }
    }
}
