package dev.ravel.resolver.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.settings.ResolverSettings;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightBoundTest {
    private static final int RECORDS = 300;

    private final FellegiSunterScorer scorer = new FellegiSunterScorer();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void passesOverNoPairThatReachesTheWeight(long seed) {
        Random random = new Random(seed);
        LiveRecord[] records = DrawnRecords.records(RECORDS, random);
        MatchModel model = seed % 2 == 0 ? MatchModel.shipped() : DrawnRecords.anyModel(random);
        double least = seed % 2 == 0 ? ResolverSettings.defaults().reviewWeight() : model.prior() + 3;
        PairSieve sieve = scorer.sieve(records, model, least);

        int passedOver = 0;
        for (int a = 0; a < records.length; a++) {
            for (int b = 0; b < records.length; b++) {
                if (!sieve.mayReach(a, b)) {
                    passedOver++;
                    assertThat(scorer.score(records[a], records[b], model))
                            .as(
                                    "seed %d: %s ~ %s",
                                    seed,
                                    records[a].standard().source(),
                                    records[b].standard().source())
                            .isLessThan(least);
                }
            }
        }

        assertThat(passedOver).as("seed %d: pairs passed over", seed).isGreaterThan(RECORDS);
    }
}
