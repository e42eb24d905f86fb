package dev.ravel.resolver.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.region.CandidatePairs;
import dev.ravel.resolver.settings.ResolverSettings;
import dev.ravel.resolver.standardise.StandardLocation;
import dev.ravel.resolver.standardise.Standardiser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocationBlockingTest {
    private static final Standardiser STANDARDISER = new Standardiser(ResolverSettings.defaults());

    @ParameterizedTest
    @ValueSource(doubles = {0, 31.2, 45.7, 59.9, -33.9})
    void placesWithinReachShareACell(double around) {
        Random random = new Random(3);
        int within = 0;
        for (int i = 0; i < 20_000; i++) {
            StandardLocation a = place(around, 121, 0.5, random);
            StandardLocation b = place(a.latitude() / 1e6, a.longitude() / 1e6, 0.003, random);
            if (a.metresTo(b) <= StandardLocation.CELL_REACH_METRES) {
                within++;
                Set<String> shared = new HashSet<>(a.cells());
                shared.retainAll(b.cells());
                assertThat(shared).as("%s and %s", a.text(), b.text()).isNotEmpty();
            }
        }
        assertThat(within).isGreaterThan(2000);
    }

    @Test
    void aPairOfNeighboursComesOutOnce() {
        List<LiveRecord> records = new ArrayList<>();
        Random random = new Random(5);
        for (int i = 0; i < 60; i++) {
            StandardLocation place = place(31.2304, 121.4737, 0.004, random);
            SourceRecord source = SourceRecord.of(
                    RecordKey.of("s", "" + i),
                    RecordType.PERSON,
                    Instant.EPOCH,
                    Map.of(
                            AttributeName.FAMILY_NAME, List.of("王"),
                            AttributeName.LOCATION, List.of(place.text())));
            records.add(LiveRecord.of(STANDARDISER.standardise(source), key -> false, key -> false));
        }
        List<String> pairs = new ArrayList<>();

        CandidatePairs.within(
                records, (a, b) -> pairs.add(a.key().text() + " " + b.key().text()));

        assertThat(pairs).doesNotHaveDuplicates().hasSizeGreaterThan(100);
        for (LiveRecord a : records) {
            for (LiveRecord b : records) {
                if (a.key().compareTo(b.key()) < 0 && metres(a, b) <= StandardLocation.CELL_REACH_METRES) {
                    assertThat(pairs).contains(a.key().text() + " " + b.key().text());
                    assertThat(CandidatePairs.rule(a, b)).isEqualTo("nameAndSpot");
                }
            }
        }
    }

    @Test
    void distancesAreThoseOfTheSphere() {
        // Shanghai to Beijing, and one thousandth of a degree north.
        StandardLocation shanghai = new StandardLocation(31_177_428, 121_527_211);

        assertThat(shanghai.metresTo(new StandardLocation(39_911_954, 116_377_817)))
                .isBetween(1_070_000.0, 1_090_000.0);
        assertThat(String.format(Locale.ROOT, "%.1f", shanghai.metresTo(new StandardLocation(31_178_428, 121_527_211))))
                .isEqualTo("111.2");
    }

    private static double metres(LiveRecord a, LiveRecord b) {
        return a.standard()
                .values()
                .locations()
                .get(0)
                .metresTo(b.standard().values().locations().get(0));
    }

    private static StandardLocation place(double latitude, double longitude, double spread, Random random) {
        return new StandardLocation((int) Math.round((latitude + (random.nextDouble() - 0.5) * 2 * spread) * 1e6), (int)
                Math.round((longitude + (random.nextDouble() - 0.5) * 2 * spread) * 1e6));
    }
}
