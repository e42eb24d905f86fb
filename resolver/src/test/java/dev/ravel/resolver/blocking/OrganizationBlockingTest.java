package dev.ravel.resolver.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.settings.ResolverSettings;
import dev.ravel.resolver.standardise.StandardRecord;
import dev.ravel.resolver.standardise.Standardiser;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrganizationBlockingTest {
    private final Standardiser standardiser = new Standardiser(ResolverSettings.defaults());

    @ParameterizedTest
    @CsvSource({
        "Rosneft Oil Company, PJSC Rosneft, true",
        "Mandiri Bank Persero, Bank Mandiri, true",
        "沃尔玛购物广场, 沃尔玛购物中心, true",
        "Granite Holdings, Seaside Bakery, false",
        "Tea Bar, Tea Hut, false"
    })
    void organisationsAreFoundByAWordOfTheirNames(String a, String b, boolean found) {
        Set<String> shared = new TreeSet<>(words(a, Map.of()));
        shared.retainAll(words(b, Map.of()));

        assertThat(!shared.isEmpty()).isEqualTo(found);
    }

    @Test
    void organisationsWithEnoughIdentifiersAreFoundByThose() {
        Map<String, List<String>> identifiers = Map.of(
                AttributeName.EMAIL, List.of("office@rosneft.example"),
                AttributeName.PHONE, List.of("13812340001"),
                AttributeName.WEBSITE, List.of("rosneft.example"));

        assertThat(words("Rosneft", identifiers)).isEmpty();
    }

    private List<String> words(String name, Map<String, List<String>> identifiers) {
        Map<String, List<String>> attributes = new TreeMap<>(identifiers);
        attributes.put(AttributeName.ORGANIZATION_NAME, List.of(name));
        StandardRecord record = standardiser.standardise(SourceRecord.of(
                RecordKey.of("list", name),
                RecordType.ORGANIZATION,
                Instant.parse("2026-01-01T00:00:00Z"),
                attributes));
        return record.keys().stream()
                .filter(SharedKey::isBlock)
                .filter(key -> key.scope().equals(BlockingRule.ORGANIZATION_WORD.keyName()))
                .map(SharedKey::value)
                .toList();
    }
}
