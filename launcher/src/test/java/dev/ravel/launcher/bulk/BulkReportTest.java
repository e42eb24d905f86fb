package dev.ravel.launcher.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.generator.CustomerGenerator;
import dev.ravel.generator.GeneratedRecord;
import dev.ravel.generator.Scenario;
import dev.ravel.model.cluster.Guard;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.evidence.MatchStatus;
import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.blocking.BlockingRules;
import dev.ravel.resolver.bulk.BulkResolver;
import dev.ravel.resolver.bulk.BulkResult;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.settings.ResolverSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BulkReportTest {
    private final Resolver resolver = Resolver.of(ResolverSettings.defaults(), MatchModel.shipped());

    @Test
    void everyGuardHasACounter() {
        List<Match> matches = new ArrayList<>();
        matches.add(match(MatchStatus.ACCEPTED, ""));
        matches.add(match(MatchStatus.REVIEW, ""));
        matches.add(match(MatchStatus.BLOCKED, "judgement-1"));
        for (Guard guard : Guard.values()) {
            matches.add(match(MatchStatus.HELD, guard.name()));
        }
        matches.add(match(MatchStatus.HELD, Guard.WEAK_BRIDGE.name()));

        BulkReport report = report(matches);

        assertThat(report.heldByGuard())
                .containsOnlyKeys(
                        "COMPONENT_SIZE", "EXCLUSIVE_CONFLICT", "WEAK_BRIDGE", "CANNOT_LINK", "AMBIGUOUS_BRIDGE")
                .containsEntry("COMPONENT_SIZE", 1L)
                .containsEntry("EXCLUSIVE_CONFLICT", 1L)
                .containsEntry("WEAK_BRIDGE", 2L)
                .containsEntry("CANNOT_LINK", 2L)
                .containsEntry("AMBIGUOUS_BRIDGE", 1L);
        assertThat(report.lines()).containsEntry("links held by weak bridge", "2");
        assertThat(report.json().path("heldByGuard").path("CANNOT_LINK").asLong())
                .isEqualTo(2);
    }

    @Test
    void aGuardThatHeldNothingIsShownToo() {
        assertThat(report(List.of()).lines()).containsEntry("links held by component size", "0");
    }

    /** A guard that no longer fires would leave its counter at nought, which nobody looks at. */
    @ParameterizedTest
    @EnumSource(Guard.class)
    void everyGuardHoldsALinkOfItsScenario(Guard guard) {
        Scenario scenario = Arrays.stream(Scenario.values())
                .filter(each -> each.guard().filter(guard::equals).isPresent())
                .findFirst()
                .orElseThrow();

        BulkReport report = resolved(scenario);

        assertThat(report.heldByGuard().get(guard.name())).isPositive();
        assertThat(report.json().path("heldByGuard").path(guard.name()).asLong())
                .isPositive();
    }

    @Test
    void suppressedIdentifiersAndBlocksOverTheirCapAreCounted() {
        assertThat(resolved(Scenario.SHOP_TABLET).suppressed()).isPositive();
        BulkReport chain = resolved(Scenario.CHAIN_STORE);
        assertThat(chain.skippedBlocks()).isPositive();
        assertThat(chain.skippedPairs()).isGreaterThan(chain.skippedBlocks());
        assertThat(resolved(Scenario.NAMESAKES).suppressed()).isZero();
        assertThat(resolved(Scenario.NAMESAKES).skippedBlocks()).isZero();
    }

    @Test
    void keysPastTheLimitsOfARecordAreCounted() {
        List<String> dates = IntStream.rangeClosed(1, BlockingRules.MAX_VALUES + 3)
                .mapToObj(day -> String.format("1980-03-%02d", day + 12))
                .toList();
        SourceRecord record = SourceRecord.of(
                RecordKey.of("crm", "1"),
                RecordType.PERSON,
                Instant.EPOCH.plusSeconds(2_000_000_000),
                Map.of(AttributeName.BIRTH_DATE, dates));
        BulkResult result = new BulkResolver(resolver, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
                .resolve(List.of(record), List.of());

        BulkReport report =
                BulkReport.of(result, resolver, 1, 0, 0, 0, Instant.EPOCH, Map.of("train", 1_250L), Duration.ZERO);

        assertThat(report.leftOutKeys()).isEqualTo(3);
        assertThat(report.json().path("leftOutKeys").asLong()).isEqualTo(3);
        assertThat(report.lines()).containsEntry("keys left out of records with too many", "3");
        assertThat(report.json().path("phaseMillis").path("train").asLong()).isEqualTo(1_250);
        assertThat(report.lines()).containsEntry("of it", "train 1.3 s");
        assertThat(resolved(Scenario.NAMESAKES).leftOutKeys()).isZero();
    }

    /** What becomes of a scenario's first records, under the judgement that its steward made. */
    private BulkReport resolved(Scenario scenario) {
        List<GeneratedRecord> records = CustomerGenerator.ofVersions(42, 1).stream()
                .filter(record -> record.scenario() == scenario)
                .toList();
        List<Judgement> judgements = scenario == Scenario.NAMED_AFTER_FATHER ? List.of(split(records)) : List.of();
        BulkResult result = new BulkResolver(resolver, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
                .resolve(records.stream().map(GeneratedRecord::version).toList(), judgements);
        return BulkReport.of(result, resolver, records.size(), 0, 0, 0, Instant.EPOCH, Map.of(), Duration.ZERO);
    }

    /** The earliest record of each customer, apart. */
    private static Judgement split(List<GeneratedRecord> records) {
        SortedMap<String, SourceRecord> earliest = new TreeMap<>();
        for (GeneratedRecord record : records) {
            earliest.merge(
                    record.customer(),
                    record.version(),
                    (a, b) -> a.observedAt().isAfter(b.observedAt()) ? b : a);
        }
        List<SortedSet<RecordKey>> groups = new ArrayList<>();
        earliest.values().forEach(record -> groups.add(new TreeSet<>(Set.of(record.key()))));
        return new Judgement(
                "op-1/1",
                "op-1",
                Verdict.NOT_SAME,
                groups,
                "steward",
                "father and son",
                Instant.EPOCH,
                "",
                Optional.empty(),
                List.of());
    }

    private BulkReport report(List<Match> matches) {
        BulkResult result = new BulkResult(List.of(), matches, List.of(), List.of(), 0, 0, 0, 0);
        return BulkReport.of(result, resolver, 0, 0, 0, 0, Instant.EPOCH, Map.of(), Duration.ZERO);
    }

    private static Match match(MatchStatus status, String cause) {
        RecordPair pair = RecordPair.of(RecordKey.of("crm", "1"), RecordKey.of("crm", "2"));
        return new Match(pair, 5, status, "", "PHONE", cause);
    }
}
