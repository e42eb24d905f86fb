package dev.ravel.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.configuration.RavelConfiguration;
import dev.ravel.generator.CustomerGenerator;
import dev.ravel.generator.RecordFiles;
import dev.ravel.launcher.console.Console;
import dev.ravel.launcher.wiring.Inputs;
import dev.ravel.model.entity.Entity;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.bulk.BulkResolver;
import dev.ravel.resolver.scoring.MatchModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same customers, delivered as CSV and as JSON Lines and read without configuration, are the same entities. */
class CsvEqualsJsonLinesTest {
    private static final int VERSIONS = 3_000;

    private final Clock clock = Clock.systemUTC();
    private final Path folder;
    private final RavelConfiguration configuration;

    CsvEqualsJsonLinesTest(@TempDir Path folder) {
        this.folder = folder;
        this.configuration = RavelConfiguration.defaults().withDataDirectory(folder.resolve("data"));
    }

    @Test
    void givesTheSameVersionsAndEntities() throws IOException {
        CustomerGenerator customers = CustomerGenerator.ofVersions(5, VERSIONS);
        Path csv = folder.resolve("people.csv");
        Path jsonLines = Files.createDirectory(folder.resolve("jsonl"));
        RecordFiles.writeCsv(customers, csv);
        RecordFiles.writeJsonLines(customers, jsonLines);

        List<SourceRecord> fromCsv = read(csv);
        List<SourceRecord> fromJson = read(jsonLines);

        assertThat(new HashSet<>(fromCsv)).isEqualTo(new HashSet<>(fromJson));
        assertThat(fromCsv).anyMatch(version -> version.values("phone").size() > 1);
        assertThat(entities(fromCsv)).isEqualTo(entities(fromJson));
    }

    private List<SourceRecord> read(Path input) throws IOException {
        List<SourceRecord> versions = new ArrayList<>();
        Inputs inputs = Inputs.find(configuration, List.of(input), Console.system());
        Inputs.Summary read = inputs.read(folder.resolve("letters"), "test", clock, versions::add);
        assertThat(read.deadLetters()).isZero();
        assertThat(versions).hasSizeGreaterThanOrEqualTo(VERSIONS);
        return versions;
    }

    private Set<SortedSet<RecordKey>> entities(List<SourceRecord> versions) {
        Resolver resolver = Resolver.of(configuration.resolver(), MatchModel.shipped());
        return new BulkResolver(resolver, clock)
                .resolve(versions, List.of()).entities().stream()
                        .map(Entity::records)
                        .collect(Collectors.toSet());
    }
}
