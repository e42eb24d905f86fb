package dev.ravel.resolver.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.lineage.LineageEvent;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.lineage.EntityHistory;
import dev.ravel.resolver.lineage.EventChain;
import dev.ravel.resolver.steward.Steward;
import dev.ravel.resolver.steward.StewardRequest;
import dev.ravel.resolver.store.InMemoryStore;
import dev.ravel.resolver.store.StoredRecord;
import dev.ravel.resolver.stream.StreamResolver;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Promises 5 and 7: the events tell the whole story of the memberships, at every commit and for every time. */
class LineageTest {
    private static final int PERSONS = 12;
    private static final int ALL = 1_000_000;

    static LongStream seeds() {
        return Runs.seeds();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void foldingTheEventsGivesTheMembershipsOfEveryCommit(long seed) {
        Random random = new Random(seed);
        List<SourceRecord> versions = new ArrayList<>(new CustomerGenerator(seed).versions(PERSONS));
        Collections.shuffle(versions, random);
        SortedMap<Instant, Map<EntityId, SortedSet<RecordKey>>> commits = new TreeMap<>();
        Clock clock = new TickingClock(Runs.NOW);
        try (InMemoryStore store = Runs.openStore()) {
            StreamResolver stream = new StreamResolver(Runs.RESOLVER, store, clock);
            for (int from = 0; from < versions.size(); from += 4) {
                List<SourceRecord> batch = versions.subList(from, Math.min(versions.size(), from + 4));
                stream.apply(Runs.incoming(batch), List.of());
                commits.put(lastEvent(store), memberships(store));
                if (random.nextInt(4) == 0) {
                    splitSome(new Steward(Runs.RESOLVER, store, clock), store, random, "split " + from);
                    commits.put(lastEvent(store), memberships(store));
                }
                assertChainsHold(store, seed);
            }
            assertThat(commits).as("seed %d: commits at different times", seed).hasSizeGreaterThan(3);
            commits.forEach((at, memberships) -> assertThat(fold(store, at))
                    .as("seed %d: the memberships as of %s", seed, at)
                    .isEqualTo(memberships));
        }
    }

    /** Records change their numbers, are deleted and part: who had a number at a time is told as it was then. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anIdentifierAnswersForEveryCommitWithTheEntitiesOfItsCarriersThen(long seed) {
        Random random = new Random(seed);
        List<SourceRecord> versions = new ArrayList<>(new CustomerGenerator(seed).versions(PERSONS));
        Collections.shuffle(versions, random);
        NavigableMap<Instant, Map<SharedKey, Set<EntityId>>> commits = new TreeMap<>();
        Set<SharedKey> ever = new TreeSet<>();
        TickingClock clock = new TickingClock(Runs.NOW);
        try (InMemoryStore store = Runs.openStore()) {
            StreamResolver stream = new StreamResolver(Runs.RESOLVER, store, clock);
            for (int from = 0; from < versions.size(); from += 4) {
                stream.apply(Runs.incoming(versions.subList(from, Math.min(versions.size(), from + 4))), List.of());
                if (random.nextInt(4) == 0) {
                    splitSome(new Steward(Runs.RESOLVER, store, clock), store, random, "split " + from);
                }
                Map<SharedKey, Set<EntityId>> entities = entitiesByIdentifier(store);
                commits.put(clock.instant(), entities);
                ever.addAll(entities.keySet());
            }
            EntityHistory history = new EntityHistory(Runs.RESOLVER, store);
            assertThat(commits.firstEntry().getValue().keySet())
                    .as("seed %d: some identifiers come later", seed)
                    .isNotEqualTo(ever);
            commits.forEach(
                    (at, entities) -> ever.forEach(identifier -> assertThat(history.asOf(identifier, at, ALL).stream()
                                    .map(then -> then.last().entity()))
                            .as("seed %d: who had %s at %s", seed, identifier, at)
                            .containsExactlyElementsOf(entities.getOrDefault(identifier, Set.of()))));
        }
    }

    private static Map<SharedKey, Set<EntityId>> entitiesByIdentifier(InMemoryStore store) {
        Map<SharedKey, Set<EntityId>> found = new TreeMap<>();
        for (StoredRecord record : store.recordsOf(store.recordKeys()).values()) {
            if (!record.deleted()) {
                Runs.RESOLVER
                        .standardiser()
                        .standardise(record.decode())
                        .identifiers()
                        .forEach(identifier -> found.computeIfAbsent(
                                        identifier.key(record.key().tenant()), key -> new TreeSet<>())
                                .add(record.entity().orElseThrow()));
            }
        }
        return found;
    }

    /** Retired ids lead to where their records are now, by any number of steps, unless these are deleted. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aRetiredIdLeadsToTheEntitiesOfItsRecords(long seed) {
        Random random = new Random(seed);
        List<SourceRecord> versions = new CustomerGenerator(seed).versions(PERSONS);
        try (InMemoryStore store = Runs.openStore()) {
            Runs.applyInDisorder(store, versions, random);
            SortedMap<EntityId, Entity> all = store.allEntities();
            Set<EntityId> active = new TreeSet<>();
            GraphState.active(store).forEach(entity -> active.add(entity.id()));
            for (Entity entity : all.values()) {
                assertThat(all.keySet())
                        .as("seed %d: successors of %s", seed, entity.id())
                        .containsAll(entity.successors());
                LineageEvent last = events(store, entity.id())
                        .get(events(store, entity.id()).size() - 1);
                if (!active.contains(entity.id())) {
                    List<EntityId> wentTo = store.recordsOf(last.before()).values().stream()
                            .filter(record -> !record.deleted())
                            .flatMap(record -> record.entity().stream())
                            .distinct()
                            .toList();
                    assertThat(reachable(entity, all))
                            .as("seed %d: %s had %s", seed, entity.id(), last.before())
                            .containsAll(wentTo);
                }
            }
        }
    }

    private static Set<EntityId> reachable(Entity from, SortedMap<EntityId, Entity> all) {
        Set<EntityId> reached = new TreeSet<>();
        List<EntityId> open = new ArrayList<>(from.successors());
        while (!open.isEmpty()) {
            EntityId next = open.remove(0);
            if (reached.add(next)) {
                open.addAll(all.get(next).successors());
            }
        }
        return reached;
    }

    private static void assertChainsHold(InMemoryStore store, long seed) {
        for (Entity entity : store.allEntities().values()) {
            List<LineageEvent> events = events(store, entity.id());
            LineageEvent last = events.get(events.size() - 1);
            assertThat(EventChain.verify(events))
                    .as("seed %d: chain of %s", seed, entity.id())
                    .isEmpty();
            assertThat(last.hash()).isEqualTo(entity.lastEventHash());
            assertThat(last.at()).isEqualTo(entity.lastEventAt());
            assertThat(last.version()).isEqualTo(entity.version());
            assertThat(last.membershipVersion()).isEqualTo(entity.membershipVersion());
            assertThat(last.after()).as("seed %d: %s", seed, entity.id()).isEqualTo(entity.records());
        }
    }

    private static Map<EntityId, SortedSet<RecordKey>> memberships(InMemoryStore store) {
        Map<EntityId, SortedSet<RecordKey>> memberships = new TreeMap<>();
        GraphState.active(store).forEach(entity -> memberships.put(entity.id(), entity.records()));
        return memberships;
    }

    private static Map<EntityId, SortedSet<RecordKey>> fold(InMemoryStore store, Instant asOf) {
        Map<EntityId, SortedSet<RecordKey>> folded = new TreeMap<>();
        for (EntityId id : store.allEntities().keySet()) {
            for (LineageEvent event : events(store, id)) {
                if (!event.at().isAfter(asOf)) {
                    folded.put(id, event.after());
                }
            }
        }
        folded.values().removeIf(Set::isEmpty);
        return folded;
    }

    private static Instant lastEvent(InMemoryStore store) {
        return store.allEntities().values().stream()
                .map(Entity::lastEventAt)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private static List<LineageEvent> events(InMemoryStore store, EntityId id) {
        return store.events(id, 0, ALL);
    }

    private static void splitSome(Steward steward, InMemoryStore store, Random random, String key) {
        List<Entity> several = GraphState.active(store).stream()
                .filter(entity -> entity.records().size() > 1)
                .toList();
        if (!several.isEmpty()) {
            Entity whole = several.get(random.nextInt(several.size()));
            SortedSet<RecordKey> first = new TreeSet<>(Set.of(whole.records().first()));
            try {
                steward.split(
                        whole.id(),
                        whole.membershipVersion(),
                        List.of(first),
                        new StewardRequest("li", "seen the papers", key));
            } catch (ResolutionException contradicts) {
                assertThat(contradicts.code()).isEqualTo(ErrorCode.CONTRADICTS_JUDGEMENT);
            }
        }
    }
}
