package dev.ravel.bench;

import dev.ravel.cypher.embedded.GraphServerHome;
import dev.ravel.cypher.offline.ImportFiles;
import dev.ravel.cypher.offline.OfflineImport;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.bulk.BulkResolver;
import dev.ravel.resolver.bulk.PreparedRecords;
import dev.ravel.resolver.stream.FirstLoad;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Makes the data directory of a large graph in minutes: records that are in it already, and customers of one record each. */
final class ImportedGraph {
    private static final Instant OBSERVED = Instant.parse("2026-01-01T00:00:00Z");
    private static final int SURNAMES = 100;
    private static final int SYLLABLES = 2_000;

    private static final int DOMAINS = 97;
    private static final int NUMBERS = 100_000_000;

    /** Prime to the numbers, so that neighbours have neither phones nor mailboxes that look alike. */
    private static final long STEP = 7_654_321;

    /** The first of the characters that names are made of. */
    private static final int FIRST_CHARACTER = '\u5000';

    private final Resolver resolver;
    private final long seed;
    private final int importMebibytes;

    /**
     * @param seed of the customers
     * @param importMebibytes the memory of the importer: so much for its heap, and as much beside it
     */
    ImportedGraph(Resolver resolver, long seed, int importMebibytes) {
        this.resolver = resolver;
        this.seed = seed;
        this.importMebibytes = importMebibytes;
    }

    /**
     * Makes it.
     *
     * @param data not there yet
     * @param records what is in it besides
     * @param customers how many customers of one record are in it
     */
    void make(Path data, List<SourceRecord> records, int customers) throws IOException {
        List<SourceRecord> all = new ArrayList<>(records);
        Random random = new Random(seed);
        for (int i = 0; i < customers; i++) {
            all.add(customer(i, random));
        }
        Path building = Files.createDirectory(data.resolveSibling("importing"));
        try (OfflineImport importer = new OfflineImport(GraphServerHome.find(), importMebibytes, importMebibytes)) {
            importer.run(files(building.resolve("files"), all), building, data);
        }
    }

    private ImportFiles files(Path directory, List<SourceRecord> all) throws IOException {
        Clock clock = Clock.systemUTC();
        PreparedRecords prepared = PreparedRecords.of(all, resolver);
        FirstLoad load = new FirstLoad(
                resolver,
                all,
                prepared,
                new BulkResolver(resolver, clock).resolve(prepared, List.of()),
                "bench",
                clock.instant());
        return ImportFiles.write(
                Files.createDirectory(directory), load, RecordKey.DEFAULT_TENANT, resolver.digest(), List.of());
    }

    private static SourceRecord customer(int i, Random random) {
        int apart = (int) ((STEP * i) % NUMBERS);
        String name = Character.toString(FIRST_CHARACTER + random.nextInt(SURNAMES))
                + Character.toString(FIRST_CHARACTER + random.nextInt(SYLLABLES))
                + Character.toString(FIRST_CHARACTER + random.nextInt(SYLLABLES));
        return SourceRecord.of(
                RecordKey.of("customers", Integer.toString(i)),
                RecordType.PERSON,
                OBSERVED,
                Map.of(
                        AttributeName.NAME, List.of(name),
                        AttributeName.PHONE, List.of(String.format(Locale.ROOT, "137%08d", apart)),
                        AttributeName.EMAIL, List.of(Integer.toString(apart, 36) + "@" + i % DOMAINS + ".example.cn")));
    }
}
