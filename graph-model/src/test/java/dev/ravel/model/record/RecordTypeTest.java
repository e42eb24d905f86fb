package dev.ravel.model.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordTypeTest {
    @ParameterizedTest
    @CsvSource({"person,PERSON", " Company ,ORGANIZATION", "门店,ORGANIZATION", "'',UNKNOWN", "ORGANISATION,ORGANIZATION"
    })
    void readsTheWordsThatSourcesUse(String word, RecordType type) {
        assertThat(RecordType.parse(word)).isEqualTo(type);
    }

    @Test
    void namesTheWordThatItDoesNotKnow() {
        assertThatThrownBy(() -> RecordType.parse("spaceship")).hasMessageContaining("spaceship");
    }

    @Test
    void knownKindsMixOnlyWithThemselvesAndUnknown() {
        assertThat(RecordType.PERSON.compatibleWith(RecordType.ORGANIZATION)).isFalse();
        assertThat(RecordType.PERSON.compatibleWith(RecordType.UNKNOWN)).isTrue();
        assertThat(RecordType.UNKNOWN.compatibleWith(RecordType.ORGANIZATION)).isTrue();
        assertThat(RecordType.PERSON.compatibleWith(RecordType.PERSON)).isTrue();
    }
}
