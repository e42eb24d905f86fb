package dev.ravel.launcher.bulk;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.store.InputOffset;
import dev.ravel.resolver.store.Membership;
import dev.ravel.resolver.store.ResolutionStore;
import dev.ravel.resolver.stream.BatchLanes;
import dev.ravel.resolver.stream.StreamLanes;
import dev.ravel.resolver.stream.StreamResolver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings a bulk result into a graph through the stream's own resolver, in large batches, so that the graph's invariants
 * hold after each of them; the offsets are stored after the last one.
 */
public final class BulkLoader {
    private static final int BATCH = 1000;
    /** The load that brings the records of a result. */
    static final String LOAD_ID = "bulk";

    private final Resolver resolver;
    private final ResolutionStore store;
    private final Clock clock;

    public BulkLoader(Resolver resolver, ResolutionStore store, Clock clock) {
        this.resolver = resolver;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Loads the records of a result.
     *
     * @param progress is told how many versions are in
     * @return how many versions there were
     */
    public long load(Path result, List<InputOffset> offsets, LongConsumer progress) throws IOException {
        StreamResolver stream = new StreamResolver(resolver, store, clock);
        try (StreamLanes lanes = new StreamLanes(stream, BatchLanes.USUAL, BATCH, LOAD_ID)) {
            ResultRecords.read(result, resolver.settings(), clock, version -> {
                add(lanes, version);
                progress.accept(lanes.taken());
            });
            lanes.drain();
            progress.accept(lanes.taken());
            stream.apply(List.of(), offsets);
            return lanes.taken();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void add(StreamLanes lanes, SourceRecord version) {
        try {
            lanes.add(version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * How many records of a result are, in the graph, not with exactly those that they are with in the result.
     */
    public long recordsElsewhere(Path result) throws IOException {
        Map<String, String> graphEntityOf = new HashMap<>();
        Map<String, String> resultEntityOf = new HashMap<>();
        List<RecordKey> keys = new ArrayList<>(BATCH);
        List<String> entities = new ArrayList<>(BATCH);
        long different = 0;
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(result.resolve(BulkFiles.ENTITIES))) {
            for (NamedCsvRecord row : csv) {
                keys.add(
                        new RecordKey(resolver.settings().tenant(), row.getField("source"), row.getField("record_id")));
                entities.add(row.getField("entity_id"));
                if (keys.size() == BATCH) {
                    different += elsewhere(keys, entities, graphEntityOf, resultEntityOf);
                    keys.clear();
                    entities.clear();
                }
            }
        }
        return different + elsewhere(keys, entities, graphEntityOf, resultEntityOf);
    }

    /** Keeps a one-to-one map between the entities of both sides; a record that does not fit it is elsewhere. */
    private long elsewhere(
            List<RecordKey> keys,
            List<String> entities,
            Map<String, String> graphEntityOf,
            Map<String, String> resultEntityOf) {
        Map<RecordKey, Membership> stored = store.memberships(keys);
        long different = 0;
        for (int i = 0; i < keys.size(); i++) {
            @Nullable Membership membership = stored.get(keys.get(i));
            String inGraph = membership == null ? "" : membership.entity().value();
            String inResult = entities.get(i);
            String otherGraph = graphEntityOf.putIfAbsent(inResult, inGraph);
            String otherResult = resultEntityOf.putIfAbsent(inGraph, inResult);
            boolean same = !inGraph.isEmpty()
                    && (otherGraph == null || otherGraph.equals(inGraph))
                    && (otherResult == null || otherResult.equals(inResult));
            different += same ? 0 : 1;
        }
        return different;
    }
}
