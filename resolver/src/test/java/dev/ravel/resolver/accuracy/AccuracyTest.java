package dev.ravel.resolver.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.evidence.MatchStatus;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.bulk.BulkResolver;
import dev.ravel.resolver.bulk.BulkResult;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.settings.ResolverSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Floors under the accuracy of the shipped model, without labels and without training, on each labelled set. */
class AccuracyTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T00:00:00Z"), ZoneOffset.UTC);

    @Test
    void noTwoEntitiesOfTheTruthSetAreMergedAndNearlyAllAreExact() {
        LabelledSet set = sets().senzing();
        Outcome outcome = outcome(set);

        assertThat(outcome.mixed()).as("wrong merges: %s", outcome).isZero();
        assertThat(outcome.exact()).as("%s", outcome).isGreaterThanOrEqualTo(82);
    }

    @Test
    void peopleWithLittleAndMistypedEvidenceAreNeverMixed() {
        Outcome outcome = outcome(sets().fake1000());

        assertThat(outcome.precision()).as("%s", outcome).isGreaterThanOrEqualTo(0.99);
        assertThat(outcome.f1()).as("%s", outcome).isGreaterThanOrEqualTo(0.75);
    }

    @Test
    void patientsWithADummyPhoneInCommonStayApart() {
        Outcome outcome = outcome(sets().epbrn());

        assertThat(outcome.precision()).as("%s", outcome).isGreaterThanOrEqualTo(0.99);
        assertThat(outcome.f1()).as("%s", outcome).isGreaterThanOrEqualTo(0.96);
    }

    @Test
    void syntheticPeopleAreFoundWithAndWithoutASecurityNumber() {
        Outcome with = outcome(sets().febrl3(true));
        Outcome without = outcome(sets().febrl3(false));

        assertThat(with.precision()).as("%s", with).isGreaterThanOrEqualTo(0.995);
        assertThat(with.f1()).as("%s", with).isGreaterThanOrEqualTo(0.92);
        assertThat(without.precision()).as("%s", without).isGreaterThanOrEqualTo(0.995);
        assertThat(without.f1()).as("%s", without).isGreaterThanOrEqualTo(0.86);
    }

    @Test
    void restaurantsOfTwoGuidesAreFound() {
        Outcome outcome = outcome(sets().restaurants());

        assertThat(outcome.f1()).as("%s", outcome).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void fiveSystemsGiveNoGiantEntity() {
        Outcome outcome = outcome(sets().crm());

        assertThat(outcome.largest()).isLessThanOrEqualTo(60);
        assertThat(outcome.entities()).isBetween(2_230, 2_440);
    }

    private static LabelledSets sets() {
        return LabelledSets.find()
                .orElseGet(() -> Assumptions.abort(
                        "skipped: the labelled sets are not here; put them in a folder shared/data beside a parent of"
                                + " this one, or name it by -Dravel.data"));
    }

    private static Outcome outcome(LabelledSet set) {
        Resolver resolver = resolver(set.region());
        BulkResult result = new BulkResolver(resolver, CLOCK).resolve(set.records(), List.of());
        Outcome outcome = Outcome.of(result, set.truth());
        Map<MatchStatus, Integer> kept = new EnumMap<>(MatchStatus.class);
        result.matches().forEach(match -> kept.merge(match.status(), 1, Integer::sum));
        System.out.printf(
                "%s: %s  pairs per record %.1f  %s%n",
                set.name(), outcome, result.candidatePairs() / (double) result.records(), kept);
        return outcome;
    }

    static Resolver resolver(String region) {
        ResolverSettings shipped = ResolverSettings.defaults();
        ResolverSettings settings = new ResolverSettings(
                shipped.tenant(),
                region,
                shipped.zone(),
                shipped.matchWeight(),
                shipped.reviewWeight(),
                shipped.weakBridgeMargin(),
                shipped.maxEntityRecords(),
                shipped.blockCap(),
                shipped.identifierCandidateCap(),
                shipped.identifiers(),
                shipped.suppressedValues(),
                shipped.sources());
        return Resolver.of(settings, MatchModel.shipped());
    }
}
