package dev.ravel.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ravel.model.record.AttributeName;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WritingFlawsTest {
    private static final long SEED = 7;
    private static final int VERSIONS = 20_000;

    @ParameterizedTest
    @CsvSource({
        "MASKED_PHONES, phone, '.*', '1\\d\\d[*]{4}\\d{4}'",
        "HASHED_PHONES, phone, '.*', '[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}'",
        "LENT_PHONES, phone, '.*', '170000000\\d\\d转\\d{4}'",
        "SHORTENED_PHONES, phone, '.*', '1[.]\\d\\dE[+]10'",
        "SCIENTIFIC_PHONES, phone, '.*', '1[.]\\d{10}E[+]10'",
        "OLD_IDENTITY_NUMBERS, nationalId, '\\d{6}19.*', '\\d{15}'",
        "PINYIN, name, '\\p{IsHan}+', '[A-Z][a-z]+ [A-Z][a-z]+'",
        "SPLIT_COMPOUNDS, name, '(欧阳|诸葛|上官|司马).+', '[欧诸上司], [阳葛官马].+'",
        "SWAPPED_NAMES, name, '\\p{IsHan}+', '\\p{IsHan}+ \\p{IsHan}+'",
        "TITLES, name, '.*', '.*(先生|女士|博士)|(Mr|Ms|Dr) .*'",
        "DROPPED_PROVINCES, address, '广东省.*', '(广州|深圳|东莞|佛山).*'",
        "BRANCH_SUFFIXES, organizationName, '.*（.*', '.*店[^（]+店'",
        "BRANCH_SUFFIXES, organizationName, '[^（]*', '.*总店'",
        "TRADITIONAL, address, '.*号.*', '.*號.*'",
        "TRADITIONAL, organizationName, '.*[饭药]店', '.*[飯藥]店'",
        "PLUS_TAGS, email, '.*', '[^@+]+[+][a-z0-9]+@.*'",
        "MAILBOX_DOTS, email, '[^.]*@gmail[.]com', '[^.@]+[.][^.@]+@gmail[.]com'",
        "ROLE_MAILBOXES, email, '.*', '(info|service|kefu|sales|office)@company.*'",
        "FIRSTS_OF_JANUARY, birthDate, '.*', '\\d{4}-01-01'",
        "FULL_WIDTH, phone, '.*', '[０-９＋－（）　]+'",
        "FULL_WIDTH, email, '.*', '[^@]+＠[^@]+'"
    })
    void aFlawIsSeenAsOftenAsItsShareSays(WritingFlaw flaw, String attribute, String before, String after) {
        List<GeneratedRecord> clean = records(WritingFlaws.NONE);
        List<GeneratedRecord> flawed = records(WritingFlaws.NONE.with(flaw, 0.3));
        Pattern concerned = Pattern.compile(before);
        Pattern spoiled = Pattern.compile(after);

        int of = 0;
        int seen = 0;
        for (int i = 0; i < clean.size(); i++) {
            List<String> values = clean.get(i).version().values(attribute);
            if (clean.get(i).scenario() == Scenario.ORDINARY
                    && !values.isEmpty()
                    && concerned.matcher(values.get(0)).matches()
                    && !spoiled.matcher(values.get(0)).matches()) {
                of++;
                String now = flawed.get(i).version().values(attribute).get(0);
                seen += spoiled.matcher(now).matches() ? 1 : 0;
            }
        }

        assertThat(of).as("values that %s concerns", flaw).isGreaterThan(20);
        assertThat((double) seen / of).isCloseTo(0.3, within(0.02 + 1.3 / Math.sqrt(of)));
    }

    @ParameterizedTest
    @EnumSource(WritingFlaw.class)
    void aFlawSpoilsSomeAndAtMostItsShare(WritingFlaw flaw) {
        List<GeneratedRecord> clean = records(WritingFlaws.NONE);
        List<GeneratedRecord> flawed = records(WritingFlaws.NONE.with(flaw, 0.3));

        assertThat(flawed).hasSameSizeAs(clean);
        int changed = 0;
        int ordinary = 0;
        for (int i = 0; i < clean.size(); i++) {
            assertThat(flawed.get(i).customer()).isEqualTo(clean.get(i).customer());
            assertThat(flawed.get(i).version().key())
                    .isEqualTo(clean.get(i).version().key());
            boolean same = flawed.get(i).equals(clean.get(i));
            if (clean.get(i).scenario() == Scenario.ORDINARY) {
                ordinary++;
                changed += same ? 0 : 1;
            } else {
                assertThat(same).as("%s leaves the scenarios alone", flaw).isTrue();
            }
        }

        assertThat((double) changed / ordinary).isGreaterThan(0.0005).isLessThan(0.32);
    }

    @ParameterizedTest
    @CsvSource({"crm, 32", "shop, 40", "app, 64"})
    void eachSystemHashesItsOwnWay(String source, int digits) {
        WritingFlaws hashed = WritingFlaws.NONE.with(WritingFlaw.HASHED_PHONES, 1);

        List<String> phones = CustomerGenerator.ofVersions(SEED, 2_000).with(hashed).stream()
                .filter(record -> record.scenario() == Scenario.ORDINARY)
                .filter(record -> record.version().key().source().equals(source))
                .flatMap(record -> record.version().values(AttributeName.PHONE).stream())
                .filter(value -> value.matches("[0-9a-f]{20,}"))
                .toList();

        assertThat(phones).isNotEmpty().allMatch(value -> value.length() == digits);
    }

    @Test
    void aNameIsMistakenForOneOfTheSameSound() {
        List<GeneratedRecord> clean = records(WritingFlaws.NONE);
        List<GeneratedRecord> flawed = records(WritingFlaws.NONE.with(WritingFlaw.TYPOS, 1));

        int mistaken = 0;
        for (int i = 0; i < clean.size(); i++) {
            String name = first(clean.get(i), AttributeName.NAME);
            String now = first(flawed.get(i), AttributeName.NAME);
            PersonName known = NameReader.chinese(name).orElse(null);
            if (known != null && !now.equals(name)) {
                assertThat(NameReader.chinese(now).map(PersonName::givenFirst)).contains(known.givenFirst());
                mistaken++;
            }
        }

        assertThat(mistaken).isGreaterThan(VERSIONS / 3);
    }

    @Test
    void blankWordsTakeNoValueAway() {
        List<GeneratedRecord> clean = records(WritingFlaws.NONE);
        List<GeneratedRecord> flawed = records(WritingFlaws.NONE.with(WritingFlaw.BLANK_WORDS, 1));

        for (int i = 0; i < clean.size(); i++) {
            assertThat(flawed.get(i).version().attributes())
                    .containsAllEntriesOf(clean.get(i).version().attributes());
        }
    }

    @Test
    void aFlawLeavesTheOthersAsTheyAre() {
        List<GeneratedRecord> one = records(WritingFlaws.NONE.with(WritingFlaw.TITLES, 0.3));
        List<GeneratedRecord> two =
                records(WritingFlaws.NONE.with(WritingFlaw.TITLES, 0.3).with(WritingFlaw.PLUS_TAGS, 0.3));

        for (int i = 0; i < one.size(); i++) {
            assertThat(first(two.get(i), AttributeName.NAME)).isEqualTo(first(one.get(i), AttributeName.NAME));
        }
    }

    @Test
    void sharesThatAreNoneOrAddUpToMoreThanAllAreRefused() {
        WritingFlaws half = WritingFlaws.NONE.with(WritingFlaw.MASKED_PHONES, 0.6);

        assertThatThrownBy(() -> half.with(WritingFlaw.HASHED_PHONES, 0.5)).hasMessageContaining("more than 1");
        assertThatThrownBy(() -> half.with(WritingFlaw.TITLES, -0.1)).hasMessageContaining("TITLES");
        assertThatThrownBy(() -> half.with(WritingFlaw.TITLES, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String first(GeneratedRecord record, String attribute) {
        List<String> values = record.version().values(attribute);
        return values.isEmpty() ? "" : values.get(0);
    }

    private static List<GeneratedRecord> records(WritingFlaws flaws) {
        return CustomerGenerator.ofVersions(SEED, VERSIONS).with(flaws).stream().toList();
    }
}
