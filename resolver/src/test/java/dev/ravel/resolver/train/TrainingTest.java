package dev.ravel.resolver.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ravel.resolver.comparison.Comparison;
import dev.ravel.resolver.comparison.LevelPattern;
import dev.ravel.resolver.scoring.LevelParameters;
import dev.ravel.resolver.scoring.MatchModel;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Training on patterns drawn from known probabilities must find those probabilities again. */
class TrainingTest {
    private static final LevelParameters SHIPPED = MatchModel.shipped().parameters();
    private static final int RECORDS = 4_000;
    private static final int SAME = 6_000;

    /** m of the levels of birth dates: many more slips than the shipped model believes. */
    private static final Map<Comparison, double[]> M = Map.of(
            Comparison.BIRTH_DATE, new double[] {0.6, 0.02, 0.1, 0.02, 0, 0.16, 0.02, 0.04, 0.04},
            Comparison.FAMILY_NAME, new double[] {0.8, 0, 0, 0.15, 0, 0.02, 0.03},
            Comparison.GIVEN_NAME, new double[] {0.75, 0, 0, 0.2, 0, 0, 0.02, 0.03},
            Comparison.ADDRESS, new double[] {0.5, 0.2, 0.1, 0.05, 0.1, 0, 0.05});

    private static final Map<Comparison, double[]> U = Map.of(
            Comparison.BIRTH_DATE, new double[] {0.0001, 0.0001, 0.001, 0.003, 0, 0.014, 0.01, 0.15, 0.8218},
            Comparison.FAMILY_NAME, new double[] {0.004, 0, 0, 0.003, 0, 0.002, 0.991},
            Comparison.GIVEN_NAME, new double[] {0.006, 0, 0, 0.005, 0, 0, 0.003, 0.986},
            Comparison.ADDRESS, new double[] {0.0002, 0.0002, 0.001, 0.005, 0.03, 0, 0.9636});

    @Test
    void findsTheProbabilitiesThatThePairsWereDrawnFrom() {
        Training.Result result = Training.estimate(evidence(1), SHIPPED);

        LevelParameters found = result.parameters();
        M.forEach((comparison, levels) -> {
            for (int level = 1; level <= levels.length; level++) {
                assertThat(found.m(comparison, level))
                        .as("m of %s %s", comparison, level)
                        .isCloseTo(levels[level - 1], within(0.04));
            }
        });
        assertThat(found.u(Comparison.GIVEN_NAME, 1)).isCloseTo(0.006, within(0.001));
        assertThat(found.u(Comparison.BIRTH_DATE, 6)).isCloseTo(0.014, within(0.001));
        double prior = SAME / (RECORDS * (RECORDS - 1.0) / 2);
        assertThat(found.prior()).isCloseTo(prior, within(prior * 0.1));
        assertThat(result.expectedPairs()).isCloseTo(SAME, within(SAME * 0.1));
    }

    @Test
    void inALargeTableASharedPhoneIsWorthWhatItIsInASmallOneAndAnEqualNameIsWorthLess() {
        Training.Evidence some = evidence(1);
        Training.Evidence amongMillions =
                new Training.Evidence(some.random(), some.sessions(), some.candidates(), 10_000_000, 1);

        LevelParameters found = Training.estimate(amongMillions, SHIPPED).parameters();

        assertThat(found.prior()).isCloseTo(SHIPPED.prior() * 80_000 / 10_000_000, within(1e-12));
        assertThat(found.priorWeight() + found.weight(Comparison.PHONE, 1))
                .as("one shared phone and nothing else")
                .isCloseTo(SHIPPED.priorWeight() + SHIPPED.weight(Comparison.PHONE, 1), within(1e-3));
        assertThat(found.weight(Comparison.GIVEN_NAME, 1))
                .as("an equal name")
                .isCloseTo(Training.estimate(some, SHIPPED).parameters().weight(Comparison.GIVEN_NAME, 1), within(0.5));
    }

    @Test
    void dataThatSlipMoreMakeADifferenceWeighLess() {
        LevelParameters found = Training.estimate(evidence(2), SHIPPED).parameters();

        int contradictory = Comparison.BIRTH_DATE.contradiction();
        assertThat(SHIPPED.weight(Comparison.BIRTH_DATE, contradictory)).isLessThan(-7);
        assertThat(found.weight(Comparison.BIRTH_DATE, contradictory)).isBetween(-5.5, -3.5);
    }

    @Test
    void whatThePairsDoNotShowKeepsItsWeightAndIsNamed() {
        Training.Result result = Training.estimate(evidence(3), SHIPPED);

        assertThat(result.notEstimated())
                .contains("passport", "email", "givenName.nickname.u", "givenName.nickname.m")
                .doesNotContain("givenName", "givenName.exact.m", "familyName.sharedByOthers.m");
        assertThat(result.parameters().weight(Comparison.PASSPORT, 1))
                .isCloseTo(SHIPPED.weight(Comparison.PASSPORT, 1), within(1e-9));
        assertThat(result.parameters().weight(Comparison.DEVICE, 1))
                .isCloseTo(SHIPPED.weight(Comparison.DEVICE, 1), within(1e-9));
        assertThat(result.parameters().weight(Comparison.GIVEN_NAME, 3))
                .isCloseTo(SHIPPED.weight(Comparison.GIVEN_NAME, 3), within(1e-6));
    }

    @Test
    void theOrderOfCountingDoesNotMatter() {
        LevelParameters one = Training.estimate(evidence(4), SHIPPED).parameters();
        Training.Evidence evidence = evidence(4);
        PatternCounts reversed = new PatternCounts();
        long[] patterns = evidence.candidates().patterns();
        for (int i = patterns.length - 1; i >= 0; i--) {
            reversed.add(patterns[i], evidence.candidates().count(patterns[i]));
        }
        LevelParameters other = Training.estimate(
                        new Training.Evidence(evidence.random(), evidence.sessions(), reversed, RECORDS, 1), SHIPPED)
                .parameters();

        for (Comparison comparison : Comparison.values()) {
            for (int level = 1; level <= comparison.levels().size(); level++) {
                assertThat(other.m(comparison, level)).isEqualTo(one.m(comparison, level));
                assertThat(other.u(comparison, level)).isEqualTo(one.u(comparison, level));
            }
        }
        assertThat(other.prior()).isEqualTo(one.prior());
    }

    @Test
    void manyEqualBirthDatesInAHouseholdAreDuplicatesAndFewAreTwins() {
        int household = level(Comparison.HOUSEHOLD, "sameBirthDate");
        PatternCounts duplicates = new PatternCounts();
        duplicates.add(pattern(Map.of(Comparison.HOUSEHOLD, 1)), 500);
        duplicates.add(pattern(Map.of(Comparison.HOUSEHOLD, 2)), 1_000);
        PatternCounts twins = new PatternCounts();
        twins.add(pattern(Map.of(Comparison.HOUSEHOLD, 1)), 60);
        twins.add(pattern(Map.of(Comparison.HOUSEHOLD, 2)), 6_000);

        assertThat(Twins.weighed(SHIPPED, SHIPPED, duplicates).weight(Comparison.HOUSEHOLD, household))
                .isCloseTo(Math.log((500 - 11) / 11.0) / Math.log(2), within(1e-9));
        assertThat(Twins.weighed(SHIPPED, SHIPPED, twins).weight(Comparison.HOUSEHOLD, household))
                .isZero();
    }

    @Test
    void membersOfOneHouseholdAreNotTakenForOneCustomer() {
        Session byAddress = new Session("ADDRESS", Set.of(Comparison.ADDRESS), new PatternCounts());
        Training.Evidence evidence = households(byAddress);

        LevelParameters found = Training.estimate(evidence, SHIPPED).parameters();

        Map.of(Comparison.GIVEN_NAME, level(Comparison.GIVEN_NAME, "different"), Comparison.BIRTH_DATE, 9)
                .forEach((own, other) -> assertThat(found.m(own, other))
                        .as("m of another %s", own)
                        .isCloseTo(M.get(own)[other - 1], within(0.02)));
    }

    @Test
    void aKeyOfAPersonsOwnFindsNoRelatives() {
        assertThat(Relatives.mayBeIn(session(Comparison.PHONE))).isTrue();
        assertThat(Relatives.mayBeIn(session(Comparison.FAMILY_NAME, Comparison.ADDRESS)))
                .isTrue();
        assertThat(Relatives.mayBeIn(session(Comparison.BIRTH_DATE))).isFalse();
        assertThat(Relatives.mayBeIn(session(Comparison.GIVEN_NAME, Comparison.ADDRESS)))
                .isFalse();
        assertThat(Relatives.mayBeIn(session())).isFalse();
    }

    private static Session session(Comparison... leftOut) {
        return new Session("session", Set.of(leftOut), new PatternCounts());
    }

    /** As many pairs of relatives as of one customer share the key; given names are often blank. */
    private static Training.Evidence households(Session session) {
        Random random = new Random(5);
        PatternCounts pairs = new PatternCounts();
        for (int i = 0; i < 300_000; i++) {
            pairs.add(pattern(drawn(U, random)));
        }
        Map<Comparison, double[]> relatives = new EnumMap<>(U);
        relatives.put(Comparison.FAMILY_NAME, M.get(Comparison.FAMILY_NAME));
        for (int i = 0; i < 3 * SAME; i++) {
            Map<Comparison, Integer> levels = drawn(i < SAME ? M : i < 2 * SAME ? relatives : U, random);
            levels.remove(Comparison.ADDRESS);
            if (random.nextInt(3) == 0) {
                levels.remove(Comparison.GIVEN_NAME);
            }
            session.counts().add(pattern(levels));
        }
        return new Training.Evidence(pairs, List.of(session), session.counts(), RECORDS, 1);
    }

    private static int level(Comparison comparison, String name) {
        return comparison.levels().indexOf(name) + 1;
    }

    /** Random pairs, and two sessions that each leave out what their rule looks at. */
    private static Training.Evidence evidence(long seed) {
        Random random = new Random(seed);
        PatternCounts pairs = new PatternCounts();
        for (int i = 0; i < 300_000; i++) {
            pairs.add(pattern(drawn(U, random)));
        }
        Session byBirthDate = new Session("birthDate", Set.of(Comparison.BIRTH_DATE), new PatternCounts());
        Session byName = new Session(
                "name",
                Set.of(Comparison.FAMILY_NAME, Comparison.GIVEN_NAME, Comparison.NAME_ORDER),
                new PatternCounts());
        PatternCounts candidates = new PatternCounts();
        for (int i = 0; i < SAME + 20_000; i++) {
            Map<Comparison, Integer> levels = drawn(i < SAME ? M : U, random);
            long pattern = pattern(levels);
            candidates.add(pattern);
            (i % 2 == 0 ? byBirthDate : byName).counts().add(pattern);
        }
        return new Training.Evidence(pairs, List.of(byBirthDate, byName), candidates, RECORDS, 1);
    }

    private static Map<Comparison, Integer> drawn(Map<Comparison, double[]> from, Random random) {
        Map<Comparison, Integer> levels = new EnumMap<>(Comparison.class);
        new EnumMap<>(from).forEach((comparison, probabilities) -> {
            double rest = random.nextDouble();
            int level = 1;
            while (level < probabilities.length && rest >= probabilities[level - 1]) {
                rest -= probabilities[level - 1];
                level++;
            }
            levels.put(comparison, level);
        });
        return levels;
    }

    private static long pattern(Map<Comparison, Integer> levels) {
        long pattern = 0;
        for (Map.Entry<Comparison, Integer> entry : levels.entrySet()) {
            pattern = LevelPattern.with(pattern, entry.getKey(), entry.getValue());
        }
        return pattern;
    }
}
