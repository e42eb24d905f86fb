package dev.ravel.resolver.survivorship;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.entity.GoldenRecord;
import dev.ravel.model.entity.GoldenValue;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.settings.ResolverSettings;
import dev.ravel.resolver.settings.SourceSettings;
import dev.ravel.resolver.standardise.StandardRecord;
import dev.ravel.resolver.standardise.Standardiser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenRecordComposerTest {
    private static final ResolverSettings SETTINGS = trusting(Map.of());
    private static final Instant T0 = Instant.parse("2026-03-01T08:00:00Z");

    @Test
    void theNameThatMostRecordsSaySurvivesFirst() {
        GoldenRecord golden = compose(
                record("crm", "a", 9, Map.of("name", List.of("Wang Wu"))),
                record("crm", "b", 1, Map.of("name", List.of("王五"))),
                record("crm", "c", 2, Map.of("name", List.of("王五"))));

        assertThat(golden.values())
                .containsExactly(
                        new GoldenValue("name", "王五", RecordKey.of("crm", "c"), "most supported", 2),
                        new GoldenValue("name", "Wang Wu", RecordKey.of("crm", "a"), "most supported", 1));
    }

    @Test
    void theNewestPhoneSurvivesFirst() {
        GoldenRecord golden = compose(
                record("crm", "a", 1, Map.of("phone", List.of("139 1111 2222"))),
                record("crm", "b", 5, Map.of("phone", List.of("137 3333 4444"))),
                record("crm", "c", 3, Map.of("phone", List.of("+86 139-1111-2222"))));

        assertThat(golden.values())
                .containsExactly(
                        new GoldenValue("phone", "137 3333 4444", RecordKey.of("crm", "b"), "newest", 1),
                        new GoldenValue("phone", "+86 139-1111-2222", RecordKey.of("crm", "c"), "newest", 2));
    }

    @Test
    void trustSettlesATieBeforeTime() {
        GoldenRecord golden = GoldenRecordComposer.compose(
                List.of(
                        record("web", "a", 9, Map.of("name", List.of("小明"))),
                        record("crm", "b", 1, Map.of("name", List.of("王小明")))),
                trusting(Map.of("crm", 5)));

        assertThat(golden.best("name").orElseThrow().value()).isEqualTo("王小明");
    }

    @Test
    void aCustomerHasOneBirthDate() {
        GoldenRecord golden = compose(
                record("crm", "a", 1, Map.of("birthDate", List.of("1990-01-02"))),
                record("crm", "b", 2, Map.of("birthDate", List.of("1990-02-01"))));

        assertThat(golden.values())
                .containsExactly(
                        new GoldenValue("birthDate", "1990-02-01", RecordKey.of("crm", "b"), "most supported", 1));
    }

    @Test
    void widthCaseAndWhiteSpaceMakeNoOtherValue() {
        GoldenRecord golden =
                compose(record("crm", "a", 1, Map.of("colour", List.of("Ｄark  Red", "dark red", "blue"))));

        assertThat(golden.values()).extracting(GoldenValue::value).containsExactly("Ｄark  Red", "blue");
        assertThat(golden.values()).extracting(GoldenValue::support).containsExactly(1, 1);
    }

    @Test
    void noMoreValuesSurviveThanTheLimit() {
        List<StandardRecord> members = IntStream.range(0, 30)
                .mapToObj(i -> record("crm", "r" + i, i, Map.of("phone", List.of("1391111" + (1000 + i)))))
                .toList();

        assertThat(GoldenRecordComposer.compose(members, SETTINGS).values()).hasSize(GoldenRecordComposer.MAX_VALUES);
    }

    @Test
    void anEntityWithoutValuesHasAnEmptyGoldenRecord() {
        assertThat(compose(record("crm", "a", 1, Map.of()))).isEqualTo(GoldenRecord.EMPTY);
    }

    static List<Integer> seeds() {
        return IntStream.range(0, 200).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfMembersDoesNotMatter(int seed) {
        Random random = new Random(seed);
        List<StandardRecord> members = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(8); i++) {
            SortedMap<String, List<String>> attributes = new TreeMap<>();
            attributes.put("name", values(random, "王小明", "Wang Xiaoming", "王 小明", "wang xiaoming"));
            attributes.put("phone", values(random, "13911112222", "139 1111 2222", "13711112222"));
            attributes.put("city", values(random, "上海", "Shanghai", "shanghai"));
            String source = random.nextBoolean() ? "crm" : "web";
            members.add(record(source, "r" + i, random.nextInt(3), attributes));
        }
        GoldenRecord golden = compose(members.toArray(StandardRecord[]::new));
        Collections.shuffle(members, random);

        assertThat(compose(members.toArray(StandardRecord[]::new))).isEqualTo(golden);
    }

    private static List<String> values(Random random, String... choices) {
        return IntStream.range(0, random.nextInt(3))
                .mapToObj(i -> choices[random.nextInt(choices.length)])
                .toList();
    }

    private static GoldenRecord compose(StandardRecord... members) {
        return GoldenRecordComposer.compose(List.of(members), SETTINGS);
    }

    private static StandardRecord record(String source, String id, int second, Map<String, List<String>> attributes) {
        return new Standardiser(SETTINGS)
                .standardise(SourceRecord.of(
                        RecordKey.of(source, id), RecordType.PERSON, T0.plusSeconds(second), attributes));
    }

    private static ResolverSettings trusting(Map<String, Integer> trust) {
        ResolverSettings defaults = ResolverSettings.defaults();
        TreeMap<String, SourceSettings> sources = new TreeMap<>();
        trust.forEach((source, much) -> sources.put(source, new SourceSettings(much, false)));
        return new ResolverSettings(
                defaults.tenant(),
                defaults.defaultRegion(),
                defaults.zone(),
                defaults.matchWeight(),
                defaults.reviewWeight(),
                defaults.weakBridgeMargin(),
                defaults.maxEntityRecords(),
                defaults.blockCap(),
                defaults.identifierCandidateCap(),
                defaults.identifiers(),
                defaults.suppressedValues(),
                sources);
    }
}
