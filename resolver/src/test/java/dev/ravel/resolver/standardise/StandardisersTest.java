package dev.ravel.resolver.standardise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.identifier.Identifier;
import dev.ravel.model.identifier.IdentifierRole;
import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.settings.ResolverSettings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
        "CN, 1.3800138001E+10, +8613800138001, SUBSCRIBER",
        "CN, 13800138001.0, +8613800138001, SUBSCRIBER",
        "CN, 13800138001转1234, +8613800138001;ext=1234, PRIVACY",
        "CN, '13800138001,1234', +8613800138001;ext=1234, PRIVACY",
        "CN, +86 138-0013-8001-0042, +8613800138001;ext=0042, PRIVACY",
        "CN, 138-0013-8001, +8613800138001, SUBSCRIBER",
        "CN, 21-6288-1234, +862162881234, SUBSCRIBER",
        "CN, 8DB8F9F6B1D6AB8A3CD8F9B7A3F8E7D1, 8db8f9f6b1d6ab8a3cd8f9b7a3f8e7d1, HASHED",
        "CN, md5:8db8f9f6b1d6ab8a3cd8f9b7a3f8e7d1, 8db8f9f6b1d6ab8a3cd8f9b7a3f8e7d1, HASHED",
        "CN, 4008123123, +864008123123, HOTLINE",
        "CN, 138●●●●8001, 138****8001, MASKED",
        "CN, 138####8001, 138****8001, MASKED",
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
    @CsvSource(
            delimiter = '#',
            value = {
                "CN # 13812340001/13912340002         # +8613812340001 +8613912340002",
                "CN # 138 1234 0001 ／ 139-1234-0002   # +8613812340001 +8613912340002",
                "CN # 13812340001、021-62881234         # +8613812340001 +862162881234",
                "CN # 13812340001; 13912340002;        # +8613812340001 +8613912340002",
                "CN # 13812340001；+1 702 919 1300     # +8613812340001 +17029191300",
                "CN # 13812340001,13912340002|13712340003 # +8613812340001 +8613912340002 +8613712340003",
                "CN # 13812340001,13812340001         # +8613812340001",
                "CN # 021-64123456;801, 13812340001   # +862164123456;ext=801 +8613812340001",
                "US # 702-919-1300 / 702-919-1301     # +17029191300 +17029191301",
                "DE # 030/1234567, 0171/1234567       # +49301234567 +491711234567",
                // one number, or parts that are none by themselves
                "CN # 13812340001                     # +8613812340001",
                "CN # 13812340001,1234                # +8613812340001;ext=1234",
                "CN # 021-6412-3456 / 801             # 02164123456801",
                "CN # 021-64123456/7                  # 021641234567",
                "CN # 13812340001/02                  # 1381234000102",
                "CN # 138****0001/139****0002         # 138****0001139****0002",
                "DE # 030/1234567                     # +49301234567",
                "US # 321-3212/321-3213               # 32132123213213"
            })
    void aCellHoldsSeveralNumbersIfEachPartIsOne(String region, String cell, String values) {
        List<String> found = new ArrayList<>();
        new PhoneStandardiser(region).each(cell, (phone, raw) -> found.add(phone.value()));

        assertThat(String.join(" ", new LinkedHashSet<>(found))).isEqualTo(values);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "jay@163.com; jay@qq.com             # jay@163.com jay@qq.com",
                "Jay <jay@163.com>, Kay <kay@qq.com> # jay@163.com kay@qq.com",
                "jay@163.com/kay+shop@qq.com         # jay@163.com kay@qq.com",
                "jay@163.com、kay@qq.com              # jay@163.com kay@qq.com",
                "a/b@example.com                     # a/b@example.com",
                "'\"Green, Joan\" <joan@x.com>'       # joan@x.com",
                "'\"joan@x.com\" <joan@x.com>'        # joan@x.com",
                "jay@163.com/qq.com                  # jay@163.com/qq.com"
            })
    void aCellHoldsSeveralMailboxesIfEachPartIsOne(String cell, String values) {
        List<String> found = new ArrayList<>();
        new EmailStandardiser().each(cell, (email, raw) -> found.add(email.value()));

        assertThat(String.join(" ", found)).isEqualTo(values);
    }

    @Test
    void eachValueOfACellIsAnIdentifierAsItIsWrittenThere() {
        List<Identifier> identifiers = new Standardiser(ResolverSettings.defaults())
                .standardise(record(Map.of("phone", List.of("138 1234 0001 / 13912340002"), "name", List.of("王小明"))))
                .identifiers();

        assertThat(identifiers).extracting(Identifier::value).containsExactly("+8613812340001", "+8613912340002");
        assertThat(identifiers).extracting(Identifier::raw).containsExactly("138 1234 0001", "13912340002");
        assertThat(identifiers).extracting(Identifier::role).containsOnly(IdentifierRole.OWNER);
    }

    /** Shanghai as eviltransform publishes it: one place in two datums and seven writings. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "31.1774276,121.5272106",
                "121.5272106, 31.1774276",
                "gcj02:31.17530398364597,121.531541859215",
                "GCJ-02 31.175304，121.531542",
                "北纬31.1774276° 东经121.5272106°",
                "E121.5272106 N31.1774276",
                "(31.1774276;121.5272106)"
            })
    void onePlaceIsOnePlaceInEveryDatum(String raw) {
        StandardLocation place = new LocationStandardiser("CN").standardise(raw).orElseThrow();

        assertThat(place.metresTo(new StandardLocation(31_177_428, 121_527_211)))
                .isLessThan(2);
    }

    /** A place east of Shanghai as geotool publishes it. */
    @ParameterizedTest
    @ValueSource(strings = {"bd09:30.614846,121.102717", "BD-09LL 121.102717,30.614846", "百度 30.614846,121.102717"})
    void baidusPlacesAreShiftedTwice(String raw) {
        StandardLocation place = new LocationStandardiser("CN").standardise(raw).orElseThrow();

        assertThat(place.metresTo(new StandardLocation(30_610_778, 121_091_708)))
                .isLessThan(2);
    }

    @ParameterizedTest
    @CsvSource({
        "CN, '87.6168, 43.8256', '43.825600,87.616800'",
        "DE, '87.6168, 43.8256', '87.616800,43.825600'",
        "CN, '-33.8688, 151.2093', '-33.868800,151.209300'",
        "DE, '33.8688S 70.6693W', '-33.868800,-70.669300'"
    })
    void swappedCoordinatesAreToldByTheCountry(String region, String raw, String text) {
        assertThat(new LocationStandardiser(region).standardise(raw).map(StandardLocation::text))
                .contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0,0",
                "0.000000, 0.000000",
                "31.2,121.5",
                "31,121",
                "91.123,181.456",
                "-",
                "31.1774276",
                "上海市",
                "null,null"
            })
    void whatIsNoPlaceOfACustomerIsBlank(String raw) {
        assertThat(new LocationStandardiser("CN").standardise(raw)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.38E+10", "1.38001380e10", "1E+10"})
    void aNumberThatLostItsDigitsIsBlank(String raw) {
        assertThat(new PhoneStandardiser("CN").standardise(raw)).isEmpty();
        assertThat(document(raw, IdentifierType.LOYALTY_CARD)).isEmpty();
        assertThat(SpreadsheetNumber.lostIn(record(Map.of("phone", List.of(raw), "name", List.of("王小明")))))
                .isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12E34", "1e5x", "v1.2e", "3.50", "AB1.0"})
    void whatOnlyLooksLikeANumberOfASpreadsheetStays(String raw) {
        assertThat(SpreadsheetNumber.repaired(FoldedText.of(raw))).isEqualTo(FoldedText.of(raw));
    }

    @ParameterizedTest
    @CsvSource({"MD5, 13800138001", "MD5, +8613800138001", "SHA-1, 8613800138001", "SHA-256, 13800138001"})
    void aHashAgreesWithTheNumberThatItIsOf(String algorithm, String writing) throws NoSuchAlgorithmException {
        byte[] hash = MessageDigest.getInstance(algorithm).digest(writing.getBytes(StandardCharsets.US_ASCII));
        String value = new PhoneStandardiser("CN")
                .standardise(HexFormat.of().withUpperCase().formatHex(hash))
                .orElseThrow()
                .value();

        assertThat(HashedPhone.isHash(value)).isTrue();
        assertThat(HashedPhone.isOf(value, "+8613800138001")).isTrue();
        assertThat(HashedPhone.isOf(value, "+8613800138002")).isFalse();
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
        "CN, 1978-06, 1978-06, false",
        "CN, 1650-08-01, 1650-08-01, false",
        "GB, 14 October 1066, 1066-10-14, false",
        "CN, 1620, 1620, false",
        "CN, 90/3/12, 1990-03-12, false",
        "US, 90/3/12, 1990-03-12, false",
        "CN, 05-06-07, 2005-06-07, false",
        "GB, 05-06-07, 2007-06-05, true",
        "GB, 5/6/28, 1928-06-05, true",
        "CN, 3/1/70, 1970-01-03, true",
        "CN, 900312, 1990-03-12, false",
        "CN, 199003, 1990-03, false",
        "CN, 32944, 1990-03-12, false",
        "CN, 一九九〇年三月十二日, 1990-03-12, false",
        "CN, 二零零八年十月二十日, 2008-10-20, false",
        "CN, 民国79年3月12日, 1990-03-12, false"
    })
    void dates(String region, String raw, String text, boolean ambiguous) {
        StandardDate date = new DateStandardiser(region).standardise(raw, 2026).orElseThrow();

        assertThat(date.text()).isEqualTo(text);
        assertThat(date.ambiguous()).isEqualTo(ambiguous);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/31/1990", "19903131", "hello", "n/a", "12"})
    void whatIsNoDateIsNone(String raw) {
        assertThat(new DateStandardiser("US").standardise(raw, 2026)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "王小明 | wang | xiaoming | 0",
                "王小明先生 | wang | xiaoming | 0",
                "王小明（收） | wang | xiaoming | 0",
                "小明 王 | wang | xiaoming | 0",
                "王 小明 | wang | xiaoming | 0",
                "欧阳 娜 | ouyang | na | 0",
                "Lv Xiaoming | xiaoming | lu | 0",
                "吕小明 | lu | xiaoming | 0",
                "Md Rahman | rahman | md | 0",
                "John Smith MD | smith | john | 0",
                "歐陽娜娜 | ouyang | nana | 0",
                "王女士 | wang | | 0",
                "约翰·史密斯 | shimisi | yuehan | 0",
                "艾力・买买提 | maimaiti | aili | 0",
                "约翰 • F. 史密斯 | si | yue han f shi mi | 0",
                "Robert Smith | smith | robert | 0",
                "Dr. Robert E. Smith Jr. | smith | robert e | 2",
                "Smith, Robert E | smith | robert e | 0",
                "Ludwig van Beethoven | van beethoven | ludwig | 0",
                "Ellie O'Hare | ohare | ellie | 0",
                "Sir John Smith, 2nd Bt | smith | john | 2",
                "Smith, Sir John, 3rd Baronet | smith | john | 3",
                "John Churchill, 1st Duke of Marlborough | churchill | john | 0",
                "Charles Spencer 3rd Earl of Sunderland | spencer | charles | 0",
                "Sir Thomas Chaloner, Bt. | chaloner | thomas | 0",
                "Count, Mary | count | mary | 0",
                "Earl, John | earl | john | 0",
                "Lord Byron | byron | | 0",
                "Louis XIV | louis | | 14",
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
        "Siemens Aktiengesellschaft, siemens, ''",
        "株式会社日立製作所, ri li zhi zuo suo, ''",
        "Stripe Limited Liability Company, stripe, ''",
        "Volkswagen Gesellschaft mit beschränkter Haftung, volkswagen, ''",
        "Faberlic Europe Sp. z o.o., faberlic europe, ''",
        "First Three Percenters, 1st 3 percenters, ''",
        "Joint Stock Company, joint stock, ''",
        "Rosneft PJSC, rosneft, ''",
        "Rosneft Public Joint-Stock Company, rosneft, ''",
        "Bank Mandiri (Persero) Tbk PT, bank mandiri, persero",
        "Koç Anonim Şirketi, koc, ''",
        "Nokia Osakeyhtiö, nokia, ''",
        "蜜雪冰城总店, mi xue bing cheng, 总店",
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

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "John Smith,          John,   Quincy, Smith,   smith, john quincy, 1",
                "J. Smith,            John,   -,      Smith,   smith, john,        1",
                "Smith John,          John,   -,      Smith,   smith, john,        1",
                "Dr John Q Smith Jr,  John,   -,      Smith,   smith, john q,      1",
                "Maria Garcia Lopez,  Maria,  -,      Garcia,  garcia, maria lopez, 1",
                "欧阳小明,              小明,    -,      欧阳,     ouyang, xiaoming,   1",
                "王小明,               Xiaoming, -,    Wang,    wang,  xiaoming,    2",
                "Ann Miller,          Ann,    -,      Smith,   miller, ann,        2",
            })
    void aFullNameBesideItsPartsIsOneName(
            String full,
            String given,
            @Nullable String middle,
            String familyName,
            String family,
            String givenNames,
            int count) {
        Map<String, List<String>> attributes = new TreeMap<>();
        attributes.put("name", List.of(full));
        attributes.put("givenName", List.of(given));
        attributes.put("familyName", List.of(familyName));
        if (middle != null) {
            attributes.put("middleName", List.of(middle));
        }

        List<PersonName> people = new Standardiser(ResolverSettings.defaults())
                .standardise(record(attributes))
                .values()
                .people();

        assertThat(people).hasSize(count);
        assertThat(people.get(0).family()).extracting(NameToken::text).containsExactly(family);
        assertThat(people.get(0).given()).extracting(NameToken::text).containsExactly(givenNames.split(" "));
        assertThat(people.get(people.size() - 1).partsKnown()).isTrue();
    }

    @Test
    void anAddressBesideItsPartsIsOneAddress() {
        SourceRecord record = record(Map.of(
                "address",
                List.of("1 High Street", "1 High St, London SW1A 1AA", "2 High St, London"),
                "name",
                List.of("Ann")));

        assertThat(new Standardiser(ResolverSettings.defaults())
                        .standardise(record)
                        .values()
                        .addresses())
                .extracting(StandardAddress::value)
                .containsExactly("1 high st london sw1a 1aa", "2 high st london");
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
        assertThat(document(raw, IdentifierType.NATIONAL_ID)).contains(new StandardDocument(scope, value, partial));
    }

    @ParameterizedTest
    @CsvSource({
        "NATIONAL_ID, 110105194912310021, '', 110105194912310021, true",
        "NATIONAL_ID, CN/110105194912310021, CN, 110105194912310021, true",
        "NATIONAL_ID, 123456789012345677, '', 123456789012345677, false",
        "NATIONAL_ID, 110105491231002, CN, 11010519491231002X, false",
        "NATIONAL_ID, 110105491331002, '', 110105491331002, false",
        "BUSINESS_LICENCE, 110105491231002, '', 110105491231002, false",
        "BUSINESS_LICENCE, 91350100M000100Y43, CN, 91350100M000100Y43, false",
        "TAX_ID, 9135 0100 M000 100Y 43, CN, 91350100M000100Y43, false",
        "BUSINESS_LICENCE, 91350100M000100Y44, '', 91350100M000100Y44, true",
        "PASSPORT, 91350100M000100Y44, '', 91350100M000100Y44, false"
    })
    void chineseNumbersAreHeldAgainstTheirCheckSign(
            IdentifierType type, String raw, String scope, String value, boolean partial) {
        assertThat(document(raw, type)).contains(new StandardDocument(scope, value, partial));
    }

    @Test
    void numbersOfOtherRegionsAreNotHeldAgainstChineseCheckSigns() {
        assertThat(new DocumentStandardiser(Places.shipped(), "US")
                        .standardise("110105194912310021", IdentifierType.NATIONAL_ID))
                .contains(new StandardDocument("", "110105194912310021", false));
    }

    private static Optional<StandardDocument> document(String raw, IdentifierType type) {
        return new DocumentStandardiser(Places.shipped(), "CN").standardise(raw, type);
    }

    private static SourceRecord record(Map<String, List<String>> attributes) {
        return SourceRecord.of(
                RecordKey.of("crm", "1"), RecordType.PERSON, Instant.parse("2026-01-01T00:00:00Z"), attributes);
    }

    @Test
    void openIdsAreOfOneAppAndKeepTheirCase() {
        assertThat(AccountStandardiser.standardise(" wx8a1f/oGZUI0egBJY1zhBYw2KhdUfwVJJE"))
                .contains(new StandardDocument("wx8a1f", "oGZUI0egBJY1zhBYw2KhdUfwVJJE", false));
        assertThat(AccountStandardiser.standardise("wx77b2/oGZUI0egBJY1zhBYw2KhdUfwVJJE"))
                .isNotEqualTo(AccountStandardiser.standardise("wx8a1f/oGZUI0egBJY1zhBYw2KhdUfwVJJE"));
        assertThat(AccountStandardiser.standardise("无")).isEmpty();
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
