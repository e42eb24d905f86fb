package dev.ravel.resolver.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.generator.CustomerGenerator;
import dev.ravel.generator.Dial;
import dev.ravel.generator.Dials;
import dev.ravel.generator.GeneratedRecord;
import dev.ravel.generator.TrueRecord;
import dev.ravel.generator.WritingFlaw;
import dev.ravel.generator.WritingFlaws;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.bulk.BulkResolver;
import dev.ravel.resolver.bulk.BulkResult;
import dev.ravel.resolver.bulk.ModelTrainer;
import dev.ravel.resolver.bulk.PreparedRecords;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.settings.ResolverSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each circumstance of Chinese commerce alone, turned far up, with a model trained on the records themselves: what it may
 * cost. The figures are in docs/standardising.md.
 */
class DialsTest {
    private static final long SEED = 42;
    private static final int VERSIONS = 10_000;
    private static final double SHARE = 0.3;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-01T00:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @EnumSource(Dial.class)
    void eachDialAlone(Dial dial) {
        CustomerGenerator customers =
                CustomerGenerator.ofVersions(SEED, VERSIONS).with(Dials.USUAL.with(dial, SHARE));
        Outcome outcome = outcome(customers);
        System.out.printf("%s at %s: %s%n", dial, SHARE, outcome);

        assertThat(outcome.precision()).as("%s: %s", dial, outcome).isGreaterThanOrEqualTo(leastPrecision(dial));
        assertThat(outcome.recall()).as("%s: %s", dial, outcome).isGreaterThanOrEqualTo(leastRecall(dial));
    }

    @ParameterizedTest
    @EnumSource(WritingFlaw.class)
    void eachWritingFlawAlone(WritingFlaw flaw) {
        Outcome outcome =
                outcome(CustomerGenerator.ofVersions(SEED, VERSIONS).with(WritingFlaws.NONE.with(flaw, SHARE)));
        System.out.printf("%s at %s: %s%n", flaw, SHARE, outcome);

        assertThat(outcome.precision()).as("%s: %s", flaw, outcome).isGreaterThanOrEqualTo(0.985);
        assertThat(outcome.recall()).as("%s: %s", flaw, outcome).isGreaterThanOrEqualTo(leastRecall(flaw));
    }

    /** What none of the records themselves tells costs precision: see docs/standardising.md. */
    private static double leastPrecision(Dial dial) {
        return switch (dial) {
            case FAMILY_PHONES -> 0.97;
            case RECYCLED_PHONES, LEADER_PHONES, DOTTED_NAMES -> 0.98;
            case UNMARKED_RECIPIENTS -> 0.82;
            case SHARED_TABLETS,
                    DUMMY_PHONES,
                    RECIPIENTS,
                    SALES_PHONES,
                    CHAINS,
                    TRANSFERS,
                    WECHAT_ACCOUNTS,
                    JOINED_VALUES,
                    LOCATIONS -> 0.99;
        };
    }

    private static double leastRecall(Dial dial) {
        return switch (dial) {
            case DUMMY_PHONES, UNMARKED_RECIPIENTS, LEADER_PHONES -> 0.83;
            case FAMILY_PHONES,
                    SHARED_TABLETS,
                    RECYCLED_PHONES,
                    RECIPIENTS,
                    SALES_PHONES,
                    CHAINS,
                    TRANSFERS,
                    WECHAT_ACCOUNTS,
                    DOTTED_NAMES,
                    LOCATIONS -> 0.94;
            case JOINED_VALUES -> 0.97;
        };
    }

    private static double leastRecall(WritingFlaw flaw) {
        return switch (flaw) {
            case LENT_PHONES, SHORTENED_PHONES -> 0.86;
            case HASHED_PHONES, MISTYPED_PHONES, MASKED_PHONES -> 0.91;
            default -> 0.96;
        };
    }

    private static Outcome outcome(CustomerGenerator customers) {
        List<SourceRecord> versions =
                customers.stream().map(GeneratedRecord::version).toList();
        Map<RecordKey, String> truth =
                customers.truth().collect(Collectors.toMap(TrueRecord::key, TrueRecord::customer));
        Resolver shipped = Resolver.of(ResolverSettings.defaults(), MatchModel.shipped());
        PreparedRecords prepared = PreparedRecords.of(versions, shipped);
        ModelTrainer.Trained trained = new ModelTrainer(shipped).train(prepared, "trained");
        Resolver resolver =
                Resolver.of(shipped.settings(), trained.isWellFounded() ? trained.model() : shipped.model());
        BulkResult result = new BulkResolver(resolver, CLOCK).resolve(prepared, List.of());
        return Outcome.of(result, truth);
    }
}
