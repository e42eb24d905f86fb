package dev.ravel.resolver.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.bulk.BulkResolver;
import dev.ravel.resolver.bulk.BulkResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * One hundred pairs of {@code crm_five_sources} that a person judged by eye, in {@code docs/accuracy/crm_pairs.csv}: fifty
 * that were merged and fifty near misses, drawn by {@link PairDraw}. The file holds keys, verdicts and reasons, no values.
 */
class JudgedPairsTest {
    private static final String FILE = "docs/accuracy/crm_pairs.csv";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T00:00:00Z"), ZoneOffset.UTC);

    @Test
    void theProductAgreesWithAPersonOnNearlyAllPairs() {
        BulkResult result = resolve();
        Map<RecordKey, Integer> entities = new HashMap<>();
        for (int i = 0; i < result.entities().size(); i++) {
            for (RecordKey key : result.entities().get(i).records()) {
                entities.put(key, i);
            }
        }
        List<String> disagreements = new ArrayList<>();
        List<NamedCsvRecord> judged = judged();
        for (NamedCsvRecord row : judged) {
            RecordPair pair = pair(row);
            boolean merged = entities.getOrDefault(pair.smaller(), -1).equals(entities.get(pair.larger()));
            if (merged != row.getField("verdict").equals("same")) {
                disagreements.add(pair + ": " + row.getField("reason"));
            }
        }

        assertThat(judged).hasSize(100);
        assertThat(disagreements).hasSizeLessThanOrEqualTo(5);
    }

    /** What is drawn changes a little with the model; far from the file, the pairs must be drawn and judged anew. */
    @Test
    void theDrawGivesTheJudgedPairsAgain() {
        BulkResult result = resolve();
        Set<RecordPair> drawn = new HashSet<>(PairDraw.merged(result, 50));
        drawn.addAll(PairDraw.nearMisses(result, 50));
        Set<RecordPair> judged = new HashSet<>();
        judged().forEach(row -> judged.add(pair(row)));
        judged.removeAll(drawn);

        assertThat(judged).as("judged pairs that are no longer drawn").hasSizeLessThanOrEqualTo(20);
    }

    private static BulkResult resolve() {
        LabelledSet set = LabelledSets.find()
                .map(LabelledSets::crm)
                .orElseGet(() -> Assumptions.abort("skipped: the folder shared/data is not here"));
        return new BulkResolver(AccuracyTest.resolver(set.region()), CLOCK).resolve(set.records(), List.of());
    }

    private static List<NamedCsvRecord> judged() {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file())) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file() {
        for (Path parent = Path.of("").toAbsolutePath(); parent != null; parent = parent.getParent()) {
            if (Files.exists(parent.resolve(FILE))) {
                return parent.resolve(FILE);
            }
        }
        throw new IllegalStateException(FILE + " is missing: run the test inside the checkout");
    }

    private static RecordPair pair(NamedCsvRecord row) {
        return RecordPair.of(key(row.getField("left")), key(row.getField("right")));
    }

    private static RecordKey key(String text) {
        int colon = text.indexOf(':');
        return RecordKey.of(text.substring(0, colon), text.substring(colon + 1));
    }
}
