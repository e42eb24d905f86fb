package dev.ravel.resolver.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ravel.model.evidence.Explanation;
import dev.ravel.model.evidence.LevelScore;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.comparison.Comparison;
import dev.ravel.resolver.comparison.LevelPattern;
import dev.ravel.resolver.settings.ResolverSettings;
import dev.ravel.resolver.standardise.Standardiser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The pair that the guide to matching works through, scored as the guide says. */
class WorkedPairTest {
    private static final Path GUIDE = Path.of("../docs/matching.md");

    /** The guide gives weights in hundredths. */
    private static final double ROUNDING = 0.0051;

    private static final Map<String, String> ATTRIBUTES = Map.of(
            "name", AttributeName.NAME,
            "birth date", AttributeName.BIRTH_DATE,
            "city", AttributeName.CITY);

    private static final Map<String, Comparison> COMPARISONS = Map.of(
            "family name", Comparison.FAMILY_NAME,
            "given name", Comparison.GIVEN_NAME,
            "birth date", Comparison.BIRTH_DATE,
            "address", Comparison.ADDRESS);

    private final MatchModel model = MatchModel.shipped();

    @Test
    void theGuidesPairHasTheLevelsAndWeightsThatItShows() throws IOException {
        List<List<String>> rows = rows("## One pair");
        int head = indexOf(rows, "prior");
        Explanation explanation = explanation(rows.subList(0, head));
        List<List<String>> worked = rows.subList(head, rows.size());

        Map<String, Double> shown = new HashMap<>();
        Map<String, String> levels = new HashMap<>();
        String last = "";
        for (List<String> row : worked.subList(1, worked.size() - 1)) {
            if (row.get(0).startsWith("…")) {
                Comparison comparison = Objects.requireNonNull(COMPARISONS.get(last));
                assertFrequency(comparison, row);
                shown.merge(comparison.label(), number(row.get(4)), Double::sum);
            } else {
                last = row.get(0);
                Comparison comparison = Objects.requireNonNull(COMPARISONS.get(last), last);
                assertLevel(comparison, row);
                levels.put(comparison.label(), row.get(1));
                shown.put(comparison.label(), number(row.get(4)));
            }
        }

        List<String> prior = worked.get(0);
        assertThat(number(prior.get(3))).isEqualTo(model.parameters().prior());
        assertThat(number(prior.get(4))).isCloseTo(explanation.prior(), within(ROUNDING));
        Map<String, String> found = new HashMap<>();
        for (LevelScore level : explanation.levels()) {
            found.put(level.comparison(), level.level());
            assertThat(Objects.requireNonNull(shown.get(level.comparison()), level.comparison()))
                    .as(level.comparison())
                    .isCloseTo(level.weight(), within(2 * ROUNDING));
        }
        assertThat(found).isEqualTo(levels);
        double sum = number(worked.get(worked.size() - 1).get(4));
        assertThat(sum).isCloseTo(explanation.weight(), within(ROUNDING));
        assertThat(sum)
                .as("the figures as they are shown add up")
                .isCloseTo(
                        number(prior.get(4))
                                + shown.values().stream()
                                        .mapToDouble(weight -> weight)
                                        .sum(),
                        within(1e-9));
        assertThat(sum)
                .as("the two match")
                .isGreaterThan(ResolverSettings.defaults().matchWeight());
    }

    private void assertLevel(Comparison comparison, List<String> row) {
        int level = LevelPattern.number(comparison, row.get(1));
        assertThat(number(row.get(2)))
                .as("m of %s", row)
                .isEqualTo(model.parameters().m(comparison, level));
        assertThat(number(row.get(3)))
                .as("u of %s", row)
                .isEqualTo(model.parameters().u(comparison, level));
        assertThat(number(row.get(4)))
                .as("weight of %s", row)
                .isCloseTo(model.weight(comparison, level), within(ROUNDING));
    }

    /** A row such as {@code … `wang` is no rare name | | | 0.072 in place of u | −5.53}. */
    private void assertFrequency(Comparison comparison, List<String> row) {
        String term = row.get(0).split("`", -1)[1];
        double frequency = number(row.get(3).substring(0, row.get(3).indexOf(' ')));
        TermFrequencies frequencies = Objects.requireNonNull(model.frequencies().get(comparison));
        assertThat(frequencies.byTerm()).containsEntry(term, frequency);
        assertThat(number(row.get(4))).isCloseTo(model.termAdjustment(comparison, term), within(ROUNDING));
    }

    private Explanation explanation(List<List<String>> rows) {
        Map<String, List<String>> a = new HashMap<>();
        Map<String, List<String>> b = new HashMap<>();
        for (List<String> row : rows) {
            String attribute = ATTRIBUTES.get(row.get(0));
            if (attribute != null) {
                a.put(attribute, List.of(row.get(1)));
                b.put(attribute, List.of(row.get(2)));
            }
        }
        assertThat(a).hasSameSizeAs(ATTRIBUTES.keySet());
        return new FellegiSunterScorer().explain(live("a", a), live("b", b), model, "", "");
    }

    private static LiveRecord live(String id, Map<String, List<String>> attributes) {
        SourceRecord record = SourceRecord.of(RecordKey.of("guide", id), RecordType.PERSON, Instant.EPOCH, attributes);
        return new LiveRecord(new Standardiser(ResolverSettings.defaults()).standardise(record), 0, 0);
    }

    private static int indexOf(List<List<String>> rows, String first) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).get(0).equals(first)) {
                return i;
            }
        }
        throw new AssertionError("no row starts with " + first + " in " + rows);
    }

    /** The rows of the tables of a section, their cells without emphasis. */
    private static List<List<String>> rows(String heading) throws IOException {
        return Files.readAllLines(GUIDE).stream()
                .dropWhile(line -> !line.equals(heading))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|", -1))
                        .map(cell -> cell.replace("*", "").strip())
                        .toList())
                .toList();
    }

    private static double number(String shown) {
        return Double.parseDouble(shown.replace('−', '-').replace("+", ""));
    }
}
