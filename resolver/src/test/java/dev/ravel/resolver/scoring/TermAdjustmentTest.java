package dev.ravel.resolver.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ravel.model.evidence.LevelScore;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.comparison.Comparison;
import dev.ravel.resolver.settings.ResolverSettings;
import dev.ravel.resolver.standardise.Standardiser;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** An equal term weighs what its own frequency says in place of the average one. */
class TermAdjustmentTest {
    private static final Standardiser STANDARDISER = new Standardiser(ResolverSettings.defaults());
    private static final MatchModel SHIPPED = MatchModel.shipped();

    private static final double LONDON = 0.2;
    private static final double RARE = 0.002;
    private static final MatchModel MODEL = model();

    private final FellegiSunterScorer scorer = new FellegiSunterScorer();

    @Test
    void aCityWeighsByItsFrequency() {
        double m = SHIPPED.parameters().m(Comparison.ADDRESS, Comparison.ADDRESS.termLevel());

        assertThat(address(Map.of("city", List.of("London")), Map.of("city", List.of("LONDON"))))
                .isCloseTo(log2(m / LONDON), within(1e-4));
        assertThat(address(Map.of("city", List.of("Thirsk")), Map.of("city", List.of("Thirsk"))))
                .isCloseTo(log2(m / RARE), within(1e-4));
    }

    @Test
    void aCityThatStandsInAnAddressWeighsByItsFrequency() {
        assertThat(address(Map.of("city", List.of("London")), Map.of("address", List.of("12 High Street, London"))))
                .isEqualTo(address(Map.of("city", List.of("London")), Map.of("city", List.of("London"))));
    }

    @Test
    void ofSeveralCitiesThatAgreeTheRarestCounts() {
        Map<String, List<String>> both = Map.of("city", List.of("London", "Thirsk"));

        assertThat(address(both, both))
                .isEqualTo(address(Map.of("city", List.of("Thirsk")), Map.of("city", List.of("Thirsk"))));
    }

    @Test
    void aPostcodeThatAgreesSaysMoreThanItsCity() {
        Map<String, List<String>> one = Map.of("city", List.of("London"), "postcode", List.of("N1 9GU"));

        assertThat(address(one, one)).isEqualTo(average());
    }

    @Test
    void aMisspeltCityWeighsNoMoreThanTheRightOne() {
        Map<String, List<String>> right = Map.of("city", List.of("London"));

        assertThat(address(right, Map.of("city", List.of("Londen"))))
                .isEqualTo(address(right, right))
                .isLessThan(average());
    }

    @Test
    void aMisspeltRareCityWeighsNoMoreThanTheAverage() {
        assertThat(address(Map.of("city", List.of("Thirsk")), Map.of("city", List.of("Thirks"))))
                .isEqualTo(average());
    }

    @Test
    void theNameOfAChainWeighsLessThanThatOfOneShop() {
        double m = SHIPPED.parameters().m(Comparison.ORGANIZATION_NAME, 1);

        assertThat(organization("Costa Coffee", "Coffee Costa Ltd")).isCloseTo(log2(m / 0.05), within(1e-4));
        assertThat(organization("Quillfeather Books", "Quillfeather Books")).isCloseTo(log2(m / 1e-4), within(1e-4));
    }

    private static double average() {
        return SHIPPED.weight(Comparison.ADDRESS, Comparison.ADDRESS.termLevel());
    }

    private double organization(String a, String b) {
        return weight(
                "organizationName",
                live("a", RecordType.ORGANIZATION, Map.of(AttributeName.ORGANIZATION_NAME, List.of(a))),
                live("b", RecordType.ORGANIZATION, Map.of(AttributeName.ORGANIZATION_NAME, List.of(b))));
    }

    private double address(Map<String, List<String>> a, Map<String, List<String>> b) {
        return weight("address", live("a", RecordType.PERSON, a), live("b", RecordType.PERSON, b));
    }

    private double weight(String comparison, LiveRecord a, LiveRecord b) {
        assertThat(scorer.score(a, b, MODEL)).isEqualTo(scorer.score(b, a, MODEL));
        return scorer.explain(a, b, MODEL, "rule", "digest").levels().stream()
                .filter(level -> level.comparison().equals(comparison))
                .mapToDouble(LevelScore::weight)
                .findFirst()
                .orElseThrow();
    }

    private static LiveRecord live(String id, RecordType type, Map<String, List<String>> attributes) {
        return new LiveRecord(
                STANDARDISER.standardise(SourceRecord.of(RecordKey.of("s", id), type, Instant.EPOCH, attributes)),
                0,
                0);
    }

    private static MatchModel model() {
        Map<Comparison, TermFrequencies> frequencies = new EnumMap<>(SHIPPED.frequencies());
        frequencies.put(Comparison.ADDRESS, new TermFrequencies(new TreeMap<>(Map.of("london", LONDON)), RARE));
        frequencies.put(
                Comparison.ORGANIZATION_NAME,
                new TermFrequencies(new TreeMap<>(Map.of("costa coffee", 0.05, "coffee costa", 0.05)), 1e-4));
        return MatchModel.of(
                "terms", "1", "", SHIPPED.parameters(), frequencies, SHIPPED.blocking(), ModelOrigin.UNKNOWN);
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }
}
