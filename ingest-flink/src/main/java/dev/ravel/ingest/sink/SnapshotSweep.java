package dev.ravel.ingest.sink;

import dev.ravel.configuration.source.Delivery;
import dev.ravel.configuration.source.SourceConfiguration;
import dev.ravel.ingest.input.Input;
import dev.ravel.ingest.input.StoredInput;
import dev.ravel.ingest.parse.InputReader;
import dev.ravel.ingest.parse.Parsed;
import dev.ravel.ingest.parse.SourceCatalog;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.store.EntityReader;
import dev.ravel.resolver.stream.Incoming;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Deletes what a complete snapshot lacks. At the end of the file its keys are read again, so that what an interrupted
 * run took in counts too; the memory for them is held only meanwhile. Nothing is deleted if a line of the file could not
 * be read, for it may be one of the records, or if too large a share of the source would go.
 */
final class SnapshotSweep {
    private static final int PAGE = 1000;

    private final SourceCatalog catalog;
    private final EntityReader graph;
    private final String loadId;
    private final Clock clock;
    private final IngestCounters counters;

    SnapshotSweep(SourceCatalog catalog, EntityReader graph, String loadId, Clock clock, IngestCounters counters) {
        this.catalog = catalog;
        this.graph = graph;
        this.loadId = loadId;
        this.clock = clock;
        this.counters = counters;
    }

    /** Whether the end of this input asks for a sweep. */
    boolean isDue(Input input) {
        return !input.isTopic() && source(input).isPresent();
    }

    /** Gives the deletions that a snapshot asks for, in batches, to {@code deletions}. */
    void sweep(StoredInput file, Input input, Consumer<List<Incoming>> deletions) throws IOException {
        SourceConfiguration source = source(input).orElseThrow();
        Set<RecordKey> present = new HashSet<>();
        Set<String> names = new TreeSet<>();
        InputReader.Summary summary = new InputReader(catalog, clock).read(file, parsed -> {
            if (parsed instanceof Parsed.Accepted accepted) {
                present.add(accepted.version().key());
                names.add(accepted.version().key().source());
            }
        });
        if (summary.deadLetters() > 0) {
            counters.note("snapshot " + input.label() + ": nothing deleted, because " + summary.deadLetters()
                    + " of its lines could not be read");
            return;
        }
        if (source.mapping() != null && source.mapping().source() == null) {
            names.add(source.name());
        }
        Instant time = Objects.requireNonNull(input.time(), "a file has a time");
        for (String name : names) {
            sweep(name, source, present, time, input, deletions);
        }
    }

    private void sweep(
            String name,
            SourceConfiguration source,
            Set<RecordKey> present,
            Instant time,
            Input input,
            Consumer<List<Incoming>> deletions) {
        List<RecordKey> missing = new ArrayList<>();
        long live = 0;
        Optional<RecordKey> after = Optional.empty();
        List<RecordKey> page;
        do {
            page = graph.liveRecordKeys(catalog.tenant(), name, after, PAGE);
            live += page.size();
            page.stream().filter(key -> !present.contains(key)).forEach(missing::add);
            after = page.isEmpty() ? after : Optional.of(page.get(page.size() - 1));
        } while (page.size() == PAGE);
        if (missing.size() > source.maxDeletedShare() * live) {
            counters.note(String.format(
                    Locale.ROOT,
                    "snapshot %s: nothing deleted, because it lacks %d of the %d live records of %s, more than "
                            + "maxDeletedShare (%.1f %%) allows",
                    input.label(),
                    missing.size(),
                    live,
                    name,
                    100 * source.maxDeletedShare()));
            return;
        }
        for (int from = 0; from < missing.size(); from += PAGE) {
            List<RecordKey> some = missing.subList(from, Math.min(missing.size(), from + PAGE));
            deletions.accept(some.stream()
                    .map(key -> new Incoming(SourceRecord.deletion(key, time), loadId))
                    .toList());
            counters.deleted(some.size());
        }
    }

    private Optional<SourceConfiguration> source(Input input) {
        return catalog.ofFile(input.label()).filter(source -> source.delivery() == Delivery.SNAPSHOT);
    }
}
