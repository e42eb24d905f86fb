package dev.ravel.launcher.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.ravel.configuration.ConfigurationReader;
import dev.ravel.configuration.RavelConfiguration;
import dev.ravel.launcher.console.Console;
import dev.ravel.launcher.wiring.Inputs;
import dev.ravel.model.entity.Entity;
import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.bulk.BulkResolver;
import dev.ravel.resolver.bulk.BulkResult;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.settings.ResolverSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One hundred pairs of {@code crm_five_sources} that a person judged by eye, in {@code docs/accuracy/crm_pairs.csv}: fifty
 * that were merged and fifty near misses, drawn by {@link PairDraw} from what the example configuration and the shipped
 * model give. The file holds keys, verdicts and reasons, no values; {@code docs/accuracy/README.md} tells how it was made.
 */
class JudgedPairsTest {
    private static final Path DATA = Path.of("..", "..", "shared", "data", "crm_five_sources");
    private static final Path CONFIGURATION = Path.of("..", "examples", "crm_five_sources", "ravel.yaml");
    private static final Path JUDGED = Path.of("..", "docs", "accuracy", "crm_pairs.csv");
    private static final Path DRAWN = Path.of("target", "crm_pairs_drawn.csv");
    private static final int EACH = 50;

    /** A pair of at least this weight that was not merged is a near miss. */
    private static final double NEAR_MISS = 0;

    private final Clock clock = Clock.systemUTC();

    @Test
    void theProductAgreesWithAPersonOnTheDrawOfToday(@TempDir Path letters) throws IOException {
        assumeThat(DATA).as("optional data").isDirectory();
        BulkResult result = resolve(letters);
        Map<RecordPair, String> drawn = new LinkedHashMap<>();
        PairDraw.merged(result, EACH).forEach(pair -> drawn.put(pair, "merged"));
        PairDraw.nearMisses(result, EACH).forEach(pair -> drawn.put(pair, "near miss"));
        write(drawn);
        List<NamedCsvRecord> judged = judged();
        Set<RecordPair> stale = new HashSet<>();
        judged.forEach(row -> stale.add(pair(row)));
        stale.removeAll(drawn.keySet());

        assertThat(judged).hasSize(2 * EACH);
        assertThat(disagreements(judged, result)).hasSizeLessThanOrEqualTo(5);
        assertThat(stale)
                .as("judged pairs that are no longer drawn: judge %s and replace %s", DRAWN, JUDGED)
                .hasSizeLessThanOrEqualTo(10);
    }

    /** A pair agrees if it is merged and judged the same, or apart and judged different or unsure. */
    private static List<String> disagreements(List<NamedCsvRecord> judged, BulkResult result) {
        Map<RecordKey, Entity> entities = new HashMap<>();
        for (Entity entity : result.entities()) {
            entity.records().forEach(key -> entities.put(key, entity));
        }
        List<String> found = new ArrayList<>();
        for (NamedCsvRecord row : judged) {
            String verdict = row.getField("verdict");
            assertThat(verdict).isIn("same", "different", "unsure");
            RecordPair pair = pair(row);
            Entity entity = entities.get(pair.smaller());
            boolean merged = entity != null && entity.records().contains(pair.larger());
            if (merged != verdict.equals("same")) {
                found.add(pair + ": " + row.getField("reason"));
            }
        }
        return found;
    }

    private BulkResult resolve(Path letters) throws IOException {
        RavelConfiguration configuration = ConfigurationReader.read(CONFIGURATION, Map.of());
        List<SourceRecord> versions = new ArrayList<>();
        Inputs.find(configuration, files(configuration), Console.system()).read(letters, "test", clock, versions::add);
        Resolver resolver = Resolver.of(withNearMisses(configuration.resolver()), MatchModel.shipped());
        return new BulkResolver(resolver, clock).resolve(versions, List.of());
    }

    /** The same settings, with pairs down to even odds taken for doubtful. */
    private static ResolverSettings withNearMisses(ResolverSettings settings) {
        return new ResolverSettings(
                settings.tenant(),
                settings.defaultRegion(),
                settings.zone(),
                settings.matchWeight(),
                NEAR_MISS,
                settings.weakBridgeMargin(),
                settings.maxEntityRecords(),
                settings.blockCap(),
                settings.identifierCandidateCap(),
                settings.identifiers(),
                settings.suppressedValues(),
                settings.sources());
    }

    private static List<Path> files(RavelConfiguration configuration) throws IOException {
        try (Stream<Path> files = Files.list(DATA)) {
            return files.filter(file -> configuration.sources().values().stream()
                            .anyMatch(source -> source.owns(String.valueOf(file.getFileName()))))
                    .sorted()
                    .toList();
        }
    }

    private static List<NamedCsvRecord> judged() throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(JUDGED)) {
            return reader.stream().toList();
        }
    }

    private static void write(Map<RecordPair, String> drawn) throws IOException {
        StringBuilder csv = new StringBuilder("drawn_as,left,right\n");
        drawn.forEach((pair, as) -> csv.append(as)
                .append(',')
                .append(text(pair.smaller()))
                .append(',')
                .append(text(pair.larger()))
                .append('\n'));
        Files.writeString(DRAWN, csv);
    }

    private static String text(RecordKey key) {
        return key.source() + ":" + key.id();
    }

    private static RecordPair pair(NamedCsvRecord row) {
        return RecordPair.of(key(row.getField("left")), key(row.getField("right")));
    }

    private static RecordKey key(String text) {
        int colon = text.indexOf(':');
        return RecordKey.of(text.substring(0, colon), text.substring(colon + 1));
    }
}
