package dev.ravel.resolver.store;

import dev.ravel.model.cluster.Guard;
import dev.ravel.model.entity.Entity;
import dev.ravel.model.entity.EntityState;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.lineage.LineageEvent;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.model.review.AuditSample;
import dev.ravel.model.review.ReviewItem;
import dev.ravel.model.review.ReviewKind;
import dev.ravel.resolver.lineage.EventBlock;
import dev.ravel.resolver.lineage.SealHead;
import dev.ravel.resolver.lineage.SealedBlock;
import dev.ravel.resolver.settings.ResolutionDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The state of the in-memory store: maps with the indexes that the ports need, and the reads on them. Changed only by
 * {@link InMemoryWriter}. Not thread-safe; {@link InMemoryStore} holds the lock.
 */
final class InMemoryGraph {
    Optional<ResolutionDigest> digest = Optional.empty();
    Optional<String> reresolvedUpTo = Optional.empty();
    int keyGeneration;
    final SortedSet<SharedKey> formerBlocks = new TreeSet<>();
    final NavigableMap<RecordKey, HeldRecord> records = new TreeMap<>();
    final Map<SharedKey, KeyState> keys = new HashMap<>();
    final Map<SharedKey, SortedSet<RecordKey>> carriers = new HashMap<>();
    final Map<SharedKey, SortedSet<RecordKey>> formerCarriers = new HashMap<>();
    final NavigableMap<EntityId, Entity> entities = new TreeMap<>();
    final Map<EntityId, SortedSet<RecordKey>> members = new HashMap<>();
    final Map<RecordKey, SortedSet<EntityId>> founded = new HashMap<>();
    final Map<String, SortedSet<EntityId>> components = new HashMap<>();
    final NavigableMap<RecordPair, Match> matches = new TreeMap<>();
    final Map<RecordKey, SortedSet<RecordPair>> matchesByRecord = new HashMap<>();
    final Map<String, StoredJudgement> judgements = new HashMap<>();
    final Map<RecordKey, SortedSet<String>> judgementsByRecord = new HashMap<>();
    final Map<String, StoredIdentifierJudgement> identifierJudgements = new HashMap<>();
    final Map<SharedKey, SortedSet<String>> identifierJudgementsByKey = new HashMap<>();
    final Map<String, StoredOperation> operations = new HashMap<>();
    final Map<String, StoredOperation> operationsByIdempotencyKey = new HashMap<>();
    final Map<EntityId, NavigableMap<Long, LineageEvent>> events = new HashMap<>();
    final Map<String, LineageEvent> eventsById = new HashMap<>();
    final NavigableMap<Long, EventBlock> unsealed = new TreeMap<>();
    final List<SealedBlock> sealed = new ArrayList<>();
    final Map<String, StoredReviewItem> questions = new HashMap<>();
    final Map<String, AuditSample> auditSamples = new HashMap<>();
    final Map<String, Long> offsets = new HashMap<>();

    /** Begins another generation of keys: blocks are empty, and records still carry the identifiers that they did. */
    void beginKeyGeneration(int generation) {
        keyGeneration = generation;
        keys.keySet().stream().filter(SharedKey::isBlock).forEach(formerBlocks::add);
        keys.keySet().removeIf(SharedKey::isBlock);
        carriers.keySet().removeIf(SharedKey::isBlock);
        formerCarriers.keySet().removeIf(SharedKey::isBlock);
        records.replaceAll((key, held) -> held.withKeys(
                held.nameKey(),
                held.keys().stream().filter(carried -> !carried.isBlock()).collect(Collectors.toSet()),
                held.keyGeneration()));
    }

    /** What those of these live records are stored with that have keys of an earlier generation. */
    Map<RecordKey, FormerKeys> formerKeys(Collection<RecordKey> wanted) {
        Map<RecordKey, FormerKeys> found = new TreeMap<>();
        for (RecordKey key : wanted) {
            @Nullable HeldRecord held = records.get(key);
            if (held != null && hasFormerKeys(held)) {
                found.put(
                        key,
                        new FormerKeys(
                                held.nameKey(),
                                held.keys(),
                                held.older().stream()
                                        .map(StoredVersion::version)
                                        .toList()));
            }
        }
        return found;
    }

    private boolean hasFormerKeys(HeldRecord held) {
        return held.keyGeneration() != keyGeneration && !held.newest().version().deleted();
    }

    Map<RecordKey, StoredRecord> recordsOf(Collection<RecordKey> wanted) {
        Map<RecordKey, StoredRecord> found = new TreeMap<>();
        for (RecordKey key : wanted) {
            @Nullable HeldRecord held = records.get(key);
            if (held != null) {
                found.put(key, stored(held));
            }
        }
        return found;
    }

    List<StoredRecord> carriersOf(Collection<SharedKey> wanted) {
        SortedSet<RecordKey> found = new TreeSet<>();
        wanted.forEach(key -> found.addAll(of(carriers, key)));
        return List.copyOf(recordsOf(found).values());
    }

    Map<SharedKey, Map<String, Integer>> nameCounts(Collection<SharedKey> wanted) {
        Map<SharedKey, Map<String, Integer>> counts = new HashMap<>();
        for (SharedKey key : wanted) {
            Map<String, Integer> names = new TreeMap<>();
            for (RecordKey carrier : of(carriers, key)) {
                @Nullable HeldRecord held = records.get(carrier);
                if (held != null) {
                    names.merge(held.nameKey(), 1, Integer::sum);
                }
            }
            counts.put(key, names);
        }
        return counts;
    }

    Map<SharedKey, KeyState> keyStates(Collection<SharedKey> wanted) {
        Map<SharedKey, KeyState> found = new HashMap<>();
        for (SharedKey key : wanted) {
            @Nullable KeyState state = keys.get(key);
            if (state != null) {
                found.put(key, state);
            }
        }
        return found;
    }

    SortedMap<EntityId, Entity> entitiesOfComponents(Collection<String> wanted) {
        SortedMap<EntityId, Entity> found = new TreeMap<>();
        wanted.forEach(component -> of(components, component).forEach(id -> put(found, id)));
        return found;
    }

    SortedMap<EntityId, Entity> foundedBy(Collection<RecordKey> founders) {
        SortedMap<EntityId, Entity> found = new TreeMap<>();
        founders.forEach(founder -> of(founded, founder).forEach(id -> put(found, id)));
        return found;
    }

    List<Match> matchesOf(Collection<RecordKey> wanted) {
        SortedMap<RecordPair, Match> found = new TreeMap<>();
        for (RecordKey key : wanted) {
            for (RecordPair pair : of(matchesByRecord, key)) {
                @Nullable Match match = matches.get(pair);
                if (match != null) {
                    found.put(pair, match);
                }
            }
        }
        return List.copyOf(found.values());
    }

    List<StoredJudgement> judgementsOf(Collection<RecordKey> wanted) {
        Map<String, StoredJudgement> found = new LinkedHashMap<>();
        for (RecordKey key : wanted) {
            for (String id : of(judgementsByRecord, key)) {
                @Nullable StoredJudgement judgement = judgements.get(id);
                if (judgement != null) {
                    found.put(id, judgement);
                }
            }
        }
        return inOrder(found.values());
    }

    List<Judgement> standingJudgements(Collection<RecordKey> wanted) {
        return judgementsOf(wanted).stream()
                .filter(StoredJudgement::stands)
                .map(StoredJudgement::judgement)
                .toList();
    }

    List<StoredOperation> standingOperations(OperationQuery query, int limit) {
        Set<String> ids = new HashSet<>();
        judgements.values().stream()
                .filter(StoredJudgement::stands)
                .map(StoredJudgement::judgement)
                .filter(one -> query.fits(one.actor(), one.ticket(), one.at()))
                .forEach(one -> ids.add(one.operation()));
        identifierJudgements.values().stream()
                .filter(StoredIdentifierJudgement::stands)
                .map(StoredIdentifierJudgement::judgement)
                .filter(one -> query.fits(one.actor(), one.ticket(), one.at()))
                .forEach(one -> ids.add(one.operation()));
        return ids.stream()
                .map(operations::get)
                .filter(operation -> query.kind()
                        .filter(kind -> !kind.equals(operation.kind()))
                        .isEmpty())
                .sorted(Comparator.comparing(StoredOperation::at)
                        .thenComparing(StoredOperation::id)
                        .reversed())
                .limit(limit)
                .toList();
    }

    List<StoredJudgement> judgementsOfOperation(String operation) {
        return inOrder(judgements.values().stream()
                .filter(stored -> stored.judgement().operation().equals(operation))
                .toList());
    }

    List<StoredIdentifierJudgement> judgementsOf(SharedKey identifier) {
        return of(identifierJudgementsByKey, identifier).stream()
                .map(id -> Objects.requireNonNull(identifierJudgements.get(id)))
                .sorted(Comparator.<StoredIdentifierJudgement, Instant>comparing(
                                stored -> stored.judgement().at())
                        .thenComparing(stored -> stored.judgement().id()))
                .toList();
    }

    List<StoredVersion> versions(RecordKey key) {
        @Nullable HeldRecord held = records.get(key);
        if (held == null) {
            return List.of();
        }
        List<StoredVersion> versions = new ArrayList<>(held.older());
        versions.add(held.newest());
        versions.sort(Comparator.<StoredVersion, VersionStamp>comparing(stored -> VersionStamp.of(stored.version()))
                .reversed());
        return versions;
    }

    List<LineageEvent> events(EntityId id, long afterVersion, int limit) {
        @Nullable NavigableMap<Long, LineageEvent> chain = events.get(id);
        return chain == null
                ? List.of()
                : chain.tailMap(afterVersion, false).values().stream()
                        .limit(limit)
                        .toList();
    }

    List<StoredReviewItem> openQuestions(int limit) {
        return questions.values().stream()
                .filter(StoredReviewItem::open)
                .sorted(Comparator.<StoredReviewItem>comparingDouble(
                                stored -> -stored.item().weight())
                        .thenComparing(stored -> stored.item().id()))
                .limit(limit)
                .toList();
    }

    List<ReviewItem> openQuestions(ReviewKind kind, Collection<RecordKey> records) {
        return questions.values().stream()
                .filter(StoredReviewItem::open)
                .map(StoredReviewItem::item)
                .filter(item -> item.kind() == kind)
                .filter(item -> item.records().stream().anyMatch(records::contains))
                .sorted(Comparator.comparing(ReviewItem::id))
                .toList();
    }

    List<AuditSample> auditSamples() {
        return auditSamples.values().stream()
                .sorted(Comparator.comparing(AuditSample::at).thenComparing(AuditSample::name))
                .toList();
    }

    SealHead sealHead() {
        return sealed.isEmpty() ? SealHead.NONE : sealed.get(sealed.size() - 1).head();
    }

    StoreCounts counts() {
        SortedMap<Guard, Long> heldByGuard = new TreeMap<>();
        matches.values().forEach(match -> match.heldBy().ifPresent(guard -> heldByGuard.merge(guard, 1L, Long::sum)));
        List<Entity> active = entities.values().stream()
                .filter(entity -> entity.state() == EntityState.ACTIVE)
                .toList();
        return new StoreCounts(
                records.values().stream()
                        .filter(held -> !held.newest().version().deleted())
                        .count(),
                active.size(),
                active.stream().filter(entity -> entity.records().size() > 1).count(),
                entities.size() - active.size(),
                keys.keySet().stream().filter(key -> !key.isBlock()).count(),
                keys.values().stream().filter(KeyState::suppressed).count(),
                keys.values().stream()
                        .filter(state -> state.key().isBlock() && state.overCap())
                        .count(),
                questions.values().stream().filter(StoredReviewItem::open).count(),
                eventsById.size(),
                heldByGuard);
    }

    /** The elements under a key of an index. */
    static <K, E> SortedSet<E> of(Map<K, SortedSet<E>> index, K key) {
        @Nullable SortedSet<E> set = index.get(key);
        return set == null ? new TreeSet<>() : set;
    }

    private void put(SortedMap<EntityId, Entity> found, EntityId id) {
        @Nullable Entity entity = entities.get(id);
        if (entity != null) {
            found.put(id, entity);
        }
    }

    private StoredRecord stored(HeldRecord held) {
        SourceRecord version = held.newest().version();
        Instant recordedAt = held.newest().recordedAt();
        Set<VersionStamp> older = new HashSet<>();
        held.older().forEach(kept -> older.add(VersionStamp.of(kept.version())));
        return new StoredRecord(
                version.key(),
                version.observedAt(),
                version.sequence(),
                version.deleted(),
                version.digest(),
                RecordCodec.encode(version),
                recordedAt,
                held.newest().loadId(),
                List.copyOf(older),
                held.spans(),
                held.entity(),
                held.entity().map(entities::get).map(Entity::component).orElse(""),
                held.suppressed(),
                held.overCap(),
                !standingJudgements(List.of(version.key())).isEmpty(),
                hasFormerKeys(held));
    }

    private static List<StoredJudgement> inOrder(Collection<StoredJudgement> found) {
        return found.stream()
                .sorted(Comparator.<StoredJudgement, Instant>comparing(
                                stored -> stored.judgement().at())
                        .thenComparing(stored -> stored.judgement().id()))
                .toList();
    }
}
