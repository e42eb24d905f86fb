package dev.ravel.ingest.parse;

import dev.ravel.ingest.input.FramedStream;
import dev.ravel.ingest.input.Input;
import dev.ravel.ingest.input.InputOpener;
import dev.ravel.ingest.input.RawRecord;
import dev.ravel.ingest.input.StoredInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads whole files in one pass, in the order of their records; what the bulk path uses instead of the streaming job.
 * Records are parsed on all cores, a few thousand at a time, while the next ones are read. Not thread-safe.
 */
public final class InputReader {
    private static final int RECORDS_AT_A_TIME = 1 << 14;

    private final SourceCatalog catalog;

    /** One for each core. */
    private final List<RecordParser> parsers;

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
        this.parsers = Stream.generate(() -> new RecordParser(catalog, clock))
                .limit(Runtime.getRuntime().availableProcessors())
                .toList();
    }

    /** Reads a file; its records and dead letters go to {@code consumer}, the end of the file does not. */
    public Summary read(StoredInput file, Consumer<Parsed> consumer) throws IOException {
        Input input = InputOpener.describe(file, catalog.ofFile(file.fileName()));
        long records = 0;
        long deadLetters = 0;
        try (FramedStream stream = new FramedStream(input, file.open(input.start()), input.start())) {
            List<RawRecord> some = next(stream);
            while (!some.isEmpty()) {
                CompletableFuture<List<RawRecord>> following = CompletableFuture.supplyAsync(() -> next(stream));
                for (Parsed parsed : parse(some)) {
                    if (parsed instanceof Parsed.Accepted) {
                        records++;
                        consumer.accept(parsed);
                    } else if (parsed instanceof Parsed.DeadLetter) {
                        deadLetters++;
                        consumer.accept(parsed);
                    }
                }
                some = following.join();
            }
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException failed) {
                throw failed.getCause();
            }
            throw e;
        }
        return new Summary(input, records, deadLetters);
    }

    private static List<RawRecord> next(FramedStream stream) {
        List<RawRecord> some = new ArrayList<>(RECORDS_AT_A_TIME);
        try {
            RawRecord raw = stream.next();
            while (raw != null) {
                some.add(raw);
                raw = some.size() < RECORDS_AT_A_TIME ? stream.next() : null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return some;
    }

    /** What the records turn out to be, in their order. Each parser has a stretch of them to itself. */
    private Parsed[] parse(List<RawRecord> raws) {
        Parsed[] parsed = new Parsed[raws.size()];
        int stretch = (raws.size() + parsers.size() - 1) / parsers.size();
        IntStream.range(0, parsers.size()).parallel().forEach(core -> {
            RecordParser parser = parsers.get(core);
            int end = Math.min(raws.size(), (core + 1) * stretch);
            for (int i = core * stretch; i < end; i++) {
                parsed[i] = parser.parse(raws.get(i));
            }
        });
        return parsed;
    }
}
