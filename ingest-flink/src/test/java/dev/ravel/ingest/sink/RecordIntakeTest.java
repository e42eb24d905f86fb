package dev.ravel.ingest.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ravel.configuration.ConfigurationReader;
import dev.ravel.configuration.RavelConfiguration;
import dev.ravel.ingest.input.FramedStream;
import dev.ravel.ingest.input.Input;
import dev.ravel.ingest.input.InputOpener;
import dev.ravel.ingest.input.RawRecord;
import dev.ravel.ingest.input.StoredInput;
import dev.ravel.ingest.parse.RecordParser;
import dev.ravel.ingest.parse.SourceCatalog;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.store.InMemoryStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordIntakeTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String SNAPSHOT =
            """
            sources:
              crm:
                files: "*.csv"
                delivery: snapshot
                maxDeletedShare: 50%
                id: id
                attributes: { email: email }
            """;

    private final Path folder;

    RecordIntakeTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private final InMemoryStore store = new InMemoryStore();
    private int loads;

    @AfterEach
    void forgetTheCounters() {
        for (int load = 0; load <= loads; load++) {
            IngestCounters.forget("load-" + load);
        }
    }

    @Test
    void aFileIsTakenInOnceAndItsOffsetSaysSo() throws IOException {
        Path file = file("a.csv", 1, 1000);

        IngestCounters.Counts first = ingest("", file, false).counts();
        IngestCounters.Counts second = ingest("", file, false).counts();

        assertThat(first.newVersions()).isEqualTo(1000);
        assertThat(first.batches()).isBetween(3L, 6L);
        assertThat(second.read()).isZero();
        assertThat(second.skipped()).isEqualTo(1000);
        assertThat(store.offset(describe("", file).name())).isEqualTo(Files.size(file) + 1);
    }

    @Test
    void fromTheStartEverythingIsRepeatedAndNothingChanges() throws IOException {
        Path file = file("a.csv", 1, 50);
        ingest("", file, false);

        IngestCounters.Counts again = ingest("", file, true).counts();

        assertThat(again.repeated()).isEqualTo(50);
        assertThat(again.newVersions()).isZero();
    }

    @Test
    void aPoisonRecordIsParkedAloneAndTheOthersGoOn() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.csv"),
                IntStream.range(0, 100)
                        .mapToObj(i -> (i % 40 == 7 ? "poison" : "") + i + ",p" + i + "@mail.example\n")
                        .collect(Collectors.joining("", "id,email\n", "")));

        IngestCounters.Counts counts = ingest("", file, false).counts();

        assertThat(counts.newVersions()).isEqualTo(97);
        assertThat(counts.deadLetters()).isEqualTo(3);
        assertThat(letters()).hasSize(3).allSatisfy(line -> assertThat(line)
                .contains("\"REJECTED\"", "refused poison"));
        assertThat(store.offset(describe("", file).name())).isEqualTo(Files.size(file) + 1);
    }

    @Test
    void aGraphThatIsDownIsNoRecordsFault() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "id,email\n1,a@mail.example\ndown2,b@mail.example\n");

        assertThatThrownBy(() -> ingest("", file, false))
                .isInstanceOf(ResolutionException.class)
                .hasMessageContaining("not to be reached");
        assertThat(letters()).isEmpty();
        assertThat(store.offset(describe("", file).name())).isZero();
    }

    @Test
    void whenEveryRecordIsRefusedTheLoadStops() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.csv"),
                IntStream.range(0, 60)
                        .mapToObj(i -> "poison" + i + ",p" + i + "@mail.example\n")
                        .collect(Collectors.joining("", "id,email\n", "")));

        assertThatThrownBy(() -> ingest("", file, false)).hasMessageContaining("refused poison");
    }

    @Test
    void twoHundredBrokenLinesAmongGoodOnesAreAllParked() throws IOException {
        StringBuilder lines = new StringBuilder("id,email,note\n");
        for (int i = 0; i < 600; i++) {
            lines.append(i % 3 == 1 ? broken(i) : i + ",p" + i + "@mail.example,\"two\nlines\"")
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("a.csv"), lines);

        IngestCounters.Counts counts = ingest("", file, false).counts();

        assertThat(counts.newVersions()).isEqualTo(400);
        assertThat(counts.deadLetters()).isEqualTo(200);
        assertThat(letters()).hasSize(200).allSatisfy(line -> assertThat(line).contains("\"reason\":\"MALFORMED\""));
        assertThat(ingest("", file, true).counts().deadLetters()).isZero();
        assertThat(letters()).hasSize(200);
    }

    @Test
    void aSnapshotDeletesWhatItLacks() throws IOException {
        ingest(SNAPSHOT, at(file("a.csv", 1, 10), NOW.minusSeconds(20)), false);

        IngestCounters counters = ingest(SNAPSHOT, at(file("b.csv", 4, 10), NOW.minusSeconds(10)), false);

        assertThat(counters.counts().snapshotDeletions()).isEqualTo(3);
        assertThat(live()).hasSize(7).doesNotContain(key(1), key(2), key(3));
    }

    @Test
    void aSnapshotThatWouldDeleteTooMuchDeletesNothing() throws IOException {
        ingest(SNAPSHOT, at(file("a.csv", 1, 10), NOW.minusSeconds(20)), false);

        IngestCounters counters = ingest(SNAPSHOT, at(file("b.csv", 9, 10), NOW.minusSeconds(10)), false);

        assertThat(live()).hasSize(10);
        assertThat(counters.notes()).singleElement().asString().contains("lacks 8 of the 10 live records of crm");
    }

    @Test
    void aSnapshotWithABrokenLineDeletesNothing() throws IOException {
        ingest(SNAPSHOT, at(file("a.csv", 1, 10), NOW.minusSeconds(20)), false);
        Path broken = file("b.csv", 4, 10);
        Files.writeString(broken, Files.readString(broken) + "broken\n");

        IngestCounters counters = ingest(SNAPSHOT, at(broken, NOW.minusSeconds(10)), false);

        assertThat(live()).hasSize(10);
        assertThat(counters.notes()).singleElement().asString().contains("1 of its lines could not be read");
    }

    private static String broken(int i) {
        return switch (i % 4) {
            case 0 -> i + ",only two";
            case 1 -> i + ",\"never closed,x";
            case 2 -> i + ",\"closed\" badly,x";
            default -> i + ",one,too,many";
        };
    }

    private Path file(String name, int first, int last) throws IOException {
        return Files.writeString(
                folder.resolve(name),
                IntStream.rangeClosed(first, last)
                        .mapToObj(i -> i + ",p" + i + "@mail.example\n")
                        .collect(Collectors.joining("", "id,email\n", "")));
    }

    private static Path at(Path file, Instant time) throws IOException {
        return Files.setLastModifiedTime(file, FileTime.from(time));
    }

    private static RecordKey key(int id) {
        return RecordKey.of("crm", String.valueOf(id));
    }

    private List<RecordKey> live() {
        return store.liveRecordKeys(RecordKey.DEFAULT_TENANT, "crm", Optional.empty(), 1000);
    }

    private List<String> letters() throws IOException {
        Path letters = folder.resolve("letters");
        if (!Files.exists(letters)) {
            return List.of();
        }
        try (var files = Files.list(letters)) {
            return files.flatMap(file -> {
                        try {
                            return Files.readAllLines(file).stream();
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    })
                    .toList();
        }
    }

    private Input describe(String configuration, Path file) throws IOException {
        return InputOpener.describe(
                StoredInput.of(file), catalog(configuration).ofFile(String.valueOf(file.getFileName())));
    }

    private SourceCatalog catalog(String text) {
        return SourceCatalog.of(ConfigurationReader.parse(text, "test", Map.of()));
    }

    /** Ingests one file as the streaming job does, without Flink. */
    private IngestCounters ingest(String configuration, Path file, boolean fromStart) throws IOException {
        if (configuration.isEmpty()) {
            at(file, NOW);
        }
        SourceCatalog catalog = catalog(configuration);
        String load = "load-" + ++loads;
        RavelConfiguration defaults = RavelConfiguration.defaults();
        IngestPlan plan = new IngestPlan(
                defaults.resolver(),
                MatchModel.shipped().text(),
                catalog,
                () -> PoisonedStore.over(store),
                folder.resolve("letters").toString(),
                defaults.ingest().batchRecords(),
                defaults.ingest().batchTime(),
                load,
                fromStart);
        Input input = describe(configuration, file);
        RecordParser parser = new RecordParser(catalog, CLOCK);
        try (RecordIntake intake = new RecordIntake(plan, CLOCK, any -> StoredInput.of(file));
                FramedStream stream =
                        new FramedStream(input, StoredInput.of(file).open(input.start()), input.start())) {
            RawRecord raw = stream.next();
            while (raw != null) {
                intake.accept(parser.parse(raw));
                raw = stream.next();
            }
            intake.flush();
        }
        return IngestCounters.of(load);
    }
}
