package dev.ravel.resolver.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.model.lineage.LineageEvent;
import dev.ravel.resolver.bulk.BulkResolver;
import dev.ravel.resolver.bulk.BulkResult;
import dev.ravel.resolver.decision.Decisions;
import dev.ravel.resolver.lineage.Churn;
import dev.ravel.resolver.lineage.ChurnCount;
import dev.ravel.resolver.lineage.EventChain;
import dev.ravel.resolver.lineage.EventName;
import dev.ravel.resolver.lineage.SealCheck;
import dev.ravel.resolver.lineage.SealCheck.EventSum;
import dev.ravel.resolver.lineage.SealHead;
import dev.ravel.resolver.lineage.SealedBlock;
import dev.ravel.resolver.store.InMemoryStore;
import dev.ravel.resolver.store.ResolutionStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds in every life of a graph, whatever happens in it and in whatever order. Extend it, give an empty store and a
 * method {@code seeds}.
 */
public abstract class HistoryContract {
    /** How long a life is. */
    protected enum Length {
        /** Some twenty records and thirty steps, as a store in memory lives them. */
        LONG(9, 30, 6),
        /** Some eight records and ten steps. */
        SHORT(4, 10, 3);

        private final int persons;
        private final int steps;
        private final int operations;

        Length(int persons, int steps, int operations) {
            this.persons = persons;
            this.steps = steps;
            this.operations = operations;
        }
    }

    /** A store without content or stamp, not yet opened. */
    protected abstract ResolutionStore emptyStore();

    /** How long the lives are. */
    protected abstract Length length();

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyHistoryKeepsThePromises(long seed) {
        Random random = new Random(seed);
        try (ResolutionStore store = emptyStore()) {
            store.open(Runs.RESOLVER.digest());
            GraphHistory history =
                    new GraphHistory(store, new CustomerGenerator(seed).versions(length().persons), random);
            history.ingest();
            for (int step = 0; step < length().steps; step++) {
                history.step();
                if (random.nextInt(3) == 0) {
                    store.seal();
                }
                assertCannotLinksHold(history, seed);
                assertPartitionByTheRules(history, seed);
                OpenQuestions.assertAskWhatIsDoubtful(store, "seed " + seed + ", after " + history.steps());
            }
            assertUndoingInReverseRestoresPartitionAndIds(history, seed);
            OpenQuestions.assertAskWhatIsDoubtful(store, "seed " + seed + ", all taken back, after " + history.steps());
            Map<EntityId, List<LineageEvent>> lineage = store.chains(history.ids());
            assertFoldGivesMemberships(history, lineage, seed);
            assertThePastIsAnswered(history, random, seed);
            assertChurnIsCounted(history, store, random, seed);
            assertChainsHold(store, lineage, seed);
            assertAnyFlippedByteIsFound(lineage, random, seed);
            assertSealHolds(store, lineage, random, seed);
            new FeedConsumer(store).assertHasTheTable("seed " + seed + ", after " + history.steps());
            assertRebuildGivesThePartition(history, store, seed);
            assertBulkGivesThePartition(history, store, seed);
        }
    }

    /** A steward works a while, and takes back all of it. */
    private void assertUndoingInReverseRestoresPartitionAndIds(GraphHistory history, long seed) {
        Map<EntityId, SortedSet<RecordKey>> before = history.memberships();
        history.undoAllInReverse(history.decideAndUndo(length().operations));
        assertThat(history.memberships())
                .as("seed %d: all operations taken back, after %s", seed, history.steps())
                .isEqualTo(before);
        assertPartitionByTheRules(history, seed);
    }

    private static void assertCannotLinksHold(GraphHistory history, long seed) {
        Map<RecordKey, EntityId> entityOf = new HashMap<>();
        history.memberships().forEach((id, records) -> records.forEach(record -> entityOf.put(record, id)));
        for (Judgement judgement : history.standing()) {
            if (judgement.verdict() == Verdict.NOT_SAME) {
                Map<EntityId, Integer> groupIn = new HashMap<>();
                for (int group = 0; group < judgement.groups().size(); group++) {
                    for (RecordKey record : judgement.groups().get(group)) {
                        EntityId entity = entityOf.get(record);
                        if (entity != null) {
                            Integer other = groupIn.putIfAbsent(entity, group);
                            assertThat(other == null || other == group)
                                    .as(
                                            "seed %d: %s keeps apart %s, after %s",
                                            seed, judgement, entity, history.steps())
                                    .isTrue();
                        }
                    }
                }
            }
        }
    }

    private static void assertPartitionByTheRules(GraphHistory history, long seed) {
        assertThat(history.partition())
                .as("seed %d: as the rules say, after %s", seed, history.steps())
                .isEqualTo(FromScratch.partition(Runs.RESOLVER, history.sent(), history.standing(), history.rulings()));
    }

    private static void assertFoldGivesMemberships(
            GraphHistory history, Map<EntityId, List<LineageEvent>> lineage, long seed) {
        history.commits().forEach((at, memberships) -> assertThat(fold(lineage, at))
                .as("seed %d: the memberships as of %s, after %s", seed, at, history.steps())
                .isEqualTo(memberships));
    }

    /** At some commits, because each answer costs all events; and the golden records of now. */
    private static void assertThePastIsAnswered(GraphHistory history, Random random, long seed) {
        List<Instant> times = new ArrayList<>(history.commits().keySet());
        for (int i = 0; i < 2 && !times.isEmpty(); i++) {
            Instant at = times.get(random.nextInt(times.size()));
            assertThat(history.asOf(at))
                    .as("seed %d: the entities of all records as of %s, after %s", seed, at, history.steps())
                    .isEqualTo(history.commits().get(at));
        }
        for (Entity entity : history.active()) {
            assertThat(history.goldenNow(entity.id()))
                    .as("seed %d: the golden record of %s, after %s", seed, entity.id(), history.steps())
                    .isEqualTo(entity.golden());
        }
    }

    private static void assertChurnIsCounted(GraphHistory history, ResolutionStore store, Random random, long seed) {
        List<Instant> times = history.commits().keySet().stream().sorted().toList();
        int second = random.nextInt(times.size());
        Instant from = times.get(random.nextInt(second + 1));
        Instant to = times.get(second);
        Map<EntityId, SortedSet<RecordKey>> before = history.commits().get(from);
        Map<EntityId, SortedSet<RecordKey>> after = history.commits().get(to);
        Map<RecordKey, EntityId> was = new HashMap<>();
        before.forEach((id, records) -> records.forEach(record -> was.put(record, id)));
        long both = 0;
        long moved = 0;
        for (Map.Entry<EntityId, SortedSet<RecordKey>> entity : after.entrySet()) {
            for (RecordKey record : entity.getValue()) {
                both += was.containsKey(record) ? 1 : 0;
                moved += was.containsKey(record) && !was.get(record).equals(entity.getKey()) ? 1 : 0;
            }
        }
        long kept = after.keySet().stream().filter(before::containsKey).count();
        assertThat(ChurnCount.between(store, from, to, looked -> {}))
                .as("seed %d: churn from %s to %s, after %s", seed, from, to, history.steps())
                .isEqualTo(new Churn(before.size(), after.size(), kept, both, moved));
    }

    private static Map<EntityId, SortedSet<RecordKey>> fold(Map<EntityId, List<LineageEvent>> lineage, Instant asOf) {
        Map<EntityId, SortedSet<RecordKey>> folded = new TreeMap<>();
        lineage.forEach((id, events) -> {
            for (LineageEvent event : events) {
                if (!event.at().isAfter(asOf)) {
                    folded.put(id, event.after());
                }
            }
        });
        folded.values().removeIf(Set::isEmpty);
        return folded;
    }

    private static void assertChainsHold(ResolutionStore store, Map<EntityId, List<LineageEvent>> lineage, long seed) {
        Map<EntityId, String> heads = new TreeMap<>();
        store.entities(lineage.keySet()).forEach(entity -> heads.put(entity.id(), entity.lastEventHash()));
        lineage.forEach((id, events) -> {
            assertThat(EventChain.verify(events)).as("seed %d: %s", seed, id).isEmpty();
            assertThat(events.get(events.size() - 1).hash())
                    .as("seed %d: the head of %s", seed, id)
                    .isEqualTo(heads.get(id));
        });
    }

    private static void assertAnyFlippedByteIsFound(
            Map<EntityId, List<LineageEvent>> lineage, Random random, long seed) {
        for (List<LineageEvent> chain : lineage.values()) {
            List<LineageEvent> events = new ArrayList<>(chain);
            int at = random.nextInt(events.size());
            LineageEvent genuine = events.get(at);
            for (LineageEvent forged : Forgery.oneByteOf(genuine, random)) {
                events.set(at, forged);
                assertThat(EventChain.verify(events))
                        .as("seed %d: %s instead of %s", seed, forged, genuine)
                        .isNotEmpty();
            }
        }
    }

    /** All events are in the seal once, and it names the very event of which a byte is flipped. */
    private static void assertSealHolds(
            ResolutionStore store, Map<EntityId, List<LineageEvent>> lineage, Random random, long seed) {
        while (store.seal().isPresent()) {}
        Map<EventName, LineageEvent> events = new HashMap<>();
        EventSum sum = EventSum.NONE;
        for (List<LineageEvent> chain : lineage.values()) {
            for (LineageEvent event : chain) {
                events.put(EventName.of(event), event);
                sum = sum.plus(event);
            }
        }
        List<SealedBlock> blocks = store.blocks(0, Integer.MAX_VALUE);
        SealHead head = blocks.get(blocks.size() - 1).head();
        List<String> findings = new ArrayList<>();
        assertThat(checkSeal(blocks, events, head, findings).events())
                .as("seed %d: the events of the seal and of the entities", seed)
                .isEqualTo(sum);
        assertThat(findings).as("seed %d: the seal", seed).isEmpty();
        List<EventName> names = events.keySet().stream()
                .sorted(Comparator.comparing(EventName::text))
                .toList();
        EventName name = names.get(random.nextInt(names.size()));
        LineageEvent genuine = events.get(name);
        for (LineageEvent forged : Forgery.oneByteOf(genuine, random)) {
            if (forged.hash().equals(genuine.hash())) {
                events.put(name, forged);
                List<String> found = new ArrayList<>();
                checkSeal(blocks, events, head, found);
                assertThat(found)
                        .as("seed %d: %s instead of %s", seed, forged, genuine)
                        .isNotEmpty();
                assertThat(found.get(0)).contains(name.toString());
            }
        }
        events.put(name, genuine);
        List<String> cut = new ArrayList<>();
        checkSeal(blocks.subList(0, blocks.size() - 1), events, head, cut);
        assertThat(cut).as("seed %d: without the last block", seed).isNotEmpty();
    }

    private static SealCheck checkSeal(
            List<SealedBlock> blocks, Map<EventName, LineageEvent> events, SealHead head, List<String> findings) {
        SealCheck check = new SealCheck(List.of(), findings::add);
        for (SealedBlock block : blocks) {
            List<LineageEvent> stored = new ArrayList<>();
            block.block().events().forEach(name -> Optional.ofNullable(events.get(name))
                    .ifPresent(stored::add));
            check.next(block, stored);
        }
        check.end(head);
        return check;
    }

    private static void assertBulkGivesThePartition(GraphHistory history, ResolutionStore store, long seed) {
        Decisions decisions = Decisions.of(store);
        BulkResult bulk = new BulkResolver(Runs.RESOLVER, Runs.CLOCK)
                .resolve(history.sent(), decisions.judgements(), decisions.byIdentifier());
        assertThat(bulk.entities().stream().map(Entity::records).toList())
                .as("seed %d: in bulk, under the judgements and rulings, after %s", seed, history.steps())
                .isEqualTo(history.partition());
    }

    private static void assertRebuildGivesThePartition(GraphHistory history, ResolutionStore store, long seed) {
        Decisions decisions = Decisions.of(store);
        try (InMemoryStore rebuilt = Runs.openStore()) {
            decisions.bringInto(rebuilt);
            if (!history.sent().isEmpty()) {
                Runs.applyAtOnce(rebuilt, history.sent());
            }
            assertThat(GraphState.partition(rebuilt))
                    .as("seed %d: rebuilt from the versions and the decisions, after %s", seed, history.steps())
                    .isEqualTo(history.partition());
            assertThat(Decisions.of(rebuilt)).as("seed %d: decisions", seed).isEqualTo(decisions);
        }
    }
}
