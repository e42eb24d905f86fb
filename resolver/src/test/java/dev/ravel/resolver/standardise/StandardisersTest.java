package dev.ravel.resolver.standardise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardisersTest {
    @ParameterizedTest
    @CsvSource({
        "CN, 138 0013 8001, +8613800138001, SUBSCRIBER",
        "CN, +86-138-0013-8001, +8613800138001, SUBSCRIBER",
        "CN, １３８００１３８００１, +8613800138001, SUBSCRIBER",
        "CN, 138****8001, 138****8001, MASKED",
        "CN, 4008123123, +864008123123, HOTLINE",
        "US, 702-919-1300, +17029191300, SUBSCRIBER",
        "US, (800) 234-5678, +18002345678, HOTLINE",
        "US, 702-919-1300 ext 12, +17029191300;ext=12, SUBSCRIBER",
        "US, 321-3212, 3213212, DIGITS",
        "AU, 00-00000000, 0000000000, DIGITS"
    })
    void phones(String region, String raw, String value, StandardPhone.Kind kind) {
        StandardPhone phone = new PhoneStandardiser(region).standardise(raw).orElseThrow();

        assertThat(phone.value()).isEqualTo(value);
        assertThat(phone.kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "Bob.Smith+news@Gmail.com, bobsmith@gmail.com, false",
        "bob@googlemail.com, bob@gmail.com, false",
        "Maria Sentosa<msentosa@fmail.com>, msentosa@fmail.com, false",
        "mailto:a.b@work.com, a.b@work.com, false",
        "INFO@ca-state.gov, info@ca-state.gov, true"
    })
    void emails(String raw, String value, boolean shared) {
        assertThat(new EmailStandardiser().standardise(raw)).contains(new StandardEmail(value, shared));
    }

    @ParameterizedTest
    @CsvSource({
        "US, 12/11/1978, 1978-12-11, true",
        "GB, 12/11/1978, 1978-11-12, true",
        "US, 20/8/1991, 1991-08-20, false",
        "US, 3/1/70, 1970-03-01, true",
        "CN, Mar 1 1970, 1970-03-01, false",
        "CN, 24-May-11, 2011-05-24, false",
        "CN, 19340812, 1934-08-12, false",
        "CN, 1990年1月2日, 1990-01-02, false",
        "CN, 1990-01-02T00:00:00, 1990-01-02, false",
        "CN, 1978, 1978, false",
        "CN, 1978-06, 1978-06, false"
    })
    void dates(String region, String raw, String text, boolean ambiguous) {
        StandardDate date = new DateStandardiser(region).standardise(raw).orElseThrow();

        assertThat(date.text()).isEqualTo(text);
        assertThat(date.ambiguous()).isEqualTo(ambiguous);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/31/1990", "19903131", "hello", "n/a", "12"})
    void whatIsNoDateIsNone(String raw) {
        assertThat(new DateStandardiser("US").standardise(raw)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "王小明 | wang | xiaoming | 0",
                "王小明先生 | wang | xiaoming | 0",
                "歐陽娜娜 | ouyang | nana | 0",
                "王女士 | wang | | 0",
                "Robert Smith | smith | robert | 0",
                "Dr. Robert E. Smith Jr. | smith | robert e | 2",
                "Smith, Robert E | smith | robert e | 0",
                "Ludwig van Beethoven | van beethoven | ludwig | 0",
                "Ellie O'Hare | ohare | ellie | 0",
                "MÜLLER, Jürgen | muller | jurgen | 0",
                "Ｊｏｈｎ Ｓｍｉｔｈ III | smith | john | 3",
                "ВАСИЛЬЕВ, Александр | vasilev | aleksandr | 0"
            })
    void fullNames(String raw, String family, String given, int generation) {
        PersonName name = new NameStandardiser().ofFullName(raw).orElseThrow();

        assertThat(name.family().stream().map(NameToken::text).collect(Collectors.joining(" ")))
                .isEqualTo(family);
        assertThat(name.given().stream().map(NameToken::text).collect(Collectors.joining(" ")))
                .isEqualTo(given == null ? "" : given);
        assertThat(name.generation()).isEqualTo(generation);
    }

    @ParameterizedTest
    @CsvSource({
        "Univrsl Export Inc, univrsl export, ''",
        "Müllenkranz GmbH & Co. KG, mullenkranz, ''",
        "广州华润万家有限公司, guang zhou hua run wan jia, ''",
        "华润万家（天河区店）, hua run wan jia, 天河区",
        "Hajah Mamunah (Jln Pisang), hajah mamunah, jln pisang"
    })
    void organizationNames(String raw, String core, String branch) {
        OrganizationName name =
                new OrganizationNameStandardiser().standardise(raw).orElseThrow();

        assertThat(name.core()).isEqualTo(core);
        assertThat(name.branch()).isEqualTo(branch);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1515 Adela Street, Las Vegas, NV 89132-0000 | 1515 adela st las vegas nv 89132 | 89132",
                "80 Delaware Ave. S.E. | 80 delaware ave se | ''",
                "上海市浦东新区张江路123弄45号 | 上海 浦东新区 张江路 123弄 45号 | ''",
                "Third Avenue | 3rd ave | ''"
            })
    void addresses(String raw, String value, String postcode) {
        StandardAddress address =
                new AddressStandardiser().standardise(raw, "", "").orElseThrow();

        assertThat(address.value()).isEqualTo(value);
        assertThat(address.postcode()).isEqualTo(postcode);
    }

    @Test
    void aStandardisedAddressStaysAsItIs() {
        AddressStandardiser addresses = new AddressStandardiser();
        String once = addresses
                .standardise("1450 N City Road, Suite 900, Arlington VA 23208", "", "")
                .orElseThrow()
                .value();

        assertThat(addresses.standardise(once, "", "").orElseThrow().value()).isEqualTo(once);
    }

    @ParameterizedTest
    @CsvSource({
        "USA/1025-1111, US, 10251111, false",
        "Germany/234456456, DE, 234456456, false",
        "Texas/823123, TX, 823123, false",
        "11010519491231002X, CN, 11010519491231002X, false",
        "3241, '', 3241, true"
    })
    void documents(String raw, String scope, String value, boolean partial) {
        assertThat(new DocumentStandardiser(Places.shipped()).standardise(raw))
                .contains(new StandardDocument(scope, value, partial));
    }

    @ParameterizedTest
    @ValueSource(strings = {"n/a", "N/A", "unknown", "无", "-", "null", " 未知 ", "NULL", "none"})
    void wordsForNothingAreBlank(String raw) {
        assertThat(FoldedText.isBlank(raw)).isTrue();
        assertThat(new NameStandardiser().ofFullName(raw)).isEmpty();
        assertThat(new PhoneStandardiser("CN").standardise(raw)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "geoffrey, JFR",
        "jeffrey, JFR",
        "siddiqui, STK",
        "sdyqy, STK",
        "thompson, TMPSN",
        "tompson, TMPSN",
        "candace, KNTS",
        "kandace, KNTS",
        "wright, RT",
        "knight, NT"
    })
    void namesThatSoundAlikeShareAKey(String name, String key) {
        assertThat(Phonetics.key(name)).isEqualTo(key);
    }
}
