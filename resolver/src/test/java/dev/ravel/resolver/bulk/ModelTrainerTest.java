package dev.ravel.resolver.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.comparison.Comparison;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.settings.ResolverSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ModelTrainerTest {
    private static final Instant T0 = Instant.parse("2026-03-01T08:00:00Z");
    private static final Resolver RESOLVER = Resolver.of(ResolverSettings.defaults(), MatchModel.shipped());
    private static final String[] CONSONANTS = {"b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z"};

    @Test
    void learnsThatBirthDatesOfTheseRecordsAreOftenWrong() {
        ModelTrainer.Trained trained = train(people(600, 0.4));

        assertThat(trained.isWellFounded()).isTrue();
        int exact = 1;
        assertThat(MatchModel.shipped().parameters().m(Comparison.BIRTH_DATE, exact))
                .isGreaterThan(0.85);
        assertThat(trained.model().parameters().m(Comparison.BIRTH_DATE, exact)).isBetween(0.2, 0.65);
        assertThat(trained.notEstimated()).contains("phone", "passport");
    }

    @Test
    void theModelDoesNotDependOnTheOrderOfRecordsAndReadsAsItWasWritten() {
        List<SourceRecord> records = people(300, 0.2);
        List<SourceRecord> shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, new Random(3));

        MatchModel one = train(records).model();
        MatchModel other = train(shuffled).model();

        assertThat(other.text()).isEqualTo(one.text());
        assertThat(other.digest()).isEqualTo(one.digest());
        assertThat(MatchModel.parse(one.text()).digest()).isEqualTo(one.digest());
    }

    @Test
    void fewRecordsAreTooLittleToLearnFrom() {
        assertThat(train(people(20, 0.1)).isWellFounded()).isFalse();
    }

    private static ModelTrainer.Trained train(List<SourceRecord> records) {
        return new ModelTrainer(RESOLVER).train(PreparedRecords.of(records, RESOLVER), "test");
    }

    /** Three records for each person; the share of birth dates that are another one altogether is given. */
    private static List<SourceRecord> people(int people, double wrongBirthDates) {
        Random random = new Random(11);
        List<SourceRecord> records = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            String given = word(random);
            String family = word(random);
            String birthDate = date(random);
            String city = word(random);
            for (int copy = 0; copy < 3; copy++) {
                Map<String, List<String>> attributes = new TreeMap<>();
                attributes.put("givenName", List.of(given));
                attributes.put("familyName", List.of(family));
                attributes.put("city", List.of(city));
                attributes.put("birthDate", List.of(random.nextDouble() < wrongBirthDates ? date(random) : birthDate));
                records.add(SourceRecord.of(
                        RecordKey.of("test", "p" + person + "-" + copy), RecordType.PERSON, T0, attributes));
            }
        }
        return records;
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            word.append(CONSONANTS[random.nextInt(CONSONANTS.length)]).append("aeiou".charAt(random.nextInt(5)));
        }
        return word.toString();
    }

    private static String date(Random random) {
        return "%d-%02d-%02d".formatted(1940 + random.nextInt(65), 1 + random.nextInt(12), 1 + random.nextInt(28));
    }
}
