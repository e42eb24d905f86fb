package dev.ravel.resolver.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.settings.ResolverSettings;
import dev.ravel.resolver.standardise.Standardiser;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContradictionTest {
    private static final Standardiser STANDARDISER = new Standardiser(ResolverSettings.defaults());
    private static final Set<Comparison> ALL = EnumSet.allOf(Comparison.class);

    @ParameterizedTest
    @CsvSource({
        "Jayden Bennett, Jayaned Bennett, false",
        "Sofia Russell, foSia Russell, false",
        "Eliza Taylor, Ezia Taylor, false",
        "Kathleen Taylor, Eliza Taylor, true",
        "Jon Taylor, Ann Taylor, true",
        "王志强, 王秀英, true",
        "Robert Taylor, Bob Taylor, false",
        "Robert Taylor, R Taylor, false"
    })
    void anotherGivenNameContradictsUnlessItIsTheSameLettersScrambled(String one, String other, boolean contradict) {
        LiveRecord a = live("1", one);
        LiveRecord b = live("2", other);

        assertThat(Contradiction.between(a, b, ALL).isPresent()).isEqualTo(contradict);
        assertThat(Contradiction.between(b, a, ALL).isPresent()).isEqualTo(contradict);
    }

    private static LiveRecord live(String id, String name) {
        SourceRecord record = SourceRecord.of(
                RecordKey.of("crm", id),
                RecordType.PERSON,
                Instant.parse("2026-01-01T00:00:00Z"),
                Map.of(AttributeName.NAME, List.of(name)));
        return new LiveRecord(STANDARDISER.standardise(record), 0, 0);
    }
}
