package dev.ravel.resolver.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.entity.GoldenRecord;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.IdentifierRuling;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.model.lineage.LineageEvent;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.lineage.EntityHistory;
import dev.ravel.resolver.steward.OperationResult;
import dev.ravel.resolver.steward.Steward;
import dev.ravel.resolver.steward.StewardRequest;
import dev.ravel.resolver.store.ResolutionStore;
import dev.ravel.resolver.store.StoredIdentifierJudgement;
import dev.ravel.resolver.store.StoredJudgement;
import dev.ravel.resolver.stream.StreamResolver;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A random life of a graph: records come, change, go and come again, stewards decide, change their minds, and the
 * process restarts. Works on any store; what it remembers is what the store has answered.
 */
final class GraphHistory {
    private static final int PAGE = 500;
    private static final int ALL = 1_000_000;

    private final ResolutionStore store;
    private final Random random;
    private final Clock clock = new TickingClock(Runs.NOW);
    private final Deque<SourceRecord> toCome;
    private final List<SourceRecord> sent = new ArrayList<>();
    private final SortedSet<RecordKey> keys = new TreeSet<>();
    private final SortedSet<EntityId> ids = new TreeSet<>();
    private final SortedMap<Instant, Map<EntityId, SortedSet<RecordKey>>> commits = new TreeMap<>();
    private final List<String> steps = new ArrayList<>();
    private final List<String> operations = new ArrayList<>();
    private StreamResolver stream;
    private Steward steward;
    private int requests;

    GraphHistory(ResolutionStore store, List<SourceRecord> versions, Random random) {
        this.store = store;
        this.random = random;
        List<SourceRecord> shuffled = new ArrayList<>(versions);
        Collections.shuffle(shuffled, random);
        this.toCome = new ArrayDeque<>(shuffled);
        this.stream = new StreamResolver(Runs.RESOLVER, store, clock);
        this.steward = new Steward(Runs.RESOLVER, store, clock);
    }

    /** One thing happens. */
    void step() {
        switch (random.nextInt(8)) {
            case 0, 1 -> ingest();
            case 2 -> update();
            case 3 -> delete();
            case 4 -> ingestAgain();
            case 5 -> restart();
            default -> operate();
        }
    }

    /** Some records that have not come yet. */
    void ingest() {
        List<SourceRecord> batch = new ArrayList<>();
        int size = 1 + random.nextInt(6);
        while (batch.size() < size && !toCome.isEmpty()) {
            batch.add(toCome.remove());
        }
        apply("ingest", batch);
    }

    private void update() {
        pick(sent).ifPresent(version -> {
            SourceRecord other = sent.get(random.nextInt(sent.size()));
            if (!version.deleted() && !other.deleted()) {
                apply("update", List.of(SourceRecord.of(version.key(), version.type(), later(), other.attributes())));
            }
        });
    }

    private void delete() {
        pick(sent).ifPresent(version -> apply("delete", List.of(SourceRecord.deletion(version.key(), later()))));
    }

    private void ingestAgain() {
        List<SourceRecord> again = new ArrayList<>(sent);
        Collections.shuffle(again, random);
        apply("ingest again", again);
    }

    private void restart() {
        steps.add("restart");
        store.open(Runs.RESOLVER.digest());
        stream = new StreamResolver(Runs.RESOLVER, store, clock);
        steward = new Steward(Runs.RESOLVER, store, clock);
    }

    /** A steward does something, if it can be done; the id of the operation. */
    Optional<String> operate() {
        List<Entity> active = active();
        if (active.isEmpty()) {
            return Optional.empty();
        }
        return switch (random.nextInt(4)) {
            case 0, 1 -> decide();
            case 2 -> pick(operations).flatMap(this::undo);
            default -> pick(operations).flatMap(this::undoChain);
        };
    }

    /** A steward decides something about records; the id of the operation. */
    Optional<String> decide() {
        List<Entity> active = active();
        if (active.isEmpty()) {
            return Optional.empty();
        }
        return switch (random.nextInt(8)) {
            case 0, 1 -> split(active);
            case 2 -> merge(active);
            case 3 -> detach(active);
            case 4 -> separate(active);
            case 5, 6 -> rule();
            default -> judge();
        };
    }

    /** The operation that took this one back. */
    Optional<String> undo(String operation) {
        return perform(
                "undo " + operation, () -> steward.previewUndo(operation), request -> steward.undo(operation, request));
    }

    private Optional<String> undoChain(String operation) {
        return perform(
                "undo to " + operation,
                () -> steward.previewUndoChain(operation),
                request -> steward.undoChain(operation, request));
    }

    private Optional<String> detach(List<Entity> active) {
        Entity whole = active.get(random.nextInt(active.size()));
        RecordKey record = someOf(whole.records()).iterator().next();
        return perform(
                "detach " + record,
                () -> steward.previewDetach(whole.id(), record),
                request -> steward.detach(whole.id(), whole.membershipVersion(), record, request));
    }

    private Optional<String> separate(List<Entity> active) {
        Entity whole = largest(active);
        RecordKey a = whole.records().first();
        RecordKey b = whole.records().last();
        return perform(
                "separate " + a + " and " + b,
                () -> steward.previewSeparate(whole.id(), a, b),
                request -> steward.separate(whole.id(), whole.membershipVersion(), a, b, request));
    }

    private Optional<String> judge() {
        Verdict verdict = Verdict.values()[random.nextInt(Verdict.values().length)];
        return pick(store.openReviewItems(PAGE)).flatMap(asked -> {
            String item = asked.item().id();
            Optional<String> operation = perform(
                    "judge " + item + ' ' + verdict,
                    () -> steward.previewJudge(item, verdict),
                    request -> steward.judge(item, verdict, request));
            operation.ifPresent(
                    done -> assertThat(store.reviewItem(item).orElseThrow().open())
                            .as("%s is open, after %s", item, steps)
                            .isFalse());
            return operation;
        });
    }

    /** A steward suppresses or restores an identifier that some live record carries. */
    private Optional<String> rule() {
        return pick(List.copyOf(identifiers()))
                .flatMap(identifier -> random.nextBoolean()
                        ? perform(
                                "suppress " + identifier,
                                () -> steward.previewSuppressIdentifier(identifier),
                                request -> steward.suppressIdentifier(identifier, request))
                        : perform(
                                "restore " + identifier,
                                () -> steward.previewRestoreIdentifier(identifier),
                                request -> steward.restoreIdentifier(identifier, request)));
    }

    private SortedSet<SharedKey> identifiers() {
        SortedSet<SharedKey> identifiers = new TreeSet<>();
        for (SourceRecord version : live()) {
            Runs.RESOLVER.standardiser().standardise(version).keys().stream()
                    .filter(key -> !key.isBlock())
                    .forEach(identifiers::add);
        }
        return identifiers;
    }

    private static Entity largest(List<Entity> active) {
        return active.stream()
                .max(Comparator.comparingInt(entity -> entity.records().size()))
                .orElseThrow();
    }

    private Optional<String> split(List<Entity> active) {
        Entity whole = random.nextInt(3) == 0 ? active.get(random.nextInt(active.size())) : largest(active);
        List<Set<RecordKey>> groups = List.of(someOf(whole.records()));
        return perform(
                "split " + groups,
                () -> steward.previewSplit(whole.id(), groups),
                request -> steward.split(whole.id(), whole.membershipVersion(), groups, request));
    }

    private Optional<String> merge(List<Entity> active) {
        Map<EntityId, Long> entities = new HashMap<>();
        for (int i = 0; i < 2; i++) {
            Entity entity = active.get(random.nextInt(active.size()));
            entities.put(entity.id(), entity.membershipVersion());
        }
        return perform(
                "merge " + entities.keySet(),
                () -> steward.previewMerge(entities.keySet()),
                request -> steward.merge(entities, request));
    }

    private Optional<String> perform(
            String what, Supplier<OperationResult> preview, Function<StewardRequest, OperationResult> operation) {
        try {
            OperationResult foreseen = preview.get();
            OperationResult result = operation.apply(new StewardRequest("li", "seen the papers", "k" + requests++));
            assertThat(outcome(result))
                    .as("what %s does, after %s", what, steps)
                    .isEqualTo(outcome(foreseen));
            steps.add(what + " as " + result.operation().id());
            operations.add(result.operation().id());
            committed(result.events());
            return Optional.of(result.operation().id());
        } catch (ResolutionException refused) {
            assertThat(refused.code())
                    .as("%s, after %s", what, steps)
                    .isIn(
                            ErrorCode.CONTRADICTS_JUDGEMENT,
                            ErrorCode.BLOCKED_BY_LATER_OPERATION,
                            ErrorCode.INVALID_INPUT);
            return Optional.empty();
        }
    }

    /** All that a preview promises of an operation, without times, hashes and names of operations. */
    private static List<List<Object>> outcome(OperationResult result) {
        List<List<Object>> outcome = new ArrayList<>();
        result.before().forEach(entity -> outcome.add(List.of(entity)));
        for (Entity entity : result.entities()) {
            outcome.add(List.of(
                    entity.id(),
                    entity.state(),
                    entity.membershipVersion(),
                    entity.version(),
                    entity.records(),
                    entity.golden(),
                    entity.successors()));
        }
        for (LineageEvent event : result.events()) {
            outcome.add(List.of(event.id(), event.type(), event.before(), event.after(), event.related()));
        }
        outcome.add(List.of(result.cut(), result.repeated()));
        return outcome;
    }

    private void apply(String what, List<SourceRecord> versions) {
        if (!versions.isEmpty()) {
            steps.add(what + " " + versions.size());
            sent.addAll(versions);
            versions.forEach(version -> keys.add(version.key()));
            committed(stream.apply(Runs.incoming(versions), List.of()).events());
        }
    }

    private void committed(List<LineageEvent> events) {
        if (!events.isEmpty()) {
            events.forEach(event -> ids.add(event.entity()));
            commits.put(events.get(0).at(), memberships());
        }
    }

    /** All that happened, for a failing test's message. */
    List<String> steps() {
        return steps;
    }

    /** The memberships after each commit, by its time. */
    SortedMap<Instant, Map<EntityId, SortedSet<RecordKey>>> commits() {
        return commits;
    }

    /** The entity of every record that had one at a time, as the history of entities says. */
    Map<EntityId, SortedSet<RecordKey>> asOf(Instant at) {
        EntityHistory entities = new EntityHistory(Runs.RESOLVER, store);
        Map<EntityId, SortedSet<RecordKey>> memberships = new TreeMap<>();
        for (RecordKey record : keys) {
            entities.asOf(record, at).ifPresent(entity -> memberships
                    .computeIfAbsent(entity.last().entity(), id -> new TreeSet<>())
                    .add(record));
        }
        return memberships;
    }

    /** The golden record of an entity as the history of entities says of now. */
    GoldenRecord goldenNow(EntityId id) {
        return new EntityHistory(Runs.RESOLVER, store)
                .asOf(id, clock.instant())
                .orElseThrow()
                .golden();
    }

    /** All ids that ever stood. */
    SortedSet<EntityId> ids() {
        return ids;
    }

    /** All events of an entity. */
    List<LineageEvent> events(EntityId id) {
        return store.events(id, 0, ALL);
    }

    /** The active entities, ascending by smallest record. */
    List<Entity> active() {
        List<Entity> entities = new ArrayList<>();
        List<Entity> page = store.page(Optional.empty(), PAGE, 1);
        while (!page.isEmpty()) {
            entities.addAll(page);
            page = store.page(Optional.of(page.get(page.size() - 1).id()), PAGE, 1);
        }
        entities.sort(Comparator.comparing(entity -> entity.records().first()));
        return entities;
    }

    /** The records of each active entity. */
    Map<EntityId, SortedSet<RecordKey>> memberships() {
        Map<EntityId, SortedSet<RecordKey>> memberships = new TreeMap<>();
        active().forEach(entity -> memberships.put(entity.id(), entity.records()));
        return memberships;
    }

    /** The records of the active entities. */
    List<SortedSet<RecordKey>> partition() {
        return active().stream().map(Entity::records).toList();
    }

    /** The newest versions of the live records. */
    Collection<SourceRecord> live() {
        return FromScratch.live(sent).values();
    }

    /** All versions sent, in their order. */
    List<SourceRecord> sent() {
        return sent;
    }

    /** The judgements that bind. */
    List<Judgement> standing() {
        return store.judgementsOf(keys).stream()
                .filter(StoredJudgement::stands)
                .map(StoredJudgement::judgement)
                .toList();
    }

    /** What persons have ruled of the identifiers that live records carry. */
    Map<SharedKey, IdentifierRuling> rulings() {
        Map<SharedKey, IdentifierRuling> rulings = new TreeMap<>();
        for (SharedKey identifier : identifiers()) {
            store.judgementsOf(identifier).stream()
                    .filter(StoredIdentifierJudgement::stands)
                    .forEach(
                            stored -> rulings.put(identifier, stored.judgement().ruling()));
        }
        return rulings;
    }

    private Instant later() {
        return Runs.NOW.minus(Duration.ofHours(1)).plusSeconds(sent.size());
    }

    private <T> Optional<T> pick(List<T> list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get(random.nextInt(list.size())));
    }

    private Set<RecordKey> someOf(SortedSet<RecordKey> records) {
        List<RecordKey> list = new ArrayList<>(records);
        Collections.shuffle(list, random);
        return new TreeSet<>(list.subList(0, 1 + random.nextInt(Math.max(1, list.size() - 1))));
    }
}
