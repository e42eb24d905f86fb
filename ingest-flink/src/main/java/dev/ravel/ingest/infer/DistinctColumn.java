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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A column that can be the id of a file's records though its name does not say so: one code in every record, no two alike.
 * Looks at all records and not at a sample, because records of one id are versions of one record. Codes are one word with a
 * digit, such as {@code K-4711} or a UUID; of mere digits they are numbers without large gaps, so that neither phone numbers
 * nor amounts are taken for ids.
 */
final class DistinctColumn {
    /** In larger files none is looked for: they come out of systems, which name their ids. */
    static final int MAX_RECORDS = 1_000_000;

    private static final int MAX_GAPS = 10;
    private static final int MAX_DIGITS = 18;
    private static final Pattern CODE = Pattern.compile("(?=.*\\d)[\\p{L}\\d][\\p{L}\\d_#-]{0,63}");
    private static final Pattern TIMED = Pattern.compile("\\d{4}-\\d\\d-\\d\\d.*");
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private final String column;

    /** Hashes of 64 bits: two values of one hash refuse a column, and never let one pass. */
    private final Set<Long> seen = new HashSet<>();

    private boolean allDigits = true;
    private long least = Long.MAX_VALUE;
    private long most = Long.MIN_VALUE;

    private DistinctColumn(String column) {
        this.column = column;
    }

    /** The first of these columns that can be the id; empty if none can. Reads the file until none is left, or whole. */
    static Optional<String> find(StoredInput file, RavelConfiguration configuration, List<String> columns)
            throws IOException {
        List<DistinctColumn> left = new ArrayList<>(columns.stream()
                .filter(column -> !ColumnNames.isWord(column) && !ValueShape.isOfSomebodyElse(column))
                .map(DistinctColumn::new)
                .toList());
        SourceCatalog catalog = SourceCatalog.of(configuration);
        RecordParser parser = new RecordParser(catalog, Clock.systemUTC());
        Input input = InputOpener.describe(file, catalog.ofFile(file.fileName()));
        int records = 0;
        try (FramedStream stream = new FramedStream(input, file.open(input.start()), input.start())) {
            for (RawRecord raw = stream.next(); raw != null && !raw.isEnd() && !left.isEmpty(); raw = stream.next()) {
                if (parser.parse(raw) instanceof Parsed.Accepted accepted) {
                    left.removeIf(candidate -> !candidate.takes(accepted.version()));
                    if (++records > MAX_RECORDS) {
                        return Optional.empty();
                    }
                }
            }
        }
        int count = records;
        return left.stream()
                .filter(candidate -> candidate.holds(count))
                .map(candidate -> candidate.column)
                .findFirst();
    }

    private boolean takes(SourceRecord version) {
        List<String> values = version.values(column);
        if (values.size() != 1) {
            return false;
        }
        String value = values.get(0).strip();
        if (!CODE.matcher(value).matches() || TIMED.matcher(value).matches() || BirthDates.isDate(value)) {
            return false;
        }
        if (!DIGITS.matcher(value).matches()) {
            allDigits = false;
        } else if (value.length() <= MAX_DIGITS) {
            least = Math.min(least, Long.parseLong(value));
            most = Math.max(most, Long.parseLong(value));
        } else {
            return false;
        }
        return seen.add(hash(value));
    }

    private boolean holds(int records) {
        return records >= ValueShape.LEAST_VALUES && (!allDigits || most - least < (long) MAX_GAPS * records);
    }

    /** FNV-1a. */
    private static long hash(String value) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < value.length(); i++) {
            hash = (hash ^ value.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
