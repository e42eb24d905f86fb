package dev.ravel.resolver.store;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.entity.EntityState;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.IdentifierJudgement;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.lineage.LineageEvent;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.model.review.AuditSample;
import dev.ravel.model.review.ReviewItem;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.lineage.EventBlock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Applies changes to the in-memory graph, each step noted so that the transaction can be taken back, and checks that
 * they leave it whole: sizes count carriers, entities and memberships agree, event chains have no gaps.
 */
final class InMemoryWriter {
    private final InMemoryGraph graph;
    private final UndoLog undo;
    private final List<GraphChange> written = new ArrayList<>();

    InMemoryWriter(InMemoryGraph graph, UndoLog undo) {
        this.graph = graph;
        this.undo = undo;
    }

    void write(GraphChange change) {
        change.records().forEach(this::writeRecord);
        change.history().forEach(this::writeHistory);
        change.seen().forEach(this::restamp);
        change.spans().forEach(this::writeSpans);
        change.keys().forEach(state -> undo.put(graph.keys, state.key(), state));
        change.masks().forEach(this::writeMasks);
        change.rekeyed().forEach(this::rekey);
        change.carriedBefore().forEach(write -> write.identifiers()
                .forEach(identifier -> undo.add(graph.formerCarriers, identifier, write.key())));
        change.matchesRemoved().forEach(this::removeMatch);
        change.matches().forEach(this::writeMatch);
        change.entities().forEach(this::writeEntity);
        change.memberships().forEach(this::writeMembership);
        change.events().forEach(this::writeEvent);
        if (!change.events().isEmpty()) {
            long place = graph.unsealed.isEmpty() ? 0 : graph.unsealed.lastKey() + 1;
            undo.put(graph.unsealed, place, EventBlock.of(change.at(), change.events()));
        }
        change.reviewOpened().forEach(item -> open(item, change.at()));
        change.reviewClosed().forEach(this::close);
        change.judgements().forEach(this::writeJudgement);
        change.identifierJudgements().forEach(this::writeIdentifierJudgement);
        change.operation().ifPresent(this::writeOperation);
        change.superseded()
                .forEach(id -> supersede(
                        id, change.operation().map(StoredOperation::id).orElse("")));
        change.identifierJudgementsSuperseded()
                .forEach(id -> supersedeIdentifierJudgement(
                        id, change.operation().map(StoredOperation::id).orElse("")));
        change.rulingsCarried().forEach(this::carryRuling);
        change.auditSample().ifPresent(this::writeAuditSample);
        change.offsets().forEach(this::advance);
        written.add(change);
    }

    /**
     * Checks what a transaction has written, now that all of it is there.
     *
     * @throws ResolutionException with {@code BROKEN_INVARIANT} if the parts contradict each other
     */
    void check() {
        written.forEach(this::check);
    }

    private void writeRecord(RecordWrite write) {
        SourceRecord version = write.version();
        RecordKey key = version.key();
        @Nullable HeldRecord before = graph.records.get(key);
        if (write.isNew() && before != null) {
            throw new StaleReadException(key + " has been stored meanwhile");
        }
        require(write.isNew() || before != null, key + " is written as known and is not stored");
        List<StoredVersion> older = new ArrayList<>();
        Set<SharedKey> keys = new HashSet<>();
        Optional<EntityId> entity = Optional.empty();
        if (before != null) {
            older.addAll(before.older());
            older.add(aged(before.newest()));
            keys.addAll(before.keys());
            entity = before.entity();
        }
        keys.removeAll(write.detached());
        keys.addAll(write.attached());
        for (SharedKey detached : write.detached()) {
            undo.discard(graph.carriers, detached, key);
            undo.add(graph.formerCarriers, detached, key);
        }
        write.attached().forEach(attached -> undo.add(graph.carriers, attached, key));
        StoredVersion newest = new StoredVersion(version, write.loadId(), write.recordedAt(), true);
        undo.put(
                graph.records,
                key,
                new HeldRecord(
                        newest,
                        older,
                        write.spans(),
                        write.nameKey(),
                        keys,
                        write.suppressed(),
                        write.overCap(),
                        entity,
                        graph.keyGeneration));
    }

    private void writeHistory(HistoryWrite write) {
        HeldRecord held = held(write.version().key());
        List<StoredVersion> older = new ArrayList<>(held.older());
        older.add(new StoredVersion(write.version(), write.loadId(), write.recordedAt(), false));
        undo.put(graph.records, write.version().key(), held.withOlder(older));
    }

    private void restamp(SeenWrite write) {
        HeldRecord held = held(write.key());
        StoredVersion newest = held.newest();
        SourceRecord version = newest.version();
        SourceRecord moved = new SourceRecord(
                version.key(),
                version.type(),
                write.observedAt(),
                write.sequence(),
                version.deleted(),
                version.attributes());
        undo.put(
                graph.records,
                write.key(),
                held.with(new StoredVersion(moved, newest.loadId(), newest.recordedAt(), true)));
    }

    private void writeSpans(SpansWrite write) {
        undo.put(graph.records, write.key(), held(write.key()).with(write.spans()));
    }

    private void writeMasks(MaskWrite write) {
        undo.put(graph.records, write.key(), held(write.key()).withMasks(write.suppressed(), write.overCap()));
    }

    private void rekey(RekeyWrite write) {
        HeldRecord held = held(write.key());
        require(held.keyGeneration() != graph.keyGeneration, write.key() + " has the keys of now already");
        require(
                held.keys().containsAll(write.detached()),
                write.key() + " carries " + held.keys() + " and is written as leaving " + write.detached());
        Set<SharedKey> keys = new HashSet<>(held.keys());
        keys.removeAll(write.detached());
        keys.addAll(write.attached());
        write.detached().forEach(detached -> undo.discard(graph.carriers, detached, write.key()));
        write.attached().forEach(attached -> undo.add(graph.carriers, attached, write.key()));
        undo.put(
                graph.records,
                write.key(),
                held.withKeys(write.nameKey(), keys, graph.keyGeneration)
                        .withMasks(write.suppressed(), write.overCap()));
    }

    private void removeMatch(RecordPair pair) {
        undo.remove(graph.matches, pair);
        undo.discard(graph.matchesByRecord, pair.smaller(), pair);
        undo.discard(graph.matchesByRecord, pair.larger(), pair);
    }

    private void writeMatch(Match match) {
        RecordPair pair = match.pair();
        held(pair.smaller());
        held(pair.larger());
        undo.put(graph.matches, pair, match);
        undo.add(graph.matchesByRecord, pair.smaller(), pair);
        undo.add(graph.matchesByRecord, pair.larger(), pair);
    }

    private void writeEntity(Entity entity) {
        @Nullable Entity before = graph.entities.get(entity.id());
        if (before != null && before.state() == EntityState.ACTIVE) {
            undo.discard(graph.components, before.component(), before.id());
        }
        undo.put(graph.entities, entity.id(), entity);
        undo.add(graph.founded, entity.founder(), entity.id());
        if (entity.state() == EntityState.ACTIVE) {
            undo.add(graph.components, entity.component(), entity.id());
        }
    }

    private void writeMembership(MembershipWrite write) {
        HeldRecord held = held(write.record());
        require(
                held.entity().equals(write.from()),
                write.record() + " is in " + held.entity() + " and is written as leaving " + write.from());
        write.from().ifPresent(id -> undo.discard(graph.members, id, write.record()));
        write.to().ifPresent(id -> {
            require(graph.entities.containsKey(id), write.record() + " joins " + id + ", which is not there");
            undo.add(graph.members, id, write.record());
        });
        undo.put(graph.records, write.record(), held.in(write.to()));
    }

    private void writeEvent(LineageEvent event) {
        require(!graph.eventsById.containsKey(event.id()), "event " + event.id() + " is there already");
        NavigableMap<Long, LineageEvent> chain = graph.events.computeIfAbsent(event.entity(), id -> new TreeMap<>());
        require(
                chain.isEmpty() ? event.version() == 1 : event.version() == chain.lastKey() + 1,
                "event " + event.version() + " of " + event.entity() + " does not follow "
                        + (chain.isEmpty() ? "an empty chain" : chain.lastKey()));
        undo.put(chain, event.version(), event);
        undo.put(graph.eventsById, event.id(), event);
    }

    void writeProgress(StoredReviewItem item) {
        require(
                graph.questions.containsKey(item.item().id()),
                "there is no review item " + item.item().id());
        undo.put(graph.questions, item.item().id(), item);
    }

    private void open(ReviewItem item, Instant at) {
        @Nullable StoredReviewItem before = graph.questions.get(item.id());
        StoredReviewItem now = before != null && before.open()
                ? new StoredReviewItem(item, before.openedAt(), true, "", before.claimedBy(), before.skips())
                : new StoredReviewItem(item, item.from().orElse(at));
        undo.put(graph.questions, item.id(), now);
    }

    private void close(ReviewClosing closing) {
        @Nullable StoredReviewItem question = graph.questions.get(closing.item());
        if (question != null && question.open()) {
            undo.put(graph.questions, closing.item(), question.closed(closing.cause()));
        }
    }

    private void writeJudgement(Judgement judgement) {
        require(!graph.judgements.containsKey(judgement.id()), "judgement " + judgement.id() + " is there already");
        undo.put(graph.judgements, judgement.id(), new StoredJudgement(judgement, ""));
        judgement.records().forEach(record -> undo.add(graph.judgementsByRecord, record, judgement.id()));
    }

    private void supersede(String id, String operation) {
        @Nullable StoredJudgement stored = graph.judgements.get(id);
        if (stored == null || operation.isEmpty()) {
            throw broken("judgement " + id + " is taken back by '" + operation + "'");
        }
        undo.put(graph.judgements, id, new StoredJudgement(stored.judgement(), operation));
    }

    private void writeIdentifierJudgement(IdentifierJudgement judgement) {
        require(
                !graph.identifierJudgements.containsKey(judgement.id()),
                "judgement " + judgement.id() + " is there already");
        undo.put(graph.identifierJudgements, judgement.id(), new StoredIdentifierJudgement(judgement, ""));
        undo.add(graph.identifierJudgementsByKey, judgement.identifier(), judgement.id());
    }

    private void carryRuling(StoredIdentifierJudgement stored) {
        undo.put(graph.identifierJudgements, stored.judgement().id(), stored);
        undo.add(
                graph.identifierJudgementsByKey,
                stored.judgement().identifier(),
                stored.judgement().id());
    }

    private void supersedeIdentifierJudgement(String id, String operation) {
        @Nullable StoredIdentifierJudgement stored = graph.identifierJudgements.get(id);
        if (stored == null || operation.isEmpty()) {
            throw broken("judgement " + id + " is taken back by '" + operation + "'");
        }
        undo.put(graph.identifierJudgements, id, new StoredIdentifierJudgement(stored.judgement(), operation));
    }

    private void writeOperation(StoredOperation operation) {
        require(!graph.operations.containsKey(operation.id()), "operation " + operation.id() + " is there already");
        require(
                !graph.operationsByIdempotencyKey.containsKey(operation.idempotencyKey()),
                "idempotency key " + operation.idempotencyKey() + " is used already");
        undo.put(graph.operations, operation.id(), operation);
        undo.put(graph.operationsByIdempotencyKey, operation.idempotencyKey(), operation);
    }

    private void writeAuditSample(AuditSample sample) {
        require(!graph.auditSamples.containsKey(sample.name()), "audit sample " + sample.name() + " is there already");
        undo.put(graph.auditSamples, sample.name(), sample);
    }

    private void advance(InputOffset offset) {
        if (graph.offsets.getOrDefault(offset.input(), 0L) < offset.offset()) {
            undo.put(graph.offsets, offset.input(), offset.offset());
        }
    }

    private void check(GraphChange change) {
        for (KeyState state : change.keys()) {
            int carriers = InMemoryGraph.of(graph.carriers, state.key()).size();
            require(
                    state.size() == carriers,
                    state.key() + " has " + carriers + " carriers and is written with size " + state.size());
        }
        for (Entity entity : change.entities()) {
            Set<RecordKey> members = InMemoryGraph.of(graph.members, entity.id());
            require(
                    members.equals(entity.records()),
                    entity.id() + " has members " + members + " and is written with " + entity.records());
        }
        for (RecordWrite write : change.records()) {
            RecordKey key = write.version().key();
            require(
                    held(key).entity().isEmpty() == write.version().deleted(),
                    key + " is live without an entity, or deleted with one");
        }
    }

    private HeldRecord held(RecordKey key) {
        @Nullable HeldRecord held = graph.records.get(key);
        if (held == null) {
            throw broken("there is no record " + key);
        }
        return held;
    }

    private static StoredVersion aged(StoredVersion newest) {
        return new StoredVersion(newest.version(), newest.loadId(), newest.recordedAt(), false);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw broken(otherwise);
        }
    }

    private static ResolutionException broken(String what) {
        return new ResolutionException(
                ErrorCode.BROKEN_INVARIANT, what + ". Nothing was written; this is a fault of the program.");
    }
}
