package dev.ravel.ingest.infer;

import dev.ravel.configuration.RavelConfiguration;
import dev.ravel.ingest.input.FramedStream;
import dev.ravel.ingest.input.Input;
import dev.ravel.ingest.input.InputOpener;
import dev.ravel.ingest.input.RawRecord;
import dev.ravel.ingest.input.StoredInput;
import dev.ravel.ingest.parse.Parsed;
import dev.ravel.ingest.parse.RecordParser;
import dev.ravel.ingest.parse.SourceCatalog;
import dev.ravel.model.record.SourceRecord;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * What stands in the columns of a file: the records with the smallest hashes of their bytes, so that the order of rows does
 * not matter. Reads the whole file once, and keeps {@value #RECORDS} records of it.
 */
final class ColumnSample {
    static final int RECORDS = 500;

    private record Hashed(long hash, RawRecord raw) {}

    private static final Comparator<Hashed> SMALLEST_FIRST = Comparator.comparingLong(Hashed::hash)
            .thenComparing(hashed -> hashed.raw().bytes(), Arrays::compare);

    private ColumnSample() {}

    /**
     * The values by attribute, columns of unknown meaning being attributes of their own name; blank ones are left out.
     *
     * @param configuration with a source that says how the file is read
     */
    static Map<String, List<String>> of(StoredInput file, RavelConfiguration configuration) throws IOException {
        Map<String, List<String>> values = new TreeMap<>();
        for (SourceRecord record : records(file, configuration)) {
            record.attributes()
                    .forEach((attribute, found) -> values.computeIfAbsent(attribute, name -> new ArrayList<>())
                            .addAll(found));
        }
        return values;
    }

    /** The records drawn, without those that cannot be taken in. */
    static List<SourceRecord> records(StoredInput file, RavelConfiguration configuration) throws IOException {
        SourceCatalog catalog = SourceCatalog.of(configuration);
        RecordParser parser = new RecordParser(catalog, Clock.systemUTC());
        List<SourceRecord> records = new ArrayList<>();
        for (RawRecord raw : draw(InputOpener.describe(file, catalog.ofFile(file.fileName())), file)) {
            if (parser.parse(raw) instanceof Parsed.Accepted accepted) {
                records.add(accepted.version());
            }
        }
        return records;
    }

    private static List<RawRecord> draw(Input input, StoredInput file) throws IOException {
        PriorityQueue<Hashed> kept = new PriorityQueue<>(SMALLEST_FIRST.reversed());
        try (FramedStream stream = new FramedStream(input, file.open(input.start()), input.start())) {
            for (Optional<RawRecord> raw = next(stream); raw.isPresent(); raw = next(stream)) {
                CRC32C hash = new CRC32C();
                hash.update(raw.get().bytes());
                kept.add(new Hashed(hash.getValue(), raw.get()));
                if (kept.size() > RECORDS) {
                    kept.poll();
                }
            }
        }
        return kept.stream().sorted(SMALLEST_FIRST).map(Hashed::raw).toList();
    }

    private static Optional<RawRecord> next(FramedStream stream) throws IOException {
        return Optional.ofNullable(stream.next()).filter(raw -> !raw.isEnd());
    }
}
