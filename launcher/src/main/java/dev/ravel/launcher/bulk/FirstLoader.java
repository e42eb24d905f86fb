package dev.ravel.launcher.bulk;

import dev.ravel.configuration.GraphConfiguration;
import dev.ravel.cypher.embedded.GraphServerHome;
import dev.ravel.cypher.offline.ImportFiles;
import dev.ravel.cypher.offline.OfflineImport;
import dev.ravel.launcher.console.Console;
import dev.ravel.launcher.console.Progress;
import dev.ravel.launcher.wiring.EndSignal;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.bulk.BulkResolver;
import dev.ravel.resolver.bulk.BulkResult;
import dev.ravel.resolver.bulk.PreparedRecords;
import dev.ravel.resolver.store.InputOffset;
import dev.ravel.resolver.stream.FirstLoad;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Brings a bulk result into a graph that does not exist yet by Neo4j's importer, without transactions.
 * The records are resolved once more under the result's own model, as the files of a result do not hold all that a graph does.
 */
public final class FirstLoader {
    private static final long MEBIBYTE = 1024 * 1024;

    private final Resolver resolver;
    private final Console console;
    private final Clock clock;

    public FirstLoader(Resolver resolver, Console console, Clock clock) {
        this.resolver = resolver;
        this.console = console;
        this.clock = clock;
    }

    /**
     * Whether a result can be imported: nobody's judgements are in it, which are written by transactions.
     *
     * @param result the directory of the result
     */
    public static boolean isPossible(Path result) {
        return !Files.exists(result.resolve(BulkFiles.JUDGEMENTS));
    }

    /**
     * Writes the files that Neo4j's importer takes.
     *
     * @param result the directory of the result
     * @param files where to write them; made if it is not there
     * @return the files and how many versions are in them
     */
    public Written write(Path result, Path files, List<InputOffset> offsets) throws IOException {
        List<SourceRecord> versions = new ArrayList<>();
        try (Progress progress = Progress.start(console, "read", OptionalLong.empty())) {
            ResultRecords.read(result, resolver.settings(), clock, version -> {
                versions.add(version);
                progress.step();
            });
        }
        PreparedRecords prepared = PreparedRecords.of(versions, resolver);
        BulkResult resolved = new BulkResolver(resolver, clock).resolve(prepared, List.of());
        FirstLoad load = new FirstLoad(resolver, versions, prepared, resolved, BulkLoader.LOAD_ID, clock.instant());
        Files.createDirectories(files);
        return new Written(
                ImportFiles.write(files, load, resolver.settings().tenant(), resolver.digest(), offsets),
                versions.size());
    }

    /**
     * Import files with what is in them.
     *
     * @param files the files
     * @param versions how many versions of records they hold
     */
    public record Written(ImportFiles files, long versions) {}

    /**
     * Makes the data directory of an embedded server from a result.
     *
     * @param dataDirectory not there or empty
     * @param memory what the server will have; the importer takes about as much
     * @param end stops the importer and removes what is not whole if the process is told to end
     * @return how many versions are in
     */
    public long importInto(
            Path result,
            List<InputOffset> offsets,
            Path dataDirectory,
            GraphConfiguration.Embedded memory,
            EndSignal end)
            throws IOException {
        Path parent = Objects.requireNonNull(dataDirectory.toAbsolutePath().getParent());
        Files.createDirectories(parent);
        Path building = Files.createTempDirectory(parent, ".import-");
        end.closeAtEnd(() -> {
            if (Files.exists(building)) {
                ResultDirectory.deleteTree(building);
            }
        });
        Written written = write(result, building.resolve("files"), offsets);
        console.note("importing " + written.versions() + " versions into " + dataDirectory);
        end.closeAtEnd(new OfflineImport(
                        GraphServerHome.find(), mebibytes(memory.heapBytes()), mebibytes(memory.pageCacheBytes())))
                .run(written.files(), building, dataDirectory);
        return written.versions();
    }

    private static int mebibytes(long bytes) {
        return Math.toIntExact(bytes / MEBIBYTE);
    }
}
