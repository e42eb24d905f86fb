package dev.ravel.ingest.parse;

import dev.ravel.ingest.input.FramedStream;
import dev.ravel.ingest.input.Input;
import dev.ravel.ingest.input.InputOpener;
import dev.ravel.ingest.input.RawRecord;
import dev.ravel.ingest.input.StoredInput;
import java.io.IOException;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * Reads whole files in one pass, in the order of their records; what the bulk path uses instead of the streaming job.
 * Not thread-safe.
 */
public final class InputReader {
    private final SourceCatalog catalog;
    private final RecordParser parser;

    /**
     * What a file gave.
     *
     * @param input the file
     * @param records how many records were accepted
     * @param deadLetters how many were not
     */
    public record Summary(Input input, long records, long deadLetters) {
        /** The offset that says that all of the file is taken in. */
        public long endOffset() {
            return input.length() + 1;
        }
    }

    public InputReader(SourceCatalog catalog, Clock clock) {
        this.catalog = catalog;
        this.parser = new RecordParser(catalog, clock);
    }

    /** Reads a file; its records and dead letters go to {@code consumer}, the end of the file does not. */
    public Summary read(StoredInput file, Consumer<Parsed> consumer) throws IOException {
        Input input = InputOpener.describe(file, catalog.ofFile(file.fileName()));
        long records = 0;
        long deadLetters = 0;
        try (FramedStream stream = new FramedStream(input, file.open(input.start()), input.start())) {
            RawRecord raw = stream.next();
            while (raw != null) {
                Parsed parsed = parser.parse(raw);
                if (parsed instanceof Parsed.Accepted) {
                    records++;
                    consumer.accept(parsed);
                } else if (parsed instanceof Parsed.DeadLetter) {
                    deadLetters++;
                    consumer.accept(parsed);
                }
                raw = stream.next();
            }
        }
        return new Summary(input, records, deadLetters);
    }
}
