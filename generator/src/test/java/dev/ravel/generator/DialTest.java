package dev.ravel.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.SourceRecord;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DialTest {
    private static final long SEED = 7;
    private static final int VERSIONS = 9000;

    @ParameterizedTest
    @EnumSource(Dial.class)
    void eachDialDoesWhatItSaysAndNothingElseDoes(Dial dial) {
        long off = shown(dial, ordinary(Dials.USUAL.with(dial, 0)));
        long on = shown(dial, ordinary(Dials.USUAL.with(dial, 0.3)));

        assertThat(off).as("%s at 0", dial).isLessThanOrEqualTo(1);
        assertThat(on).as("%s at 0.3", dial).isGreaterThan(3);
    }

    @ParameterizedTest
    @EnumSource(Dial.class)
    void aRecordStaysWithItsCustomer(Dial dial) {
        Map<RecordKey, Set<String>> customers = new HashMap<>();
        ordinary(Dials.USUAL.with(dial, 0.3)).forEach(record -> customers
                .computeIfAbsent(record.version().key(), key -> new HashSet<>())
                .add(record.customer()));

        assertThat(customers.values()).allSatisfy(owners -> assertThat(owners).hasSize(1));
    }

    @Test
    void sharesAreFromNoneToAll() {
        assertThatThrownBy(() -> Dials.USUAL.with(Dial.CHAINS, 1.1)).hasMessageContaining("CHAINS");
        assertThatThrownBy(() -> Dials.USUAL.with(Dial.CHAINS, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** How often a circumstance is to be seen in the records. */
    private static long shown(Dial dial, List<GeneratedRecord> records) {
        return switch (dial) {
            case FAMILY_PHONES -> valuesOfSeveral(records, AttributeName.PHONE, "person");
            case SHARED_TABLETS -> having(records, AttributeName.DEVICE, "tablet-.*");
            case DUMMY_PHONES ->
                having(records, AttributeName.PHONE, "13800138000|00000000000|13888888888|12345678901");
            case RECYCLED_PHONES ->
                records.stream()
                        .filter(record -> record.version().observedAt().isBefore(Calendar.FIRST))
                        .count();
            case RECIPIENTS -> having(records, AttributeName.RECIPIENT_PHONE, ".*");
            case UNMARKED_RECIPIENTS -> having(records, AttributeName.UNION_ID, "open/u\\d{12}");
            case LEADER_PHONES -> crowds(records, "person");
            case SALES_PHONES -> valuesOfSeveral(records, AttributeName.PHONE, "outlet");
            case CHAINS -> valuesOfSeveral(records, AttributeName.BUSINESS_LICENCE, "outlet");
            case TRANSFERS -> transfers(records);
            case WECHAT_ACCOUNTS -> having(records, AttributeName.OPEN_ID, "wx(app|shop)/o\\d{12}");
            case DOTTED_NAMES -> having(records, AttributeName.NAME, ".+[·•・‧].+");
            case JOINED_VALUES ->
                having(records, AttributeName.PHONE, ".*\\d ?[/、;；,] ?(\\+|\\(|\\d).*")
                        + having(records, AttributeName.EMAIL, ".+@.+@.+");
            case LOCATIONS ->
                having(records, AttributeName.LOCATION, "(gcj02:|bd09:)?\\d\\d\\.\\d{6},1\\d\\d\\.\\d{6}");
        };
    }

    private static long having(List<GeneratedRecord> records, String attribute, String shape) {
        return records.stream()
                .flatMap(record -> record.version().values(attribute).stream())
                .filter(value -> value.matches(shape))
                .count();
    }

    private static long valuesOfSeveral(List<GeneratedRecord> records, String attribute, String kind) {
        return owners(records, attribute, kind).values().stream()
                .filter(owners -> owners.size() > 1)
                .count();
    }

    /** Who is with more than four customers, the largest household, at one phone. */
    private static long crowds(List<GeneratedRecord> records, String kind) {
        return owners(records, AttributeName.PHONE, kind).values().stream()
                .filter(owners -> owners.size() > 4)
                .mapToLong(Set::size)
                .sum();
    }

    private static Map<String, Set<String>> owners(List<GeneratedRecord> records, String attribute, String kind) {
        Map<String, Set<String>> owners = new HashMap<>();
        for (GeneratedRecord record : records) {
            if (record.customer().startsWith(kind)) {
                for (String value : record.version().values(attribute)) {
                    String plain = attribute.equals(AttributeName.PHONE) ? value.replaceAll("\\D", "") : value;
                    owners.computeIfAbsent(plain, v -> new HashSet<>()).add(record.customer());
                }
            }
        }
        return owners;
    }

    private static long transfers(List<GeneratedRecord> records) {
        Map<RecordKey, Set<String>> licences = new HashMap<>();
        for (GeneratedRecord record : records) {
            SourceRecord version = record.version();
            licences.computeIfAbsent(version.key(), key -> new HashSet<>())
                    .addAll(version.values(AttributeName.BUSINESS_LICENCE));
        }
        return licences.values().stream().filter(own -> own.size() > 1).count();
    }

    private static List<GeneratedRecord> ordinary(Dials dials) {
        Dials calm =
                dials.share(Dial.DUMMY_PHONES) == Dial.DUMMY_PHONES.usual() ? dials.with(Dial.DUMMY_PHONES, 0) : dials;
        return CustomerGenerator.ofVersions(SEED, VERSIONS).with(calm).stream()
                .filter(record -> record.scenario() == Scenario.ORDINARY)
                .collect(Collectors.toList());
    }
}
