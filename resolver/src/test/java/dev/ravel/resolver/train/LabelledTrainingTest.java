package dev.ravel.resolver.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ravel.resolver.comparison.Comparison;
import dev.ravel.resolver.comparison.LevelPattern;
import dev.ravel.resolver.scoring.LevelParameters;
import dev.ravel.resolver.scoring.MatchModel;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LabelledTrainingTest {
    private static final LevelParameters LEARNED = MatchModel.shipped().parameters();
    private static final int EXACT = 1;
    private static final int DIFFERENT = Comparison.GIVEN_NAME.levels().size();

    /** One phone: doubtful with another given name, a match with the same. */
    private static final long SAME_GIVEN = pattern(EXACT);

    private static final long OTHER_GIVEN = pattern(DIFFERENT);

    @Test
    void underATruthLevelsAreCountedAndFewPairsMoveLittle() {
        PatternCounts same = new PatternCounts();
        same.add(SAME_GIVEN, 600);
        same.add(OTHER_GIVEN, 400);
        PatternCounts few = new PatternCounts();
        few.add(OTHER_GIVEN, 2);

        double m = LEARNED.m(Comparison.GIVEN_NAME, EXACT);
        assertThat(LabelledTraining.underTruth(LEARNED, same).m(Comparison.GIVEN_NAME, EXACT))
                .isCloseTo((600 + 20 * m) / 1_020, within(1e-9));
        assertThat(LabelledTraining.underTruth(LEARNED, few).m(Comparison.GIVEN_NAME, EXACT))
                .isCloseTo(20 * m / 22, within(1e-9));
    }

    @Test
    void answersThatAgreeWithTheModelMoveNothingAndOthersMoveTheirLevel() {
        PatternCounts candidates = new PatternCounts();
        candidates.add(SAME_GIVEN, 10_000);
        candidates.add(OTHER_GIVEN, 1_000);
        double expected = posterior(OTHER_GIVEN);
        int agreeing = (int) Math.round(expected * 1_000);

        LevelParameters agreed = LabelledTraining.underJudgements(
                LEARNED, candidates, judged(agreeing, 1_000 - agreeing), Double.NEGATIVE_INFINITY);
        LevelParameters all =
                LabelledTraining.underJudgements(LEARNED, candidates, judged(1_000, 0), Double.NEGATIVE_INFINITY);
        LevelParameters none =
                LabelledTraining.underJudgements(LEARNED, candidates, judged(0, 1_000), Double.NEGATIVE_INFINITY);

        double before = LEARNED.m(Comparison.GIVEN_NAME, DIFFERENT);
        assertThat(agreed.m(Comparison.GIVEN_NAME, DIFFERENT)).isCloseTo(before, within(before * 0.05));
        assertThat(all.m(Comparison.GIVEN_NAME, DIFFERENT)).isGreaterThan(before * 1.1);
        assertThat(none.m(Comparison.GIVEN_NAME, DIFFERENT)).isLessThan(before * 0.9);
    }

    @Test
    void whatIsBelowTheReviewThresholdWasSoughtOutAndTeachesNothing() {
        PatternCounts candidates = new PatternCounts();
        candidates.add(SAME_GIVEN, 10_000);
        candidates.add(OTHER_GIVEN, 1_000);
        assertThat(LevelParameters.log2Odds(posterior(OTHER_GIVEN))).isBetween(-2.0, 0.0);

        LevelParameters found = LabelledTraining.underJudgements(LEARNED, candidates, judged(1_000, 0), 0);

        assertThat(found.m(Comparison.GIVEN_NAME, DIFFERENT))
                .isCloseTo(LEARNED.m(Comparison.GIVEN_NAME, DIFFERENT), within(1e-12));
    }

    private static LabelledPairs judged(int same, int different) {
        PatternCounts yes = new PatternCounts();
        PatternCounts no = new PatternCounts();
        if (same > 0) {
            yes.add(OTHER_GIVEN, same);
        }
        if (different > 0) {
            no.add(OTHER_GIVEN, different);
        }
        return new LabelledPairs(LabelledPairs.Kind.JUDGED, yes, no, 0);
    }

    private static double posterior(long pattern) {
        PatternCounts one = new PatternCounts();
        one.add(pattern);
        double[] posterior = new double[1];
        boolean[] all = new boolean[Comparison.values().length];
        Arrays.fill(all, true);
        new PatternTable(one).posterior(LEARNED, all, LEARNED.prior(), posterior);
        return posterior[0];
    }

    private static long pattern(int givenName) {
        long pattern = LevelPattern.with(0, Comparison.PHONE, EXACT);
        return LevelPattern.with(pattern, Comparison.GIVEN_NAME, givenName);
    }
}
