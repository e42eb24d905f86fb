package dev.ravel.resolver.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.steward.OperationResult;
import dev.ravel.resolver.steward.Steward;
import dev.ravel.resolver.steward.StewardRequest;
import dev.ravel.resolver.store.GraphChange;
import dev.ravel.resolver.store.InMemoryStore;
import dev.ravel.resolver.store.StoredJudgement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Promise 4: a split stands against all that may come, and can be taken back. */
class SplitLastsTest {
    private static final int PERSONS = 12;
    private static final Instant LATER = Runs.NOW.minusSeconds(60);

    static LongStream seeds() {
        return Runs.seeds();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aSplitStandsAgainstReingestAndBridgesUntilItIsUndone(long seed) {
        Random random = new Random(seed);
        List<SourceRecord> versions = new CustomerGenerator(seed).versions(PERSONS);
        try (InMemoryStore store = Runs.openStore()) {
            Runs.applyInDisorder(store, versions, random);
            Steward steward = new Steward(Runs.RESOLVER, store, Runs.CLOCK);
            Entity whole = largest(store);
            SortedSet<RecordKey> side = someOf(whole.records(), random);
            SortedSet<RecordKey> other = new TreeSet<>(whole.records());
            other.removeAll(side);
            String before = GraphState.entities(store);
            String stateBefore = GraphState.of(store);

            OperationResult preview = steward.previewSplit(whole.id(), List.of(side));
            assertThat(GraphState.of(store))
                    .as("seed %d: a preview writes nothing", seed)
                    .isEqualTo(stateBefore);
            OperationResult split =
                    steward.split(whole.id(), whole.membershipVersion(), List.of(side), request("split"));
            assertThat(members(preview)).as("seed %d: the preview", seed).isEqualTo(members(split));
            assertApart(store, side, other, seed, "after the split");

            Runs.applyInDisorder(store, versions, random);
            assertApart(store, side, other, seed, "after everything came in again");
            assertPartitionByTheRules(store, versions, side, seed);

            List<SourceRecord> more = new ArrayList<>(versions);
            SourceRecord bridge = bridge(versions, side, other);
            more.add(bridge);
            Runs.applyInDisorder(store, List.of(bridge), random);
            assertApart(store, side, other, seed, "after a bridging record");
            assertPartitionByTheRules(store, more, side, seed);

            more.add(SourceRecord.deletion(bridge.key(), LATER.plusSeconds(1)));
            Runs.applyInDisorder(store, more, random);
            steward.undo(split.operation().id(), request("undo"));
            assertThat(GraphState.entities(store))
                    .as("seed %d: the undo gives back records and ids", seed)
                    .isEqualTo(before);
            assertThat(GraphState.withoutRecord(GraphState.of(store), bridge.key()))
                    .as("seed %d: the undo gives back all else", seed)
                    .isEqualTo(stateBefore);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyOperationsLeaveThePartitionThatTheRulesGive(long seed) {
        Random random = new Random(seed);
        List<SourceRecord> versions = new CustomerGenerator(seed).versions(PERSONS);
        int half = versions.size() / 2;
        try (InMemoryStore store = Runs.openStore()) {
            Runs.applyInDisorder(store, versions.subList(0, half), random);
            Steward steward = new Steward(Runs.RESOLVER, store, Runs.CLOCK);
            List<String> done = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                operate(steward, store, random, done, i);
                Runs.applyInDisorder(
                        store, versions.subList(half + i * (versions.size() - half) / 6, versions.size()), random);
                assertThat(GraphState.partition(store))
                        .as("seed %d, after operation %d of %s", seed, i, done)
                        .isEqualTo(FromScratch.partition(Runs.RESOLVER, versions, standing(store)));
            }
            String state = GraphState.of(store);
            try (InMemoryStore again = Runs.openStore()) {
                again.inTransaction(transaction -> {
                    GraphChange.Builder judgements = new GraphChange.Builder();
                    judgements.judgements.addAll(standing(store));
                    transaction.write(judgements.build(Runs.NOW));
                    return true;
                });
                Runs.applyInDisorder(again, versions, random);
                assertThat(GraphState.of(again))
                        .as("seed %d: a rebuild under the same judgements", seed)
                        .isEqualTo(state);
            }
        }
    }

    private static void operate(Steward steward, InMemoryStore store, Random random, List<String> done, int number) {
        StewardRequest request = request("operation " + number);
        List<Entity> active = GraphState.active(store);
        try {
            switch (random.nextInt(3)) {
                case 0 -> {
                    Entity one = active.get(random.nextInt(active.size()));
                    Entity two = active.get(random.nextInt(active.size()));
                    if (!one.equals(two)) {
                        done.add(steward.merge(
                                        Map.of(
                                                one.id(), one.membershipVersion(),
                                                two.id(), two.membershipVersion()),
                                        request)
                                .operation()
                                .id());
                    }
                }
                case 1 -> {
                    Entity whole = largest(store);
                    done.add(steward.split(
                                    whole.id(),
                                    whole.membershipVersion(),
                                    List.of(someOf(whole.records(), random)),
                                    request)
                            .operation()
                            .id());
                }
                default -> {
                    if (!done.isEmpty()) {
                        done.add(steward.undo(done.get(random.nextInt(done.size())), request)
                                .operation()
                                .id());
                    }
                }
            }
        } catch (ResolutionException refused) {
            assertThat(refused.code())
                    .isIn(
                            ErrorCode.CONTRADICTS_JUDGEMENT,
                            ErrorCode.BLOCKED_BY_LATER_OPERATION,
                            ErrorCode.INVALID_INPUT);
        }
    }

    private static List<Judgement> standing(InMemoryStore store) {
        return store.judgementsOf(store.recordKeys()).stream()
                .filter(StoredJudgement::stands)
                .map(StoredJudgement::judgement)
                .toList();
    }

    private static void assertPartitionByTheRules(
            InMemoryStore store, List<SourceRecord> versions, Set<RecordKey> side, long seed) {
        assertThat(GraphState.partition(store))
                .as("seed %d, %s split off: the rules on the live versions and the judgements", seed, side)
                .isEqualTo(FromScratch.partition(Runs.RESOLVER, versions, standing(store)));
    }

    private static void assertApart(
            InMemoryStore store, Set<RecordKey> side, Set<RecordKey> other, long seed, String when) {
        for (SortedSet<RecordKey> part : GraphState.partition(store)) {
            boolean bridges =
                    part.stream().anyMatch(side::contains) && part.stream().anyMatch(other::contains);
            assertThat(bridges)
                    .as("seed %d, %s: %s holds records of %s and of %s", seed, when, part, side, other)
                    .isFalse();
        }
    }

    private static Map<EntityId, Set<RecordKey>> members(OperationResult result) {
        Map<EntityId, Set<RecordKey>> members = new TreeMap<>();
        result.entities().forEach(entity -> members.put(entity.id(), entity.records()));
        return members;
    }

    private static Entity largest(InMemoryStore store) {
        return GraphState.active(store).stream()
                .max(Comparator.comparingInt(entity -> entity.records().size()))
                .orElseThrow();
    }

    /** At least one of the records, and not all of them where there are more. */
    private static SortedSet<RecordKey> someOf(SortedSet<RecordKey> records, Random random) {
        List<RecordKey> list = new ArrayList<>(records);
        Collections.shuffle(list, random);
        int count = 1 + random.nextInt(Math.max(1, list.size() - 1));
        return new TreeSet<>(list.subList(0, Math.min(count, Math.max(1, list.size() - 1))));
    }

    /** A record with the values of both sides. */
    private static SourceRecord bridge(List<SourceRecord> versions, Set<RecordKey> side, Set<RecordKey> other) {
        TreeMap<String, List<String>> attributes = new TreeMap<>();
        FromScratch.live(versions).forEach((key, version) -> {
            if (side.contains(key) || other.contains(key)) {
                version.attributes().forEach((name, values) -> {
                    Set<String> all = new LinkedHashSet<>(attributes.getOrDefault(name, List.of()));
                    all.addAll(values);
                    attributes.put(name, List.copyOf(all));
                });
            }
        });
        return SourceRecord.of(RecordKey.of("zz", "bridge"), RecordType.PERSON, LATER, attributes);
    }

    private static StewardRequest request(String key) {
        return new StewardRequest("li", "seen the papers", key);
    }
}
