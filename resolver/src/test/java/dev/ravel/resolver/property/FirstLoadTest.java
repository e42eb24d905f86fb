package dev.ravel.resolver.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.bulk.BulkResolver;
import dev.ravel.resolver.bulk.PreparedRecords;
import dev.ravel.resolver.lineage.EventChain;
import dev.ravel.resolver.store.GraphChange;
import dev.ravel.resolver.store.InMemoryStore;
import dev.ravel.resolver.store.KeyMove;
import dev.ravel.resolver.store.KeyState;
import dev.ravel.resolver.store.StoredVersion;
import dev.ravel.resolver.stream.FirstLoad;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a first load puts into an empty graph is what streaming the same versions ends in, and the stream goes on from it. */
class FirstLoadTest {
    private static final int PERSONS = 14;

    static LongStream seeds() {
        return Runs.seeds();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aFirstLoadGivesTheGraphOfTheStream(long seed) {
        List<SourceRecord> versions = new CustomerGenerator(seed).versions(PERSONS);
        try (InMemoryStore loaded = load(versions, new Random(seed));
                InMemoryStore streamed = Runs.openStore()) {
            Runs.applyAtOnce(streamed, versions);
            assertThat(GraphState.of(loaded)).isEqualTo(GraphState.of(streamed));
            assertThat(histories(loaded)).isEqualTo(histories(streamed));
            for (Entity entity : GraphState.active(loaded)) {
                assertThat(EventChain.verify(loaded.events(entity.id(), 0, 10))).isEmpty();
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theStreamGoesOnFromAFirstLoad(long seed) {
        List<SourceRecord> versions = new ArrayList<>(new CustomerGenerator(seed).versions(PERSONS));
        Random random = new Random(seed);
        Collections.shuffle(versions, random);
        int first = versions.size() / 2;
        try (InMemoryStore loaded = load(versions.subList(0, first), random);
                InMemoryStore streamed = Runs.openStore()) {
            Runs.applyInDisorder(loaded, versions.subList(first, versions.size()), random);
            Runs.applyAtOnce(streamed, versions);
            assertThat(GraphState.of(loaded)).isEqualTo(GraphState.of(streamed));
        }
    }

    /** A store with all shares, in any order. */
    private static InMemoryStore load(List<SourceRecord> versions, Random random) {
        PreparedRecords prepared = PreparedRecords.of(versions, Runs.RESOLVER);
        FirstLoad load = new FirstLoad(
                Runs.RESOLVER,
                versions,
                prepared,
                new BulkResolver(Runs.RESOLVER, Runs.CLOCK).resolve(prepared, List.of()),
                "load",
                Runs.NOW);
        List<GraphChange> records = new ArrayList<>();
        List<GraphChange> others = new ArrayList<>();
        Map<SharedKey, List<RecordKey>> carriers = new TreeMap<>();
        List<KeyState> states = new ArrayList<>();
        FirstLoad.Sink sink = new FirstLoad.Sink() {
            @Override
            public void change(GraphChange change) {
                (change.records().isEmpty() ? others : records).add(change);
            }

            @Override
            public void key(KeyState state, List<RecordKey> carrying) {
                assertThat(carriers.put(state.key(), carrying)).as("told twice").isNull();
                states.add(state);
            }
        };
        List<Integer> shares =
                IntStream.range(0, load.shares()).boxed().collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(shares, random);
        shares.forEach(share -> load.tell(share, sink));
        InMemoryStore store = Runs.openStore();
        store.inTransaction(transaction -> {
            TreeMap<SharedKey, KeyMove> moves = new TreeMap<>();
            carriers.forEach((key, carrying) -> moves.put(key, new KeyMove(carrying, List.of())));
            transaction.lockKeys(moves);
            records.forEach(transaction::write);
            others.forEach(transaction::write);
            GraphChange.Builder keys = new GraphChange.Builder();
            keys.keys.addAll(states);
            transaction.write(keys.build(Runs.NOW));
            return load;
        });
        return store;
    }

    /** The versions of each record, without the loads that brought them. */
    private static Map<RecordKey, List<SourceRecord>> histories(InMemoryStore store) {
        return new TreeSet<>(store.recordKeys())
                .stream().collect(Collectors.toMap(Function.identity(), key -> store.versions(key).stream()
                        .map(StoredVersion::version)
                        .toList()));
    }
}
