package dev.ravel.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.model.record.VersionOrder;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CustomerGeneratorTest {
    private static final long SEED = 7;

    @Test
    void equalSeedsGiveEqualSequences() {
        List<GeneratedRecord> once = versions(3000);

        assertThat(versions(3000)).isEqualTo(once);
        assertThat(CustomerGenerator.ofVersions(SEED + 1, 3000).stream().toList())
                .isNotEqualTo(once);
    }

    /** A fixed value: it changes only if the generator does, never with the machine or the JDK. */
    @Test
    void aSeedGivesTheSameCustomersEverywhere() {
        Dice dice = Dice.of(42, 3);

        assertThat(List.of(dice.below(1000), dice.below(1000), dice.below(1000)))
                .containsExactly(577, 808, 368);
    }

    @Test
    void sizeCountsVersionsOrCustomers() {
        assertThat(versions(5000)).hasSizeBetween(5000, 5020);
        Set<String> customers = CustomerGenerator.ofCustomers(SEED, 1000).stream()
                .map(GeneratedRecord::customer)
                .collect(Collectors.toSet());
        assertThat(customers).hasSizeBetween(1000, 1005);
        assertThatThrownBy(() -> CustomerGenerator.ofCustomers(SEED, CustomerGenerator.MAX_CUSTOMERS + 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRecordKeyBelongsToOneCustomerExceptWhereAVersionContradicts() {
        Map<RecordKey, Set<String>> customersOf = new TreeMap<>();
        for (GeneratedRecord record : versions(20_000)) {
            if (record.scenario() != Scenario.CONTRADICTION) {
                customersOf
                        .computeIfAbsent(record.version().key(), key -> new TreeSet<>())
                        .add(record.customer());
            }
        }

        assertThat(customersOf.values())
                .allSatisfy(customers -> assertThat(customers).hasSize(1));
    }

    @Test
    void truthNamesEachLiveRecordOnce() {
        CustomerGenerator customers = CustomerGenerator.ofVersions(SEED, 10_000);
        Map<RecordKey, SourceRecord> newest = newest(customers);
        List<TrueRecord> truth = customers.truth().toList();

        assertThat(truth).extracting(TrueRecord::key).doesNotHaveDuplicates();
        assertThat(truth.stream().map(TrueRecord::key).collect(Collectors.toSet()))
                .isEqualTo(newest.values().stream()
                        .filter(version -> !version.deleted())
                        .map(SourceRecord::key)
                        .collect(Collectors.toSet()));
    }

    @Test
    void differentPeopleHaveDifferentPhonesUnlessTheyShareOneOnPurpose() {
        Map<String, Set<String>> ownersOf = new TreeMap<>();
        for (long serial = 0; serial < 50_000; serial++) {
            Person person = Population.chinese(serial, Dice.of(SEED, serial));
            for (Phone phone : person.phones()) {
                ownersOf.computeIfAbsent(phone.plain(), digits -> new TreeSet<>())
                        .add(person.id());
            }
        }

        assertThat(ownersOf.values()).allSatisfy(owners -> assertThat(owners).hasSize(1));
    }

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void everyNeighbourhoodPlaysEveryScenario(Scenario scenario) {
        List<GeneratedRecord> records = CustomerGenerator.ofCustomers(SEED, 6000).stream()
                .filter(record -> record.scenario() == scenario)
                .toList();

        assertThat(records).extracting(GeneratedRecord::neighbourhood).contains(0, 1);
        if (scenario.expectations().contains(Expectation.CUSTOMERS_APART)) {
            assertThat(records.stream().map(GeneratedRecord::customer).distinct())
                    .hasSizeGreaterThan(1);
        }
    }

    @Test
    void aMillionCustomersAreMadeWhileTheyAreRead() {
        Iterator<GeneratedRecord> records =
                CustomerGenerator.ofCustomers(SEED, 1_000_000).stream().iterator();

        for (int i = 0; i < 5000; i++) {
            assertThat(records.next().version().key().tenant()).isEqualTo("main");
        }
    }

    @Test
    void identityNumbersHaveRightCheckCharacters() {
        // The example of GB 11643: 11010519491231002X.
        Place place = new Place("北京市", "北京市", "朝阳区", "110105", "010", 1);

        assertThat(Documents.nationalId(place, LocalDate.of(1949, 12, 31), false, 1))
                .isEqualTo("11010519491231002X");
    }

    @Test
    void phonesAreWrittenInFullWidthToo() {
        Set<String> writings = versions(5000).stream()
                .filter(record -> record.scenario() == Scenario.PHONE_WRITINGS)
                .map(record -> record.version().values(AttributeName.PHONE).get(0))
                .collect(Collectors.toSet());

        assertThat(writings).hasSize(6).anyMatch(text -> text.charAt(0) == '１');
    }

    private static List<GeneratedRecord> versions(long atLeast) {
        return CustomerGenerator.ofVersions(SEED, atLeast).stream().toList();
    }

    private static Map<RecordKey, SourceRecord> newest(CustomerGenerator customers) {
        Map<RecordKey, SourceRecord> newest = new TreeMap<>();
        customers.stream()
                .map(GeneratedRecord::version)
                .forEach(version -> newest.merge(version.key(), version, CustomerGeneratorTest::newer));
        return newest;
    }

    private static SourceRecord newer(SourceRecord a, SourceRecord b) {
        return VersionOrder.INSTANCE.compare(a, b) >= 0 ? a : b;
    }
}
