package dev.ravel.resolver.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.settings.ResolverSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PhoneNumbersTest {
    private final List<SourceRecord> versions = new ArrayList<>();

    @Test
    void numbersOfAnotherRegionAreToldFromThoseOfTheConfiguredOne() {
        for (int i = 0; i < 20; i++) {
            add("702-919-13%02d".formatted(i));
        }
        add("13812340001");
        add("+1 702 919 1300");
        add("138****8001");
        add("e094f50d15ea42da5df1a54894decd5d");

        PhoneNumbers phones = phones();

        assertThat(phones).isEqualTo(new PhoneNumbers(2, 20));
        assertThat(phones.areOfAnotherRegion()).isTrue();
    }

    @Test
    void fewNumbersSayNothing() {
        add("702-919-1300");

        assertThat(phones()).isEqualTo(new PhoneNumbers(0, 1));
        assertThat(phones().areOfAnotherRegion()).isFalse();
    }

    private void add(String phone) {
        versions.add(SourceRecord.of(
                RecordKey.of("crm", Integer.toString(versions.size())),
                RecordType.PERSON,
                Instant.parse("2026-01-01T00:00:00Z"),
                Map.of(AttributeName.PHONE, List.of(phone))));
    }

    private PhoneNumbers phones() {
        return PhoneNumbers.of(
                PreparedRecords.of(versions, Resolver.of(ResolverSettings.defaults(), MatchModel.shipped())));
    }
}
