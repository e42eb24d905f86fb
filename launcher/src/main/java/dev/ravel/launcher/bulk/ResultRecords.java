package dev.ravel.launcher.bulk;

import dev.ravel.ingest.input.StoredInput;
import dev.ravel.ingest.parse.InputReader;
import dev.ravel.ingest.parse.Parsed;
import dev.ravel.ingest.parse.SourceCatalog;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.settings.ResolverSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** The versions that a bulk result was made from, as {@value BulkFiles#RECORDS} keeps them. */
public final class ResultRecords {
    private static final Duration EVER = Duration.ofDays(365_000);

    private ResultRecords() {}

    /** Reads all versions in the order of the file, whatever their times: they have been accepted before. */
    public static void read(Path result, ResolverSettings settings, Clock clock, Consumer<SourceRecord> versions)
            throws IOException {
        SourceCatalog catalog = new SourceCatalog(settings.tenant(), settings.zone(), EVER, List.of());
        new InputReader(catalog, clock).read(StoredInput.of(result.resolve(BulkFiles.RECORDS)), parsed -> {
            if (parsed instanceof Parsed.Accepted accepted) {
                versions.accept(accepted.version());
            }
        });
    }
}
