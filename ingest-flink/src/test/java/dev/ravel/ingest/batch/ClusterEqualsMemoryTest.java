package dev.ravel.ingest.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.generator.JsonLinesWriter;
import dev.ravel.ingest.BatchResolution;
import dev.ravel.ingest.parse.SourceCatalog;
import dev.ravel.model.entity.Entity;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.bulk.BulkResolver;
import dev.ravel.resolver.bulk.BulkResult;
import dev.ravel.resolver.bulk.ResultRows;
import dev.ravel.resolver.property.CustomerGenerator;
import dev.ravel.resolver.property.Runs;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.settings.ResolverSettings;
import dev.ravel.resolver.store.KeyState;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The batch job gives what the engine in memory gives, whatever the parallelism and the rounds. */
class ClusterEqualsMemoryTest {
    private static final int PERSONS = 60;
    private static final int CHAIN = 60;
    private static final Duration EVER = Duration.ofDays(365_000);

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "seed {0}, parallelism {1}, {2} rounds")
    @CsvSource({"0,1,3", "1,2,3", "2,3,3", "3,2,0", "4,3,1", "5,1,0", "8,3,2", "7,2,1"})
    void anyHistory(long seed, int parallelism, int rounds) throws Exception {
        BatchReport report =
                assertSame(Runs.RESOLVER, new CustomerGenerator(seed).versions(PERSONS), parallelism, rounds);

        assertThat(report.versions()).as("with updates and deletions").isGreaterThan(report.records());
        assertThat(report.suppressed()).as("a phone that many enter").isPositive();
        assertThat(report.skippedBlocks()).isPositive();
        assertThat(report.questions()).isPositive();
        assertThat(report.held()).isNotEmpty();
    }

    /** Each record shares a phone with the next: no task and no round sees more than a stretch of the chain. */
    @ParameterizedTest(name = "parallelism {0}, {1} rounds")
    @CsvSource({"3,0", "3,1", "3,3", "2,2"})
    void chainsLongerThanTheRoundsReach(int parallelism, int rounds) throws Exception {
        List<SourceRecord> versions = new ArrayList<>();
        for (int i = 0; i < CHAIN; i++) {
            versions.add(record(
                    Integer.toString((i * 37) % CHAIN + 100),
                    "王小明",
                    List.of("138" + (10_000_000 + i * 1_111), "138" + (10_000_000 + (i + 1) * 1_111))));
        }
        Resolver resolver = Resolver.of(ResolverSettings.defaults(), MatchModel.shipped());

        BatchReport report = assertSame(resolver, versions, parallelism, rounds);

        assertThat(report.sizes()).containsOnlyKeys(CHAIN);
        if (rounds == 0) {
            assertThat(report.residue()).isPositive();
        }
    }

    @Test
    void noRecordIsNoEntity() throws Exception {
        RecordKey key = RecordKey.of("crm", "1");

        BatchReport report = assertSame(
                Runs.RESOLVER, List.of(SourceRecord.deletion(key, Instant.EPOCH)), 2, BatchPlan.USUAL_ROUNDS);

        assertThat(report.versions()).isEqualTo(1);
        assertThat(report.records()).isZero();
    }

    private static SourceRecord record(String id, String name, List<String> phones) {
        return SourceRecord.of(
                RecordKey.of("crm", id),
                RecordType.PERSON,
                Instant.EPOCH,
                Map.of("name", List.of(name), "phone", phones));
    }

    private BatchReport assertSame(Resolver resolver, List<SourceRecord> versions, int parallelism, int rounds)
            throws Exception {
        BulkResult memory = new BulkResolver(resolver, Runs.CLOCK).resolve(versions, List.of());
        Path output = folder.resolve("out");
        SourceCatalog catalog = new SourceCatalog(
                resolver.settings().tenant(), resolver.settings().zone(), EVER, List.of());
        BatchPlan plan = new BatchPlan(
                resolver.settings(), resolver.model().text(), catalog, output.toString(), Runs.NOW, rounds);

        BatchReport report = new BatchResolution(
                        plan, write(versions), folder.resolve("dead-letters").toString())
                .runHere(parallelism);

        assertThat(parts(output, WriteOperator.ENTITIES))
                .as("partition")
                .isEqualTo(rows(
                        ResultRows.entityColumns(),
                        memory.entities().stream().flatMap(entity -> entity.records().stream()
                                .map(record -> ResultRows.entity(entity, record)))));
        assertThat(parts(output, WriteOperator.GOLDEN)).as("golden records").isEqualTo(golden(memory));
        assertThat(parts(output, WriteOperator.MATCHES))
                .as("matches")
                .isEqualTo(rows(
                        ResultRows.matchColumns(), memory.matches().stream().map(ResultRows::match)));
        assertThat(parts(output, WriteOperator.REVIEW))
                .as("questions")
                .isEqualTo(rows(
                        ResultRows.reviewColumns(), memory.review().stream().map(ResultRows::review)));
        assertThat(report.records()).isEqualTo(memory.records());
        assertThat(report.leftOutKeys()).isEqualTo(memory.leftOutKeys());
        assertThat(report.candidatePairs()).isEqualTo(memory.candidatePairs());
        assertThat(report.acceptedPairs()).isEqualTo(memory.acceptedPairs());
        assertThat(report.entities()).isEqualTo(memory.entities().size());
        assertThat(report.suppressed())
                .isEqualTo(memory.suppressed().stream()
                        .filter(KeyState::suppressed)
                        .count());
        assertThat(report.skippedBlocks())
                .isEqualTo(memory.suppressed().stream()
                        .filter(key -> key.overCap() && !key.suppressed())
                        .count());
        return report;
    }

    /** Two files, so that two tasks read; the versions of one record are in both. */
    private List<String> write(List<SourceRecord> versions) throws IOException {
        List<String> files = new ArrayList<>();
        for (int file = 0; file < 2; file++) {
            Path path = folder.resolve("versions-" + file + ".jsonl");
            try (JsonLinesWriter lines = new JsonLinesWriter(path)) {
                for (int i = file; i < versions.size(); i += 2) {
                    lines.write(versions.get(i));
                }
            }
            files.add(path.toString());
        }
        return files;
    }

    private static Set<String> golden(BulkResult memory) {
        Set<String> attributes = new HashSet<>();
        for (Entity entity : memory.entities()) {
            entity.golden().values().forEach(value -> attributes.add(value.attribute()));
        }
        ResultRows.Golden golden = new ResultRows.Golden(attributes);
        return rows(golden.columns(), memory.entities().stream().map(golden::row));
    }

    private static Set<String> rows(List<String> columns, Stream<List<String>> rows) {
        Set<String> lines = new HashSet<>();
        Stream.concat(Stream.of(columns), rows).forEach(row -> {
            StringWriter line = new StringWriter();
            try {
                ResultRows.write(row, line);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            assertThat(lines.add(line.toString().strip())).isTrue();
        });
        return lines;
    }

    /** The lines of all parts, whose first lines are one; no line is in two parts. */
    private static Set<String> parts(Path output, String kind) throws IOException {
        List<Path> parts;
        try (Stream<Path> files = Files.list(output)) {
            parts = files.filter(file -> file.getFileName().toString().startsWith(kind + "-"))
                    .sorted()
                    .toList();
        }
        assertThat(parts).isNotEmpty();
        Set<String> lines = new HashSet<>();
        for (Path part : parts) {
            List<String> all = Files.readAllLines(part);
            lines.add(all.get(0));
            Collection<String> rows = all.subList(1, all.size());
            rows.forEach(row -> assertThat(lines.add(row)).as(row).isTrue());
        }
        return lines;
    }
}
