package dev.ravel.resolver.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.settings.ResolverSettings;
import dev.ravel.resolver.standardise.Standardiser;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no question, because the guards keep the two apart whatever links them. */
class KeptApartTest {
    private static final ResolverSettings SETTINGS = ResolverSettings.defaults();
    private static final Standardiser STANDARDISER = new Standardiser(SETTINGS);
    private static final Guards GUARDS = Guards.of(SETTINGS, MatchModel.shipped());

    @ParameterizedTest
    @CsvSource({
        "birthDate, 1970-10-10, birthDate, 1990-03-15, true",
        "birthDate, 1970-10-10, birthDate, 1970-10-11, false",
        "birthDate, 1970-10-10, email, john@smith.com, false",
        "nationalId, 11010519491231002X, nationalId, 440524188001010014, true",
        "nationalId, 11010519491231002X, nationalId, 11010519491231002X, false",
        "passport, US/10251111, passport, US/10252222, false"
    })
    void recordsThatContradictEachOtherAreKeptApart(
            String attribute, String value, String otherAttribute, String other, boolean apart) {
        LiveRecord a = live("1", attribute, value);
        LiveRecord b = live("2", otherAttribute, other);

        assertThat(Clustering.keepsApart(a, b, GUARDS)).isEqualTo(apart);
        assertThat(Clustering.keepsApart(b, a, GUARDS)).isEqualTo(apart);
    }

    private static LiveRecord live(String id, String attribute, String value) {
        SourceRecord record = SourceRecord.of(
                RecordKey.of("crm", id),
                RecordType.PERSON,
                Instant.parse("2026-01-01T00:00:00Z"),
                Map.of(AttributeName.NAME, List.of("John Smith"), attribute, List.of(value)));
        return new LiveRecord(STANDARDISER.standardise(record), 0, 0);
    }
}
