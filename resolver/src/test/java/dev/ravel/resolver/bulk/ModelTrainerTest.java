package dev.ravel.resolver.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.comparison.Comparison;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.evaluate.EntityAssignments;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.scoring.ModelOrigin;
import dev.ravel.resolver.settings.ResolverSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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
        assertThat(trained.notEstimated())
                .contains("phone", "passport", "birthDate.dayMonthSwapped.m")
                .doesNotContain("birthDate.exact.m");
        assertThat(trained.model().origin())
                .isEqualTo(new ModelOrigin(
                        Optional.of(new ModelOrigin.TrainedOn(
                                1800,
                                trained.randomPairs(),
                                trained.candidatePairs(),
                                Math.round(trained.expectedPairs()),
                                0,
                                MatchModel.shipped().name(),
                                MatchModel.shipped().version())),
                        Optional.of(new ModelOrigin.Thresholds(4, 3)),
                        Optional.of(new ModelOrigin.FrequencyCut(500, 3))));
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
    void whatAllPairsShowIsNotCertain() {
        List<SourceRecord> records = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            records.add(SourceRecord.of(
                    RecordKey.of("crm", "r" + i),
                    RecordType.PERSON,
                    T0,
                    Map.of(
                            AttributeName.NAME, List.of("欧阳建国"),
                            AttributeName.BIRTH_DATE, List.of("1980-05-06"),
                            AttributeName.PHONE, List.of("1991357" + (2468 + 7 * (i / 24))),
                            AttributeName.EMAIL, List.of("row" + (i + 12) / 24 + "@mail.example.cn"))));
        }

        MatchModel model = train(records).model();

        assertThat(MatchModel.parse(model.text()).digest()).isEqualTo(model.digest());
    }

    @Test
    void fewRecordsAreTooLittleToLearnFrom() {
        assertThat(train(people(20, 0.1)).isWellFounded()).isFalse();
    }

    @Test
    void underATruthTheModelHasWhatTheTruePairsShow() {
        List<SourceRecord> records = people(100, 0.4);
        PreparedRecords prepared = PreparedRecords.of(records, RESOLVER);

        ModelTrainer.Trained trained =
                new ModelTrainer(RESOLVER).train(prepared, "test", new Labels.Truth(truth(records)));

        int exact = 1;
        assertThat(trained.labelledPairs()).isEqualTo(300);
        assertThat(trained.model().parameters().m(Comparison.BIRTH_DATE, exact))
                .as("0.36 of the pairs, and 20 pairs as learned without labels")
                .isBetween(0.32, 0.45);
        assertThat(trained.model().description()).startsWith("Trained under a truth with 300 pairs of one customer on");
        assertThat(trained.notEstimated()).contains("phone").doesNotContain("birthDate");
        Collections.shuffle(records, new Random(5));
        ModelTrainer.Trained again = new ModelTrainer(RESOLVER)
                .train(PreparedRecords.of(records, RESOLVER), "test", new Labels.Truth(truth(records)));
        assertThat(again.model().text()).isEqualTo(trained.model().text());
    }

    @Test
    void judgementsOfTheseRecordsAreLearnedFromAndNamed() {
        List<SourceRecord> records = people(600, 0.4);
        PreparedRecords prepared = PreparedRecords.of(records, RESOLVER);
        List<Judgement> judgements = new ArrayList<>();
        for (int person = 0; person + 1 < 200; person += 2) {
            judgements.add(judgement(judgements.size(), Verdict.SAME, List.of(keys(person, 0, 1, 2))));
            judgements.add(
                    judgement(judgements.size(), Verdict.NOT_SAME, List.of(keys(person, 0), keys(person + 1, 0))));
            judgements.add(judgement(judgements.size(), Verdict.UNSURE, List.of(keys(person, 0, 1))));
        }

        ModelTrainer.Trained trained =
                new ModelTrainer(RESOLVER).train(prepared, "test", new Labels.Judged(judgements));

        assertThat(trained.model().description())
                .startsWith("Trained with the judgements of persons, 300 pairs SAME and 100 NOT_SAME,");
        Collections.reverse(judgements);
        assertThat(new ModelTrainer(RESOLVER)
                        .train(prepared, "test", new Labels.Judged(judgements))
                        .model()
                        .text())
                .isEqualTo(trained.model().text());
    }

    @Test
    void labelsOfOtherRecordsAreRefused() {
        PreparedRecords prepared = PreparedRecords.of(people(20, 0.1), RESOLVER);
        Labels others = new Labels.Judged(List.of(judgement(1, Verdict.SAME, List.of(keys(900, 0, 1)))));

        assertThatThrownBy(() -> new ModelTrainer(RESOLVER).train(prepared, "test", others))
                .isInstanceOf(ResolutionException.class)
                .hasMessageContaining("no pair of these records");
    }

    private static EntityAssignments truth(List<SourceRecord> records) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (SourceRecord record : records) {
            String id = record.key().id();
            rows.add(Map.of("record_id", id, "entity_id", id.substring(0, id.indexOf('-'))));
        }
        return EntityAssignments.read("truth", rows);
    }

    private static SortedSet<RecordKey> keys(int person, int... copies) {
        SortedSet<RecordKey> keys = new TreeSet<>();
        for (int copy : copies) {
            keys.add(RecordKey.of("test", "p" + person + "-" + copy));
        }
        return keys;
    }

    private static Judgement judgement(int number, Verdict verdict, List<SortedSet<RecordKey>> groups) {
        return new Judgement("j" + number, "o" + number, verdict, groups, "steward", "known", T0);
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
