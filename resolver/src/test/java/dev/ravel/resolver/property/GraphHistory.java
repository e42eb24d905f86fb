package dev.ravel.resolver.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.entity.GoldenRecord;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.IdentifierRuling;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.lineage.LineageEvent;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.lineage.EntityHistory;
import dev.ravel.resolver.store.ResolutionStore;
import dev.ravel.resolver.stream.StoredRecordsResolver;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

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
    private final RandomSteward steward;
    private StreamResolver stream;

    GraphHistory(ResolutionStore store, List<SourceRecord> versions, Random random) {
        this.store = store;
        this.random = random;
        List<SourceRecord> shuffled = new ArrayList<>(versions);
        Collections.shuffle(shuffled, random);
        this.toCome = new ArrayDeque<>(shuffled);
        this.stream = new StreamResolver(Runs.RESOLVER, store, clock);
        this.steward = new RandomSteward(this, store, random, clock);
    }

    /** One thing happens. */
    void step() {
        switch (random.nextInt(9)) {
            case 0, 1 -> ingest();
            case 2 -> update();
            case 3 -> delete();
            case 4 -> ingestAgain();
            case 5 -> restart();
            case 6 -> rebuild();
            default -> steward.operate();
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
        pick(sent, random).ifPresent(version -> {
            SourceRecord other = sent.get(random.nextInt(sent.size()));
            if (!version.deleted() && !other.deleted()) {
                apply("update", List.of(SourceRecord.of(version.key(), version.type(), later(), other.attributes())));
            }
        });
    }

    private void delete() {
        pick(sent, random)
                .ifPresent(version -> apply("delete", List.of(SourceRecord.deletion(version.key(), later()))));
    }

    private void ingestAgain() {
        List<SourceRecord> again = new ArrayList<>(sent);
        Collections.shuffle(again, random);
        apply("ingest again", again);
    }

    /** All that is stored is resolved again, as a new resolution does it: nothing may come of it, least of all another id. */
    private void rebuild() {
        Map<EntityId, SortedSet<RecordKey>> before = memberships();
        steps.add("rebuild");
        List<RecordKey> live = store.liveRecordKeys(RecordKey.DEFAULT_TENANT, Optional.empty(), ALL);
        if (!live.isEmpty()) {
            committed(new StoredRecordsResolver(Runs.RESOLVER, store, clock)
                    .resolve(live, "rebuild")
                    .events());
        }
        assertThat(memberships()).as("a rebuild, after %s", steps).isEqualTo(before);
    }

    private void restart() {
        steps.add("restart");
        store.open(Runs.RESOLVER.digest());
        stream = new StreamResolver(Runs.RESOLVER, store, clock);
        steward.restart();
    }

    /** A steward decides things and takes some of them back; the operations in their order. */
    List<String> decideAndUndo(int most) {
        List<String> done = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < most; i++) {
            if (!done.isEmpty() && random.nextInt(4) == 0) {
                String operation = done.get(random.nextInt(done.size()));
                if (taken.add(operation)) {
                    steward.undo(operation).ifPresent(done::add);
                }
            } else {
                steward.decide().ifPresent(done::add);
            }
        }
        return done;
    }

    /**
     * Takes operations back, the last one first. Where one of them took another back, its undo has done that one again, and is
     * taken back in its place.
     */
    void undoAllInReverse(List<String> operations) {
        Map<String, String> doneAgain = new HashMap<>();
        for (int i = operations.size() - 1; i >= 0; i--) {
            String operation = operations.get(i);
            String undo = steward.undo(doneAgain.getOrDefault(operation, operation))
                    .orElseThrow(() -> new AssertionError(operation + " cannot be taken back, after " + steps));
            doneAgain.put(store.operationById(operation).orElseThrow().undoes(), undo);
        }
    }

    private void apply(String what, List<SourceRecord> versions) {
        if (!versions.isEmpty()) {
            steps.add(what + " " + versions.size());
            sent.addAll(versions);
            versions.forEach(version -> keys.add(version.key()));
            committed(stream.apply(Runs.incoming(versions), List.of()).events());
        }
    }

    /** Takes down what a steward has done. */
    void operated(String what, List<LineageEvent> events) {
        steps.add(what);
        committed(events);
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
        return store.standingJudgements("", ALL);
    }

    /** What persons have ruled of identifiers. */
    Map<SharedKey, IdentifierRuling> rulings() {
        Map<SharedKey, IdentifierRuling> rulings = new TreeMap<>();
        store.standingIdentifierJudgements("", ALL)
                .forEach(judgement -> rulings.put(judgement.identifier(), judgement.ruling()));
        return rulings;
    }

    /** The identifiers that live records carry. */
    SortedSet<SharedKey> identifiers() {
        SortedSet<SharedKey> identifiers = new TreeSet<>();
        for (SourceRecord version : live()) {
            Runs.RESOLVER.standardiser().standardise(version).keys().stream()
                    .filter(key -> !key.isBlock())
                    .forEach(identifiers::add);
        }
        return identifiers;
    }

    private Instant later() {
        return Runs.NOW.minus(Duration.ofHours(1)).plusSeconds(sent.size());
    }

    /** One of a list, if there is one. */
    static <T> Optional<T> pick(List<T> list, Random random) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get(random.nextInt(list.size())));
    }
}
