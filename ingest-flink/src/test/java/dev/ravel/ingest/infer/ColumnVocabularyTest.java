package dev.ravel.ingest.infer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.ingest.infer.ColumnVocabulary.Sense;
import dev.ravel.model.record.AttributeName;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ColumnVocabularyTest {
    private final ColumnVocabulary vocabulary = ColumnVocabulary.shipped();

    @Test
    void everyMeaningIsAnAttributeOrAPartThatInferenceAsksFor() throws IllegalAccessException {
        Set<String> known = new TreeSet<>();
        for (Field field : AttributeName.class.getFields()) {
            known.add((String) field.get(null));
        }
        known.addAll(ColumnNames.ADDRESS_PARTS);
        known.addAll(ColumnNames.YEARS);
        known.addAll(ColumnNames.MONTHS);
        known.addAll(ColumnNames.DAYS);
        known.addAll(List.of(
                ColumnNames.RECORD_ID,
                ColumnNames.UPDATED,
                ColumnNames.CREATED,
                ColumnNames.RECORD_TYPE,
                ColumnNames.DELETED,
                ColumnNames.FOUNDED,
                ColumnNames.REGISTER_NUMBER,
                ColumnNames.SECOND_FAMILY_NAME,
                ColumnNames.LATITUDE,
                ColumnNames.LONGITUDE,
                "name/familyName",
                "name/givenName"));

        assertThat(known).containsAll(vocabulary.meanings());
    }

    /** Else the order of the languages would decide what a file of either holds. */
    @Test
    void noNameIsCertainlyTwoAttributes() {
        List<String> torn = new ArrayList<>();
        for (String name : vocabulary.names()) {
            Set<String> attributes = vocabulary.senses(name).stream()
                    .filter(sense -> sense.certain() && !sense.meaning().startsWith("@"))
                    .map(Sense::meaning)
                    .map(meaning -> meaning.startsWith("name/") ? AttributeName.NAME : meaning)
                    .collect(Collectors.toSet());
            if (attributes.size() > 1) {
                torn.add(name + " " + attributes);
            }
        }

        assertThat(torn).isEmpty();
    }

    @Test
    void everyLanguageNamesThePeopleAndHowToReachThem() {
        Set<String> languages = vocabulary.names().stream()
                .flatMap(name -> vocabulary.senses(name).stream())
                .map(Sense::language)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(languages)
                .containsExactly("de", "en", "es", "fr", "it", "ja", "ko", "nl", "pt", "ru", "zh", "zh-Latn");
        for (String language : languages) {
            Set<String> meanings = vocabulary.names().stream()
                    .flatMap(name -> vocabulary.senses(name).stream())
                    .filter(sense -> sense.language().equals(language))
                    .map(Sense::meaning)
                    .collect(Collectors.toSet());
            assertThat(meanings).as(language).contains("familyName", "phone", "email", "birthDate", "address");
        }
    }
}
