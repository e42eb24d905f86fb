package dev.ravel.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.generator.CustomerGenerator;
import dev.ravel.generator.Expectation;
import dev.ravel.generator.GeneratedRecord;
import dev.ravel.generator.Scenario;
import dev.ravel.model.cluster.Guard;
import dev.ravel.model.review.ReviewKind;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.settings.ResolverSettings;
import dev.ravel.resolver.steward.Steward;
import dev.ravel.resolver.store.InMemoryStore;
import dev.ravel.resolver.stream.Incoming;
import dev.ravel.resolver.stream.StreamResolver;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScenarioChecksTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-01T00:00:00Z"), ZoneOffset.UTC);

    private final Resolver resolver = Resolver.of(ResolverSettings.defaults(), MatchModel.shipped());
    private final InMemoryStore store = new InMemoryStore();
    private final List<GeneratedRecord> versions =
            CustomerGenerator.ofVersions(42, 1).stream().toList();
    private final ScenarioChecks checks = new ScenarioChecks(store, resolver.standardiser());

    ScenarioChecksTest() {
        store.open(resolver.digest());
    }

    @Test
    void everyScenarioComesOutAsItMust() {
        deliver(false);
        assertThat(new DemoSteward(store, new Steward(resolver, store, CLOCK), CLOCK.instant()).split(versions))
                .isEqualTo(1);
        deliver(true);

        List<ScenarioCheck> all = checks.check(versions);

        assertThat(all).hasSize(Scenario.values().length - 1);
        assertThat(all)
                .allSatisfy(check ->
                        assertThat(check.failures()).as(check.scenario().name()).isEmpty());
    }

    @Test
    void aLaterRecordJoinsTheTwoAgainIfNoStewardHasSplitThem() {
        deliver(false);
        deliver(true);

        ScenarioCheck check = checks.check(versions).stream()
                .filter(one -> one.scenario() == Scenario.NAMED_AFTER_FATHER)
                .findFirst()
                .orElseThrow();

        assertThat(check.failures())
                .extracting(ScenarioCheck.Failure::expectation)
                .containsExactly(Expectation.CUSTOMERS_APART, Expectation.LINK_HELD);
    }

    @ParameterizedTest
    @EnumSource(Guard.class)
    void aScenarioShowsEachGuard(Guard guard) {
        assertThat(Scenario.values()).anyMatch(scenario -> scenario.guard().equals(Optional.of(guard)));
    }

    /** Of the kinds that records and time raise; the others are asked by people. */
    @ParameterizedTest
    @EnumSource(
            value = ReviewKind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"AUDIT", "SECOND_STEWARD"})
    void aScenarioAsksEachKindOfQuestion(ReviewKind kind) {
        deliver(false);
        new DemoSteward(store, new Steward(resolver, store, CLOCK), CLOCK.instant()).split(versions);
        deliver(true);

        assertThat(store.openReviewItems(1000)).anyMatch(item -> item.item().kind() == kind);
    }

    @Test
    void theChecksFailWhereNothingWasDelivered() {
        List<ScenarioCheck> failed =
                checks.check(versions).stream().filter(check -> !check.passed()).toList();

        assertThat(failed.stream()
                        .flatMap(check -> check.failures().stream())
                        .map(ScenarioCheck.Failure::expectation)
                        .collect(Collectors.toSet()))
                .contains(
                        Expectation.CUSTOMERS_WHOLE,
                        Expectation.IDENTIFIER_SUPPRESSED,
                        Expectation.BLOCK_OVER_CAP,
                        Expectation.LINK_HELD,
                        Expectation.PAIR_DOUBTFUL,
                        Expectation.CONTRADICTION_REPORTED,
                        Expectation.DELETED_GONE);
    }

    private void deliver(boolean later) {
        List<Incoming> delivery = versions.stream()
                .filter(record -> record.later() == later)
                .map(record -> new Incoming(record.version(), later ? "later" : "first"))
                .toList();
        new StreamResolver(resolver, store, CLOCK).apply(delivery, List.of());
    }
}
