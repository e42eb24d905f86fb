package dev.ravel.resolver.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.settings.ResolverSettings;
import dev.ravel.resolver.standardise.Standardiser;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every level of every comparison, by two records that have it; in either order. */
class ComparisonLevelsTest {
    private static final Standardiser STANDARDISER = new Standardiser(ResolverSettings.defaults());

    /** Comparison, level, two records; {@code _} is a blank, O is an organisation. */
    private static final String LEVELS =
            """
            familyName exact            name=Ann_Miller | name=Ann_Miller
            familyName sameReading      name=王小明 | familyName=Wang givenName=Xiaoming
            familyName partSame         familyName=Garcia_Lopez givenName=Ana | familyName=Garcia givenName=Ana
            familyName similar          name=Ann_Anderson | name=Ann_Andersen
            familyName initial          familyName=M givenName=Ann | familyName=Miller givenName=Ann
            familyName loose            name=Elizabeth_Wright | name=Elizabeth_Whigt
            familyName different        name=Ann_Miller | name=Ann_Brown
            familyName sharedByOthers   name=Ann_Miller | name=Robert_Miller
            givenName exact             name=Ann_Miller | name=Ann_Miller
            givenName sameReading       name=王小明 | familyName=Wang givenName=Xiaoming
            givenName nickname          name=Robert_Miller | name=Bob_Miller
            givenName similar           name=Katharina_Wang | name=Kathrina_Wang
            givenName similar           name=王小明 | name=王晓明
            givenName middleDiffers     name=Ann_Rose_Miller | name=Ann_Mary_Miller
            givenName initial           name=A_Miller | name=Ann_Miller
            givenName loose             name=Mary_Miller | name=Mark_Miller
            givenName different         name=Ann_Miller | name=Robert_Miller
            nameOrder swapped           familyName=Miller givenName=Ann | familyName=Ann givenName=Miller
            generation same             name=Ann_Miller_Jr | name=Ann_Miller_II
            generation different        name=Ann_Miller_Jr | name=Ann_Miller_Sr
            organizationName exact      O name=Granite_Holdings_Ltd | O name=Granite_Holdings_GmbH
            organizationName similar    O name=Granite_Holdings | O name=Granit_Holdings
            organizationName contained  O name=Hajah_Maimunah | O name=Hajah_Maimunah_Singapore_Restaurant
            organizationName overlapping O name=Granite_Quarry_Services | O name=Granite_Quarry_Transport
            organizationName otherBranch O name=华润万家（天河区店） | O name=华润万家（越秀店）
            organizationName otherBranch O name=家乐福天河店 | O name=家乐福越秀店
            organizationName otherBranch O name=沃尔玛购物天河区店 | O name=沃尔玛购物（越秀店）
            organizationName otherBranch O name=蜜雪冰城总店 | O name=蜜雪冰城天河分店
            organizationName exact      O name=家乐福天河店 | O name=家乐福（天河区店）
            organizationName exact      O name=华润万家总店 | O name=华润万家
            organizationName overlapping O name=阳光水果店 | O name=阳光永果店
            organizationName different  O name=Granite_Holdings | O name=Seaside_Bakery
            birthDate exact             birthDate=1984-03-12 | birthDate=1984-03-12
            birthDate dayMonthSwapped   birthDate=1984-03-12 | birthDate=1984-12-03
            birthDate oneDigitOff       birthDate=1984-03-12 | birthDate=1984-03-13
            birthDate twoPartsSame      birthDate=1984-03-12 | birthDate=1984-03-25
            birthDate yearOnly          birthDate=1984-01-01 | birthDate=1984-11-25
            birthDate close             birthDate=1984-03-12 | birthDate=1984-04-02
            birthDate sameYear          birthDate=1984-03-12 | birthDate=1984-11-25
            birthDate different         birthDate=1984-03-12 | birthDate=1995-03-27
            birthDate contradictory     birthDate=1984-03-12 | birthDate=1967-11-25
            household sameBirthDate     name=Ann_Miller phone=13812340001 birthDate=1984-03-12 | name=Robert_Miller phone=13812340001 birthDate=1984-03-12
            household otherBirthDate    name=Ann_Miller phone=13812340001 birthDate=1984-03-12 | name=Robert_Miller phone=13812340001 birthDate=1967-11-25
            gender same                 gender=F | gender=女
            gender different            gender=F | gender=男
            phone same                  phone=13812340001 | phone=+86_138_1234_0001
            phone sameOtherTime         phone=13812340001 | @2015 phone=13812340001
            phone sameWeak              phone=138****0001 | phone=13812340001
            phone sameTail              phone=62881234 | phone=021-62881234
            phone oneDigitOff           phone=13812340001 | phone=13812340007
            phone different             phone=13812340001 | phone=13987654321
            phone sharedByOthers        name=Ann_Miller phone=13812340001 | name=Robert_Miller phone=13812340001
            email same                  email=Ann.Miller@example.com | email=ann.miller@EXAMPLE.com
            email sameOtherTime         email=annabel@example.com | @2015 email=annabel@example.com
            email sameRole              email=info@example.com | email=info@example.com
            email similar               email=annabel@example.com | email=anabel@example.com
            email sameLocalPart         email=annabel77@example.com | email=annabel77@other.org
            email different             email=annabel@example.com | email=robert@other.org
            email sharedByOthers        name=Ann_Miller email=home77@example.com | name=Robert_Miller email=home77@example.com
            address same                address=12_High_Street_Leeds | address=12_High_St_Leeds
            address samePremises        address=12_High_Street_Leeds | address=12_High_Street_Leeds_Yorkshire
            address similar             address=12_Albert_High_Street_Leeds | address=12_Victoria_High_Street_Bradford_Leeds
            address sameBuilding        address=Flat_3,_12_High_Street_Leeds | address=Flat_4,_12_High_Street_Leeds
            address sameBuilding        address=上海市浦东新区张江路123弄45号601室 | address=浦东新区张江路123弄45号602室
            address samePremises        address=广东省广州市天河区中山路12号阳光花园3栋501室 | address=广州天河区阳光花园3-501
            address different           address=北京市朝阳区建设路12号阳光花园3栋501室 | address=广州市天河区建设路12号阳光花园3栋501室
            address different           address=12_Oak_Avenue_Springfield_Illinois | address=12_Elm_Avenue_Springfield_Illinois
            address similar             address=广州市天河区中山路12号501室 | address=广州市天河区中出路12号501室
            address sameStreet          address=12_Northumberland_Avenue_Leeds | address=97_Northumberland_Avenue_Leeds
            address sameLocality        city=Leeds | city=Leeds
            address sameLocality        O address=Moscow,_Russia | O address=Moscow_101000_RU
            address sameLocality        O city=Moscow | O address=Office_5,_12_Tverskaya_Street,_Moscow
            address sharedByOthers      O name=Metall_Logistics city=Moscow | O name=Metall_Logistics_Marine city=Moscow
            address same                O name=Metall_Logistics address=12_High_Street | O name=Metall_Logistics_Marine address=12_High_Street
            address nearLocality        postcode=TQ13_8DF | postcode=TQ13_8HU
            address nearLocality        postcode=94110 | postcode=94117
            address otherLocality       postcode=TQ13_8DF | postcode=BA1_2HU
            address otherLocality       city=Leeds | city=Bristol
            address different           address=12_High_Street_Leeds | address=97_Northumberland_Avenue_Bristol
            address otherOutlet         O address=12_High_Street_Leeds | O address=97_Northumberland_Avenue_Bristol
            address sharedByOthers      name=Ann_Miller address=12_High_Street_Leeds | name=Robert_Brown address=12_High_Street_Leeds
            location sameSpot           location=31.2304,121.4737 | location=31.2304,121.4741
            location nearby             location=31.2304,121.4737 | location=31.2304,121.4767
            location sameArea           location=31.2304,121.4737 | location=31.2304,121.4937
            location far                location=31.2304,121.4737 | location=22.5438,113.9123
            location otherOutlet        O location=31.2304,121.4737 | O location=31.2304,121.4937
            location sharedByOthers     name=Ann_Miller location=31.2304,121.4737 | name=Robert_Brown location=31.2304,121.4737
            employer same               employer=Granite_Holdings_Ltd | employer=Granite_Holdings
            employer similar            employer=Granite_Holdings | email=ann@granite.io
            employer different          employer=Granite_Holdings | employer=Seaside_Bakery
            employer sharedByOthers     name=Ann_Miller employer=Granite_Holdings | name=Robert_Brown employer=Granite_Holdings
            device same                 device=tablet-7 | device=tablet-7
            device sameOtherTime        device=tablet-7 | @2015 device=tablet-7
            device sharedByOthers       name=Ann_Miller device=tablet-7 | name=Robert_Brown device=tablet-7
            nationalId same             nationalId=US/294669999 | nationalId=US/294-66-9999
            nationalId samePart         nationalId=1101**********002X | nationalId=11010519491231002X
            nationalId oneSignOff       nationalId=US/294669999 | nationalId=US/294669998
            nationalId different        nationalId=US/294669999 | nationalId=US/201777719
            passport same               passport=US/10251111 | passport=USA/1025-1111
            passport samePart           passport=1111 | passport=1111
            passport oneSignOff         passport=US/10251111 | passport=US/10251112
            passport different          passport=US/10251111 | passport=US/10252222
            driversLicence same         driversLicence=NV/11223344 | driversLicence=NV/11223344
            driversLicence samePart     driversLicence=3344 | driversLicence=3344
            driversLicence oneSignOff   driversLicence=NV/11223344 | driversLicence=NV/11223345
            driversLicence different    driversLicence=NV/11223344 | driversLicence=NV/77665544
            taxId same                  taxId=DE/123456789 | taxId=DE/123456789
            taxId samePart              taxId=6789 | taxId=6789
            taxId oneSignOff            taxId=DE/123456789 | taxId=DE/123456780
            taxId different             taxId=DE/123456789 | taxId=DE/987654321
            taxId sharedByOthers        O name=Bee_Fruits taxId=DE/123456789 address=12_High_Street_Leeds | O name=Bee_Fruits taxId=DE/123456789 address=97_Northumberland_Avenue_Bristol
            businessLicence same        businessLicence=91350100M000100Y43 | businessLicence=91350100M000100Y43
            businessLicence same        O businessLicence=7736050003 | O taxId=7736050003
            businessLicence samePart    businessLicence=0Y43 | businessLicence=0Y43
            businessLicence oneSignOff  businessLicence=DE/123456789 | businessLicence=DE/123456780
            businessLicence different   businessLicence=DE/123456789 | businessLicence=DE/987654321
            businessLicence sharedByOthers O name=小蜜蜂水果店（天河店） businessLicence=91350100M000100Y43 | O name=小蜜蜂水果店（越秀店） businessLicence=91350100M000100Y43
            taxId different             taxId=91350100M000100Y43 | taxId=911101087765432108
            businessLicence different   businessLicence=91350100M000100Y43 | businessLicence=911101087765432108
            account same                unionId=u/oGZU77 | unionId=u/oGZU77
            loyaltyCard same            loyaltyCard=77001 | loyaltyCard=77001
            loyaltyCard sharedByOthers  name=Ann_Miller loyaltyCard=77001 | name=Robert_Brown loyaltyCard=77001
            website same                website=www.granite.io | website=https://granite.io/
            website different           website=granite.io | website=seaside.com
            origin same                 origin=Leeds | origin=leeds
            origin same                 O origin=Germany | O origin=DE
            origin similar              origin=Chelsea,_London | origin=London
            origin similar              origin=Nottingham | origin=Notingham
            origin different            origin=Leeds | origin=Bristol
            occupation same             occupation=Painter | occupation=painter
            occupation different        occupation=Painter | occupation=Banker
            """;

    private int next;

    static List<String> rows() {
        return LEVELS.lines().toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void twoRecordsHaveTheLevelInEitherOrder(String row) {
        String[] parts = row.split(" +", 3);
        String[] records = parts[2].split(" \\| ");
        LiveRecord left = live(records[0]);
        LiveRecord right = live(records[1]);

        assertThat(levels(left, right)).containsEntry(parts[0], parts[1]);
        assertThat(levels(right, left)).isEqualTo(levels(left, right));
    }

    @ParameterizedTest
    @CsvSource({
        "7736050003, 1027700070518",
        "DE/123456789, DE/98765432109",
        "HRB12345, 77360500",
        "HRB12345, DE/77360500"
    })
    void numbersOfDifferentRegistersContradictInNothing(String one, String other) {
        assertThat(levels(live("taxId=" + one), live("taxId=" + other))).doesNotContainKey("taxId");
    }

    @Test
    void everyLevelHasItsPair() {
        Set<String> shown = new TreeSet<>();
        for (String row : rows()) {
            String[] parts = row.split(" +", 3);
            shown.add(parts[0] + ' ' + parts[1]);
        }
        Set<String> all = new TreeSet<>();
        for (Comparison comparison : Comparison.values()) {
            comparison.levels().forEach(level -> all.add(comparison.label() + ' ' + level));
        }

        assertThat(shown).isEqualTo(all);
    }

    private static Map<String, String> levels(LiveRecord a, LiveRecord b) {
        long pattern = RecordComparator.compare(a, b, RecordComparator.names(a, b));
        Map<String, String> found = new TreeMap<>();
        for (Comparison comparison : Comparison.values()) {
            int level = LevelPattern.level(pattern, comparison);
            if (level > 0) {
                found.put(comparison.label(), comparison.levels().get(level - 1));
            }
        }
        return found;
    }

    /** A record of a row: {@code O} marks an organisation, {@code @2015} a record of that year. */
    private LiveRecord live(String text) {
        boolean organization = text.startsWith("O ");
        String year = text.startsWith("@") ? text.substring(1, 5) : "2026";
        Map<String, List<String>> attributes = new TreeMap<>();
        for (String part : text.replaceFirst("^(O|@\\d+) ", "").split(" ")) {
            int equals = part.indexOf('=');
            String value = part.substring(equals + 1).replace('_', ' ');
            attributes.put(part.substring(0, equals), List.of(value));
        }
        SourceRecord record = SourceRecord.of(
                RecordKey.of("test", Integer.toString(next++)),
                organization ? RecordType.ORGANIZATION : RecordType.PERSON,
                Instant.parse(year + "-01-01T00:00:00Z"),
                attributes);
        return new LiveRecord(STANDARDISER.standardise(record), 0, 0);
    }
}
