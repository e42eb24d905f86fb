package dev.ravel.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.SourceRecord;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each base rate at 0, by itself and at 1: what it names is seen never or least, sometimes, and most often. */
class BaseRateTest {
    private static final long SEED = 7;
    private static final int CUSTOMERS = 4000;
    private static final String LATIN = "\\w+ [\\w']+";
    private static final List<GeneratedRecord> USUAL = ordinary(Dials.USUAL);

    @ParameterizedTest
    @EnumSource(BaseRate.class)
    void aBaseRateSaysHowOftenWhatItNamesIsSeen(BaseRate rate) {
        double none = shown(rate, ordinary(calm(rate).with(rate, 0)));
        double some = shown(rate, rate == BaseRate.LOCATIONS_ALONE ? ordinary(calm(rate)) : USUAL);
        double all = shown(rate, ordinary(calm(rate).with(rate, 1)));

        assertThat(none).as("%s at 0", rate).isLessThan(some);
        assertThat(all).as("%s at 1", rate).isGreaterThan(some);
    }

    @Test
    void theHardCasesStayUnderAllBaseRates() {
        Dials far = Dials.USUAL;
        for (BaseRate rate : BaseRate.values()) {
            far = far.with(rate, rate.usual() < 0.5 ? 1 : 0);
        }

        assertThat(hardCases(far)).isEqualTo(hardCases(Dials.USUAL)).isNotEmpty();
    }

    private static Set<SourceRecord> hardCases(Dials dials) {
        return customers(dials)
                .filter(record -> record.scenario() != Scenario.ORDINARY)
                .map(GeneratedRecord::version)
                .collect(Collectors.toSet());
    }

    /** Coordinates are nowhere by themselves. */
    private static Dials calm(BaseRate rate) {
        return rate == BaseRate.LOCATIONS_ALONE ? Dials.USUAL.with(Dial.LOCATIONS, 1) : Dials.USUAL;
    }

    /** The share of what a base rate concerns in which it is seen, or how often it is where that is clear enough. */
    private static double shown(BaseRate rate, List<GeneratedRecord> records) {
        String name = rate.name();
        int cut = name.indexOf('_');
        String system = (cut < 0 ? name : name.substring(0, cut)).toLowerCase(Locale.ROOT);
        return switch (rate) {
            case OUTLETS -> share(customersOf(records, record -> true), id -> id.startsWith("outlet"));
            case OUTLET_LANDLINES -> ofOutlets(records, v -> has(v, AttributeName.PHONE, "\\(?(0|\\+86 ?)[2-9].*"));
            case SECOND_MEMBERS, THIRD_MEMBERS, FOURTH_MEMBERS ->
                1.0 / groups(records, AttributeName.ADDRESS).size();
            case FAMILY_NAMES -> -families(records);
            case FAMILY_PHONE_RECORDS ->
                groups(records, AttributeName.PHONE).values().stream()
                        .filter(owners -> owners.size() > 1)
                        .count();
            case ENGLISH_PEOPLE -> ofPeople(records, "crm", v -> has(v, AttributeName.NAME, LATIN));
            case SECOND_PHONES, OTHER_PHONES, PHONE_SLIPS -> ofSeveral(records, AttributeName.PHONE);
            case MOVES -> ofSeveral(records, AttributeName.ADDRESS);
            case IN_CRM, IN_SHOP, IN_APP, IN_SUPPORT -> {
                String where = name.substring(3).toLowerCase(Locale.ROOT);
                yield customersOf(records, record -> from(record, where)).size()
                        / (double) customersOf(records, record -> true).size();
            }
            case TWICE_IN_SHOP ->
                records.stream()
                        .filter(record -> from(record, "shop"))
                        .collect(Collectors.groupingBy(
                                GeneratedRecord::customer,
                                Collectors.mapping(record -> record.version().key(), Collectors.toSet())))
                        .values()
                        .stream()
                        .filter(keys -> keys.size() > 1)
                        .count();
            case REPEATED_VERSIONS -> records.size() - new HashSet<>(records).size();
            case LATER_VERSIONS -> share(records, record -> known(record.version(), "note"));
            case DELETED_RECORDS -> share(records, record -> record.version().deleted());
            case CRM_TRADITIONAL_NAMES -> ofPeople(records, system, v -> has(v, AttributeName.NAME, ".*[張陳劉楊黃趙吳孫馬].*"));
            case CRM_PHONES, SHOP_PHONES, APP_PHONES, SUPPORT_PHONES ->
                ofPeople(records, system, v -> known(v, AttributeName.PHONE));
            case CRM_EMAILS, SHOP_EMAILS, APP_EMAILS, SUPPORT_EMAILS ->
                ofPeople(records, system, v -> known(v, AttributeName.EMAIL));
            case CRM_ADDRESSES, SHOP_ADDRESSES -> ofPeople(records, system, v -> known(v, AttributeName.ADDRESS));
            case CRM_BIRTH_DATES, APP_BIRTH_DATES -> ofPeople(records, system, v -> known(v, AttributeName.BIRTH_DATE));
            case CRM_GENDERS -> ofPeople(records, system, v -> known(v, AttributeName.GENDER));
            case CRM_NATIONAL_IDS -> ofPeople(records, system, v -> known(v, AttributeName.NATIONAL_ID));
            case CRM_LOYALTY_CARDS, SHOP_LOYALTY_CARDS ->
                ofPeople(records, system, v -> known(v, AttributeName.LOYALTY_CARD));
            case SHOP_LATIN_NAMES, APP_LATIN_NAMES, SUPPORT_LATIN_NAMES ->
                ofPeople(records, system, v -> has(v, AttributeName.NAME, "\\w+,? [\\w']+"));
            case SHOP_PARCEL_LABELS -> ofPeople(records, system, v -> has(v, AttributeName.ADDRESS, ".* .*"));
            case APP_NAMES -> ofPeople(records, system, v -> known(v, AttributeName.NAME));
            case APP_NICKNAMES -> ofPeople(records, system, v -> known(v, "nickname"));
            case APP_DEVICES -> ofPeople(records, system, v -> known(v, AttributeName.DEVICE));
            case SUPPORT_TYPOS -> otherLatinNames(records);
            case UPPER_CASE_EMAILS ->
                ofPeople(records, "crm", v -> has(v, AttributeName.EMAIL, ".*(QQ|163|GMAIL)\\.COM"));
            case OUTLET_ADDRESSES -> ofOutlets(records, v -> known(v, AttributeName.ADDRESS));
            case OUTLET_EMAILS -> ofOutlets(records, v -> known(v, AttributeName.EMAIL));
            case LOCATIONS_ALONE ->
                share(
                        records,
                        record -> known(record.version(), AttributeName.LOCATION)
                                && !known(record.version(), AttributeName.ADDRESS));
        };
    }

    /** The share of people with more than one phone, or more than one house number. */
    private static double ofSeveral(List<GeneratedRecord> records, String attribute) {
        Map<String, Set<String>> values = new TreeMap<>();
        for (GeneratedRecord record : records) {
            if (record.customer().startsWith("person")) {
                for (String value : record.version().values(attribute)) {
                    values.computeIfAbsent(record.customer(), id -> new TreeSet<>())
                            .add(
                                    attribute.equals(AttributeName.PHONE)
                                            ? digits(value)
                                            : value.replaceAll(".*?(\\d+)号.*", "$1"));
                }
            }
        }
        return share(values.values(), found -> found.size() > 1);
    }

    /** How many people have a name at the help desk in other Latin letters than in the app, which makes no slips. */
    private static double otherLatinNames(List<GeneratedRecord> records) {
        Map<String, String> inApp = new TreeMap<>();
        records.stream()
                .filter(record -> from(record, "app") && has(record.version(), AttributeName.NAME, LATIN))
                .forEach(record -> inApp.put(
                        record.customer(),
                        record.version().values(AttributeName.NAME).get(0)));
        return records.stream()
                .filter(record -> from(record, "support")
                        && has(record.version(), AttributeName.NAME, LATIN)
                        && inApp.containsKey(record.customer())
                        && !record.version().values(AttributeName.NAME).contains(inApp.get(record.customer())))
                .count();
    }

    /** How many family names there are at an address, on average. */
    private static double families(List<GeneratedRecord> records) {
        Map<String, Set<String>> at = new TreeMap<>();
        for (GeneratedRecord record : records) {
            if (from(record, "crm") && record.customer().startsWith("person")) {
                record.version().values(AttributeName.ADDRESS).forEach(address -> at.computeIfAbsent(
                                address, key -> new TreeSet<>())
                        .add(record.version().values(AttributeName.NAME).get(0).substring(0, 1)));
            }
        }
        return at.values().stream().mapToInt(Set::size).average().orElseThrow();
    }

    /** The people by what they give in the CRM or the app. */
    private static Map<String, Set<String>> groups(List<GeneratedRecord> records, String attribute) {
        Map<String, Set<String>> owners = new TreeMap<>();
        for (GeneratedRecord record : records) {
            if (record.customer().startsWith("person")) {
                for (String value : record.version().values(attribute)) {
                    owners.computeIfAbsent(
                                    attribute.equals(AttributeName.PHONE) ? digits(value) : value,
                                    key -> new TreeSet<>())
                            .add(record.customer());
                }
            }
        }
        return owners;
    }

    private static String digits(String phone) {
        String digits = phone.replaceAll("\\D", "");
        return digits.substring(Math.max(0, digits.length() - 11));
    }

    private static double ofPeople(List<GeneratedRecord> records, String system, Predicate<SourceRecord> seen) {
        return share(
                records.stream()
                        .filter(record -> from(record, system)
                                && record.customer().startsWith("person")
                                && !record.version().deleted())
                        .toList(),
                record -> seen.test(record.version()));
    }

    private static double ofOutlets(List<GeneratedRecord> records, Predicate<SourceRecord> seen) {
        return share(
                records.stream()
                        .filter(record -> record.customer().startsWith("outlet")
                                && !record.version().deleted())
                        .toList(),
                record -> seen.test(record.version()));
    }

    private static <T> double share(Iterable<T> items, Predicate<T> seen) {
        double all = 0;
        double found = 0;
        for (T item : items) {
            all++;
            found += seen.test(item) ? 1 : 0;
        }
        return all == 0 ? 0 : found / all;
    }

    private static boolean has(SourceRecord version, String attribute, String shape) {
        return version.values(attribute).stream().anyMatch(value -> value.matches(shape));
    }

    private static boolean known(SourceRecord version, String attribute) {
        return !version.values(attribute).isEmpty();
    }

    private static boolean from(GeneratedRecord record, String system) {
        return record.version().key().source().equals(system);
    }

    private static Set<String> customersOf(List<GeneratedRecord> records, Predicate<GeneratedRecord> wanted) {
        return records.stream().filter(wanted).map(GeneratedRecord::customer).collect(Collectors.toSet());
    }

    private static List<GeneratedRecord> ordinary(Dials dials) {
        return customers(dials)
                .filter(record -> record.scenario() == Scenario.ORDINARY)
                .toList();
    }

    private static Stream<GeneratedRecord> customers(Dials dials) {
        return CustomerGenerator.ofCustomers(SEED, CUSTOMERS).with(dials).stream();
    }

    @Test
    void noBaseRateIsZeroByItself() {
        assertThat(Arrays.stream(BaseRate.values()).map(BaseRate::usual)).allMatch(usual -> usual > 0 && usual < 1);
    }
}
