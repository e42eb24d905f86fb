package dev.ravel.resolver.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The intervals against published values, and against the share of samples in which they hold the truth. */
class IntervalsTest {
    private static final Offset<Double> NEARLY = Offset.offset(5e-5);
    private static final int SAMPLES = 4_000;

    /** Newcombe, Statistics in Medicine 17, 1998, table I, method 3. */
    @ParameterizedTest
    @CsvSource({"81, 263, .2553, .3662", "15, 148, .0624, .1605", "0, 20, .0000, .1611", "1, 29, .0061, .1718"})
    void oneStratumGivesWilsonsInterval(int yes, int answers, double low, double high) {
        StratifiedShare share = StratifiedShare.of(List.of(new Cell(1_000, answers, yes)));
        assertThat(share.value()).isEqualTo((double) yes / answers);
        assertThat(share.low()).isCloseTo(low, NEARLY);
        assertThat(share.high()).isCloseTo(high, NEARLY);
    }

    @Test
    void strataCountByTheirSizes() {
        StratifiedShare share = StratifiedShare.of(List.of(new Cell(900, 10, 10), new Cell(100, 10, 5)));
        assertThat(share.value()).isCloseTo(0.95, Offset.offset(1e-12));
        assertThat(share.answers()).isEqualTo(20);
    }

    /**
     * By hand. First, nine of ten true in a stratum of 900 and five of ten in one of 100: the share is .9 · .9 + .1 · .5 = .86;
     * Kish's n* is 1 / (.81 / 10 + .01 / 10) = 12.195, below 20 / 1.322 by the design effect. Second, five of ten and all of
     * thirty in two strata of 500: the share is .75; the variance .25 · .25 / 9 is 1.444 times that of a simple draw of forty,
     * so n* is 27.692, below Kish's 30. Wilson's formula at .86, 12.195 and at .75, 27.692 gives the rest.
     */
    @ParameterizedTest
    @CsvSource({"900, 10, 9, 100, 10, 5, .86, .58330, .96423", "500, 10, 5, 500, 30, 30, .75, .56537, .87372"})
    void theIntervalIsWhatOneGetsByHand(
            int sizeA,
            int answersA,
            int yesA,
            int sizeB,
            int answersB,
            int yesB,
            double value,
            double low,
            double high) {
        StratifiedShare share =
                StratifiedShare.of(List.of(new Cell(sizeA, answersA, yesA), new Cell(sizeB, answersB, yesB)));
        assertThat(share.value()).isCloseTo(value, Offset.offset(1e-12));
        assertThat(share.low()).isCloseTo(low, NEARLY);
        assertThat(share.high()).isCloseTo(high, NEARLY);
    }

    @Test
    void anUnevenDrawIsWiderThanAnEvenOne() {
        StratifiedShare even = StratifiedShare.of(List.of(new Cell(900, 90, 90), new Cell(100, 10, 10)));
        StratifiedShare uneven = StratifiedShare.of(List.of(new Cell(900, 10, 10), new Cell(100, 90, 90)));
        assertThat(uneven.low()).isLessThan(even.low());
    }

    @ParameterizedTest
    @CsvSource({".99, .90, .70, 60", ".999, .95, .5, 100", ".9, .9, .9, 40"})
    void theIntervalOfPrecisionHoldsTheTruthAsOftenAsItSays(double a, double b, double c, int each) {
        Random random = new Random(42);
        double[] shares = {a, b, c};
        int[] sizes = {8_000, 1_500, 500};
        double truth = (8_000 * a + 1_500 * b + 500 * c) / 10_000;
        int held = 0;
        for (int i = 0; i < SAMPLES; i++) {
            StratifiedShare share = StratifiedShare.of(answers(shares, sizes, each, random));
            held += share.low() <= truth && truth <= share.high() ? 1 : 0;
        }
        assertThat((double) held / SAMPLES).isGreaterThan(0.94);
    }

    @ParameterizedTest
    @CsvSource({".98, .10, 100", ".95, .02, 60", ".90, .50, 40"})
    void theIntervalOfRecallHoldsTheTruthAsOftenAsItSays(double merged, double missed, int each) {
        Random random = new Random(42);
        double truth = 10_000 * merged / (10_000 * merged + 2_000 * missed);
        int held = 0;
        for (int i = 0; i < SAMPLES; i++) {
            Estimate recall = Recall.of(
                            StratifiedShare.of(answers(new double[] {merged}, new int[] {10_000}, each, random)),
                            Optional.of(StratifiedShare.of(
                                    answers(new double[] {missed}, new int[] {2_000}, each, random))))
                    .orElseThrow();
            held += recall.low() <= truth && truth <= recall.high() ? 1 : 0;
        }
        assertThat((double) held / SAMPLES).isGreaterThan(0.94);
    }

    @Test
    void recallHasAnIntervalWhereNothingWasMissed() {
        Estimate recall = Recall.of(
                        StratifiedShare.of(List.of(new Cell(10_000, 100, 98))),
                        Optional.of(StratifiedShare.of(List.of(new Cell(2_000, 100, 0)))))
                .orElseThrow();
        assertThat(recall.value()).isEqualTo(1);
        assertThat(recall.high()).isEqualTo(1);
        assertThat(recall.low()).isBetween(0.98, 0.999);
    }

    @Test
    void recallIsUnknownWhereNoTruePairIs() {
        StratifiedShare none = StratifiedShare.of(List.of(new Cell(10, 5, 0)));
        assertThat(Recall.of(none, Optional.empty())).isEmpty();
        Estimate recall = Recall.of(none, Optional.of(StratifiedShare.of(List.of(new Cell(10, 5, 5)))))
                .orElseThrow();
        assertThat(recall.value()).isZero();
        assertThat(recall.low()).isZero();
        assertThat(recall.high()).isBetween(0.2, 0.5);
    }

    @Test
    void aSampleIsSharedOutInProportionAndNoStratumIsLeftOut() {
        assertThat(Allocation.of(new long[] {900, 90, 9, 1, 0}, 50)).containsExactly(41, 6, 2, 1, 0);
        assertThat(Allocation.of(new long[] {3, 2}, 50)).containsExactly(3, 2);
        assertThat(Allocation.of(new long[] {9, 9, 9}, 3)).containsExactly(2, 2, 2);
    }

    private static List<Cell> answers(double[] shares, int[] sizes, int each, Random random) {
        List<Cell> cells = new ArrayList<>();
        for (int h = 0; h < shares.length; h++) {
            int yes = 0;
            for (int i = 0; i < each; i++) {
                yes += random.nextDouble() < shares[h] ? 1 : 0;
            }
            cells.add(new Cell(sizes[h], each, yes));
        }
        return cells;
    }
}
