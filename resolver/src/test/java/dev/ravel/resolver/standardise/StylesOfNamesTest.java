package dev.ravel.resolver.standardise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.settings.ResolverSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Titles and styles in full names, and what they leave in columns of parts that somebody cut from them. */
class StylesOfNamesTest {
    private final Standardiser standardiser = new Standardiser(ResolverSettings.defaults());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bishop John Smith | | | john/smith",
                "The Right Honourable John Smith | | | john/smith",
                "John Bishop | | | john/bishop",
                "1st Baron Tom Clifford | | | tom/clifford",
                "Thomas of Chudleigh | | | thomas/chudleigh",
                "Sir Edward May, 7th Baronet | edward | baronet | edward/may",
                "Sir Edward May, 7th Baronet | edward | may | edward/may",
                "6th Baroness Moray Charlotte | 6th | charlotte | moray/charlotte",
                "Thomas Clifford, 1st Baron Clifford of Chudleigh | thomas | chudleigh | thomas/clifford thomas/chudleigh",
            })
    void stylesAreNoNames(String full, String given, String family, String names) {
        Map<String, List<String>> attributes = new TreeMap<>();
        attributes.put("name", List.of(full));
        if (given != null) {
            attributes.put("givenName", List.of(given));
            attributes.put("familyName", List.of(family));
        }
        SourceRecord record = SourceRecord.of(RecordKey.of("test", "1"), RecordType.PERSON, Instant.EPOCH, attributes);

        List<String> found = standardiser.standardise(record).values().people().stream()
                .map(name -> words(name.given()) + '/' + words(name.family()))
                .toList();

        assertThat(String.join(" ", found)).isEqualTo(names);
    }

    private static String words(List<NameToken> words) {
        return String.join("+", words.stream().map(NameToken::text).toList());
    }
}
