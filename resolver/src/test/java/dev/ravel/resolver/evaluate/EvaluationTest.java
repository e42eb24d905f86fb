package dev.ravel.resolver.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ravel.resolver.error.ResolutionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Partitions are drawn as {@code abc/de}: the records a, b and c are one entity, d and e another. */
class EvaluationTest {
    @ParameterizedTest(name = "{0} against {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # truth   | predicted | pair P | pair R | B3 P   | B3 R   | exact | merged
            abc/de    | abc/de    | 1      | 1      | 1      | 1      | 2     | 0
            abc/de    | a/b/c/d/e | 1      | 0      | 1      | 0.4    | 0     | 0
            abc/de    | abcde     | 0.4    | 1      | 0.52   | 1      | 0     | 1
            abc/de    | ab/cde    | 0.5    | 0.5    | 0.7333 | 0.7333 | 0     | 1
            a/b/c/d   | abc/d     | 0      | 1      | 0.5    | 1      | 1     | 3
            abc/de    | abc/d     | 1      | 0.75   | 1      | 0.8    | 1     | 0
            """)
    void knownTables(
            String truth,
            String predicted,
            double pairP,
            double pairR,
            double cubeP,
            double cubeR,
            int exact,
            long merged) {
        Evaluation evaluation = Evaluation.of(drawn(truth), drawn(predicted), 5);

        assertThat(evaluation.pairwise().precision()).isCloseTo(pairP, within(1e-4));
        assertThat(evaluation.pairwise().recall()).isCloseTo(pairR, within(1e-4));
        assertThat(evaluation.bCubed().precision()).isCloseTo(cubeP, within(1e-4));
        assertThat(evaluation.bCubed().recall()).isCloseTo(cubeR, within(1e-4));
        assertThat(evaluation.exactEntities()).isEqualTo(exact);
        assertThat(evaluation.mergedPairs()).isEqualTo(merged);
    }

    @Test
    void recordsThatThePredictionLacksAreCountedAndStandAlone() {
        Evaluation evaluation = Evaluation.of(drawn("abc/de"), drawn("abc/d"), 5);

        assertThat(evaluation.records()).isEqualTo(5);
        assertThat(evaluation.missing()).isEqualTo(1);
        assertThat(evaluation.predictedEntities()).isEqualTo(3);
        assertThat(evaluation.trueEntities()).isEqualTo(2);
    }

    @Test
    void recordsOutsideTheTruthDoNotCount() {
        assertThat(Evaluation.of(drawn("ab"), drawn("abxyz"), 5).pairwise()).isEqualTo(new Accuracy(1, 1));
    }

    @Test
    void theWorstMistakesComeFirstWithWhatTheyAreMadeOf() {
        Evaluation evaluation = Evaluation.of(drawn("abc/de/fg"), drawn("abd/cefg"), 1);

        assertThat(evaluation.worstMerges())
                .containsExactly(new Mistake("cefg", 5, new TreeMap<>(Map.of("abc", 1, "de", 1, "fg", 2))));
        assertThat(evaluation.worstSplits())
                .containsExactly(new Mistake("abc", 2, new TreeMap<>(Map.of("abd", 2, "cefg", 1))));
    }

    @Test
    void f1IsTheHarmonicMean() {
        assertThat(new Accuracy(0.5, 1).f1()).isCloseTo(0.6667, within(1e-4));
        assertThat(new Accuracy(0, 0).f1()).isZero();
    }

    @Test
    void nothingInCommonIsAnErrorThatSaysHowRecordsAreJoined() {
        assertThatThrownBy(() -> Evaluation.of(drawn("ab"), drawn("xy"), 5))
                .isInstanceOf(ResolutionException.class)
                .hasMessageContaining("record_id");
    }

    @Test
    void filesJoinByIdBySourceAndIdAndByBothInOne() {
        EntityAssignments plain = read("1>A", "2>A");
        EntityAssignments qualified = read("crm/1>X", "web/2>X");
        EntityAssignments written = read("crm:1>B", "web:2>B");

        assertThat(qualified.namedAsIn(plain)).isEqualTo(Map.of("1", "X", "2", "X"));
        assertThat(plain.namedAsIn(qualified)).isEqualTo(Map.of("crm:1", "A", "web:2", "A"));
        assertThat(qualified.namedAsIn(written)).isEqualTo(Map.of("crm:1", "X", "web:2", "X"));
        assertThat(written.namedAsIn(qualified)).isEqualTo(Map.of("crm:1", "B", "web:2", "B"));
        assertThat(Evaluation.of(plain, qualified, 1).pairwise().f1()).isEqualTo(1);
    }

    @Test
    void anIdThatTwoSourcesHaveIsNotGuessed() {
        assertThatThrownBy(() -> read("crm/1>X", "web/1>Y").namedAsIn(read("1>A")))
                .hasMessageContaining("crm:1 and web:1 have the same id")
                .hasMessageContaining("source");
    }

    @Test
    void badRowsAreRefusedWithTheirPlace() {
        assertThatThrownBy(() -> EntityAssignments.read("truth.csv", List.of(Map.of("id", "1"))))
                .hasMessageContaining("truth.csv, row 2: no value in the column record_id");
        assertThatThrownBy(() -> read("1>A", "1>B")).hasMessageContaining("is in two entities, A and B");
        assertThatThrownBy(() -> read("crm/1>A", "2>B")).hasMessageContaining("either all rows have a source or none");
    }

    @Test
    void questionsAreMeasuredAgainstTheTruth() {
        ReviewShare share = ReviewShare.of(
                drawn("abc/de"),
                List.of(
                        new ReviewShare.Question("a", "b"),
                        new ReviewShare.Question("a", "d"),
                        new ReviewShare.Question("a", "unknown")));

        assertThat(share.shareOfRecords()).isCloseTo(0.6, within(1e-9));
        assertThat(share.shareTrue()).isCloseTo(0.5, within(1e-9));
        assertThat(ReviewShare.of(drawn("a"), List.of()).shareTrue()).isEqualTo(1);
    }

    /** Each entity is named by its records. */
    private static Map<String, String> drawn(String partition) {
        Map<String, String> entityOf = new TreeMap<>();
        for (String entity : partition.split("/")) {
            entity.chars().forEach(name -> entityOf.put(String.valueOf((char) name), entity));
        }
        return entityOf;
    }

    /** Rows drawn as {@code source/id>entity} or {@code id>entity}. */
    private static EntityAssignments read(String... rows) {
        List<Map<String, String>> read = new ArrayList<>();
        for (String row : rows) {
            int slash = row.indexOf('/');
            int arrow = row.indexOf('>');
            Map<String, String> columns = new TreeMap<>(
                    Map.of("record_id", row.substring(slash + 1, arrow), "entity_id", row.substring(arrow + 1)));
            if (slash > 0) {
                columns.put("source", row.substring(0, slash));
            }
            read.add(columns);
        }
        return EntityAssignments.read("rows", read);
    }
}
