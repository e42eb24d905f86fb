package dev.ravel.resolver.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.bulk.BlockSweep;
import dev.ravel.resolver.bulk.BulkResolver;
import dev.ravel.resolver.bulk.BulkResult;
import dev.ravel.resolver.bulk.PreparedRecords;
import dev.ravel.resolver.standardise.StandardRecord;
import dev.ravel.resolver.standardise.StandardRecordCodec;
import dev.ravel.resolver.survivorship.GoldenRecordComposer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Blocks that are looked at one by one, of records that have travelled as bytes, give what all at once in memory gives. */
class OneBlockAtATimeTest {
    private static final int PERSONS = 30;

    static LongStream seeds() {
        return Runs.seeds();
    }

    /** The numbers that a job gives to records and keys, and what it knows of each record. */
    private static final class Travelled {
        private final PreparedRecords prepared;
        private final StandardRecordCodec codec = new StandardRecordCodec(Runs.RESOLVER.settings());
        private final Map<SharedKey, Long> numberOfKey = new HashMap<>();
        private final Map<SharedKey, List<RecordKey>> blocks = new HashMap<>();

        Travelled(PreparedRecords prepared) {
            this.prepared = prepared;
            prepared.forEachKeyOf(0, prepared.count(), (state, carriers) -> {
                if (carriers.size() > 1) {
                    numberOfKey.put(state.key(), 1_000L + numberOfKey.size());
                    if (!state.suppressed() && !state.overCap()) {
                        blocks.put(state.key(), carriers);
                    }
                }
            });
        }

        long[] keys(StandardRecord record) {
            return record.keys().stream()
                    .mapToLong(key -> numberOfKey.getOrDefault(key, -1L))
                    .toArray();
        }

        BlockSweep.Member member(RecordKey key, SharedKey block) {
            LiveRecord live = prepared.live(key).orElseThrow();
            long[] keys = keys(live.standard());
            LiveRecord back = new LiveRecord(read(live.standard(), keys, false), live.suppressed(), live.overCap());
            return new BlockSweep.Member(0, back, keys, live.standard().keys().indexOf(block));
        }

        StandardRecord read(StandardRecord record, long[] keys, boolean whole) {
            try {
                ByteArrayOutputStream compared = new ByteArrayOutputStream();
                codec.writeCompared(record, new DataOutputStream(compared));
                ByteArrayOutputStream received = new ByteArrayOutputStream();
                codec.writeReceived(record, new DataOutputStream(received));
                DataInputStream first = new DataInputStream(new ByteArrayInputStream(compared.toByteArray()));
                DataInputStream second = new DataInputStream(new ByteArrayInputStream(received.toByteArray()));
                StandardRecord back = whole ? codec.readWhole(first, second, keys) : codec.readCompared(first, keys);
                assertThat(first.available()).isZero();
                return back;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void eachPairIsScoredInOneBlockAndWeighsTheSame(long seed) {
        List<SourceRecord> versions = new CustomerGenerator(seed).versions(PERSONS);
        PreparedRecords prepared = PreparedRecords.of(versions, Runs.RESOLVER);
        BulkResult bulk = new BulkResolver(Runs.RESOLVER, Runs.CLOCK).resolve(prepared, List.of());
        Travelled travelled = new Travelled(prepared);
        BlockSweep sweep = new BlockSweep(Runs.RESOLVER);
        Set<List<RecordKey>> accepted = new HashSet<>();
        List<Double> unequal = new ArrayList<>();
        long pairs = 0;
        for (Map.Entry<SharedKey, List<RecordKey>> block : travelled.blocks.entrySet()) {
            List<BlockSweep.Member> members = block.getValue().stream()
                    .map(key -> travelled.member(key, block.getKey()))
                    .toList();
            pairs += sweep.sweep(
                    members,
                    (a, b, weight) -> {
                        assertThat(accepted.add(List.of(a.live().key(), b.live().key())))
                                .as("a pair is found once")
                                .isTrue();
                        double known = Runs.RESOLVER
                                .scorer()
                                .score(
                                        prepared.live(a.live().key()).orElseThrow(),
                                        prepared.live(b.live().key()).orElseThrow(),
                                        Runs.RESOLVER.model());
                        if (weight != known) {
                            unequal.add(weight - known);
                        }
                    },
                    (a, b, weight) -> {});
        }

        assertThat(pairs).as("seed %d: candidate pairs", seed).isEqualTo(bulk.candidatePairs());
        assertThat(accepted).hasSize(bulk.acceptedPairs());
        assertThat(unequal).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void wholeRecordsMakeTheSameGoldenRecords(long seed) {
        List<SourceRecord> versions = new CustomerGenerator(seed).versions(PERSONS);
        PreparedRecords prepared = PreparedRecords.of(versions, Runs.RESOLVER);
        Travelled travelled = new Travelled(prepared);

        for (Entity entity : new BulkResolver(Runs.RESOLVER, Runs.CLOCK)
                .resolve(prepared, List.of())
                .entities()) {
            List<StandardRecord> members = entity.records().stream()
                    .map(key -> prepared.live(key).orElseThrow().standard())
                    .map(record -> travelled.read(record, travelled.keys(record), true))
                    .toList();

            assertThat(GoldenRecordComposer.compose(members, Runs.RESOLVER.settings()))
                    .isEqualTo(entity.golden());
        }
    }
}
