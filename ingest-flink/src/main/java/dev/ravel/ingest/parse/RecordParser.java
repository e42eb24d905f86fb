package dev.ravel.ingest.parse;

import dev.ravel.configuration.source.InputFormat;
import dev.ravel.configuration.source.RecordMapping;
import dev.ravel.configuration.source.SourceConfiguration;
import dev.ravel.ingest.infer.MappingInference;
import dev.ravel.ingest.input.Input;
import dev.ravel.ingest.input.RawRecord;
import dev.ravel.model.record.SourceRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns raw records into source records or dead letters. Records of several inputs may come mixed, though it is faster
 * when an input's records come together. Not thread-safe.
 */
public final class RecordParser {
    private final SourceCatalog catalog;
    private final Clock clock;
    private @Nullable Input current;
    private @Nullable InputParser parser;

    public RecordParser(SourceCatalog catalog, Clock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    /** What a raw record turns out to be. */
    public Parsed parse(RawRecord raw) {
        if (raw.isEnd()) {
            return new Parsed.EndOfFile(raw);
        }
        try {
            SourceRecord version = parserOf(raw.input()).parse(raw);
            requireNotAhead(version.observedAt());
            return new Parsed.Accepted(raw, version);
        } catch (RefusedRecordException e) {
            return new Parsed.DeadLetter(raw, e.reason(), String.valueOf(e.getMessage()));
        }
    }

    private void requireNotAhead(Instant observedAt) {
        if (observedAt.isAfter(clock.instant().plus(catalog.maxAhead()))) {
            throw new RefusedRecordException(
                    DeadLetterReason.IN_THE_FUTURE,
                    "observed at " + observedAt + ", more than " + catalog.maxAhead() + " ahead");
        }
    }

    private InputParser parserOf(Input input) {
        InputParser known = parser;
        if (known == null || current != input) {
            known = create(input);
            parser = known;
            current = input;
        }
        return known;
    }

    private InputParser create(Input input) {
        Optional<SourceConfiguration> source =
                input.isTopic() ? catalog.ofTopic(input.label()) : catalog.ofFile(input.label());
        ZoneId zone = source.map(SourceConfiguration::zone).orElse(catalog.zone());
        String name = source.map(SourceConfiguration::name).orElseGet(() -> MappingInference.sourceName(input.label()));
        RecordMapping mapping = source.map(SourceConfiguration::mapping).orElse(null);
        if (input.format() == InputFormat.JSONL) {
            return new JsonRecordParser(
                    input,
                    new CanonicalJson(catalog.tenant(), zone),
                    SenzingForm.MAPPING,
                    new RecordAssembler(catalog.tenant(), name, zone, SenzingForm.MAPPING),
                    mapping,
                    mapping == null ? null : new RecordAssembler(catalog.tenant(), name, zone, mapping));
        }
        RecordMapping csvMapping = mapping == null ? MappingInference.infer(input.columns()) : mapping;
        return new CsvRecordParser(input, csvMapping, new RecordAssembler(catalog.tenant(), name, zone, csvMapping));
    }
}
