package dev.ravel.resolver.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ravel.model.evidence.Explanation;
import dev.ravel.model.evidence.LevelScore;
import dev.ravel.model.record.RecordType;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.comparison.Comparison;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of the score of any two records under any model. */
class ScoreSumTest {
    private static final int RECORDS = 120;
    private static final int DRAWS = 6;

    private final FellegiSunterScorer scorer = new FellegiSunterScorer();

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void explanationsAddUpToScoresThatAreFiniteAndSymmetric(long seed) {
        Random random = new Random(seed);
        LiveRecord[] records = DrawnRecords.records(RECORDS, random);
        MatchModel model = seed % 2 == 0 ? MatchModel.shipped() : DrawnRecords.anyModel(random);

        for (LiveRecord a : records) {
            for (LiveRecord b : records) {
                if (a != b) {
                    assertSums(a, b, model, seed);
                }
            }
        }
    }

    private void assertSums(LiveRecord a, LiveRecord b, MatchModel model, long seed) {
        double score = scorer.score(a, b, model);
        Explanation explanation = scorer.explain(a, b, model, "rule", "digest");
        double sum =
                explanation.levels().stream().mapToDouble(LevelScore::weight).sum();

        Supplier<String> pair = () -> "seed " + seed + ": " + a.standard().source() + " ~ "
                + b.standard().source();
        assertThat(score).as(pair).isFinite().isEqualTo(scorer.score(b, a, model));
        assertThat(explanation.weight()).as(pair).isEqualTo(score);
        assertThat(explanation.prior() + sum).as(pair).isCloseTo(score, within(1e-9));
        assertThat(scorer.explain(b, a, model, "rule", "digest")).as(pair).isEqualTo(explanation);
    }

    /** Else the property above would say nothing about the comparisons that never come up. */
    @Test
    void everyComparisonComesUpAndEveryTypeMeetsEveryOther() {
        Set<String> compared = new TreeSet<>();
        Set<RecordType> types = EnumSet.noneOf(RecordType.class);
        long withoutEvidence = 0;
        for (long seed = 11; seed < 11 + DRAWS; seed++) {
            LiveRecord[] records = DrawnRecords.records(RECORDS, new Random(seed));
            for (LiveRecord a : records) {
                types.add(a.standard().type());
                withoutEvidence += a.suppressed() == 0 ? 0 : 1;
                for (LiveRecord b : records) {
                    if (a != b) {
                        scorer.explain(a, b, MatchModel.shipped(), "rule", "digest")
                                .levels()
                                .forEach(level -> compared.add(level.comparison()));
                    }
                }
            }
        }

        assertThat(compared)
                .contains(Arrays.stream(Comparison.values())
                        .map(Comparison::label)
                        .toArray(String[]::new));
        assertThat(types).containsExactlyInAnyOrder(RecordType.values());
        assertThat(withoutEvidence).isPositive();
    }
}
