package dev.ravel.resolver.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.evidence.Explanation;
import dev.ravel.model.evidence.LevelScore;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.settings.ResolverSettings;
import dev.ravel.resolver.standardise.StandardRecord;
import dev.ravel.resolver.standardise.Standardiser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FellegiSunterScorerTest {
    private static final double MATCH = ResolverSettings.defaults().matchWeight();
    private static final Standardiser STANDARDISER = new Standardiser(ResolverSettings.defaults());
    private static final MatchModel MODEL = MatchModel.shipped();

    private final FellegiSunterScorer scorer = new FellegiSunterScorer();
    private int next;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name=王小明 phone=13812340001 | name=王小明 phone=+86-13812340001 | true",
                "name=王杰 birthDate=1993-09-14 phone=13812340001 | name=Wang_Jie birthDate=1993-09-14 phone=13812340001 | true",
                "email=raymond.howard79@icloud.com | email=Raymond.Howard79@icloud.com | true",
                "name=Ray_Roderick phone=13812340001 | name=R_Roderick phone=13812340001 | true",
                "name=Robert_Knuth birthDate=1978-11-12 | name=Bob_Knuth birthDate=1978-12-11 | true",
                "name=Anna_Anderson phone=13812340001 | name=Annabelle_Anderson phone=13812340001 | false",
                "name=Mark_Kusha email=k1@hmail.com address=1304_Poppy_Hills_Dr | name=Marsha_Kusha email=k1@hmail.com address=1304_Poppy_Hills_Dr | false",
                "name=Xenia_Rarename | name=Xenia_Rarename | false",
                "name=Andrew_Anderson email=info@state.gov | name=Andy_Anderson email=info@state.gov | false",
                "name=Morris_Klein_Jr birthDate=1982-04-12 | name=Morris_Klein_Sr birthDate=1982-04-12 | false",
                "device=tablet-7 | device=tablet-7 | false",
                "phone=138****0001 | phone=13812340001 | false",
                "phone=e094f50d15ea42da5df1a54894decd5d | phone=e094f50d15ea42da5df1a54894decd5d | false",
                "phone=13812340001转0042 | phone=13812340001转0042 | false",
                "phone=13812340001 name=王小明 | phone=13812340001转0042 name=李娜 | false",
                "name=王小明 phone=e094f50d15ea42da5df1a54894decd5d address=上海市浦东新区张江路12号 | name=王小明 phone=13812340001 address=浦东新区张江路12号 | true",
                "name=艾力·买买提 phone=13812340001 | name=艾力买买提 phone=13812340001 | true",
                "name=Vladimir_Putin birthDate=1952-10-07 | name=VladimirPutin birthDate=1952-10-07 | true",
                "type=ORGANIZATION name=小蜜蜂水果店 businessLicence=91350100M000100Y43 address=中山路12号 | type=ORGANIZATION name=小蜜蜂水果店 businessLicence=91350100M000100Y43 address=中山路12号 | true",
                "type=ORGANIZATION name=小蜜蜂水果店 businessLicence=91350100M000100Y43 address=中山路12号 | type=ORGANIZATION name=小蜜蜂水果店 businessLicence=91350100M000100Y43 address=解放东路8号 | false",
                "type=ORGANIZATION name=小蜜蜂水果店（天河店） businessLicence=91350100M000100Y43 | type=ORGANIZATION name=小蜜蜂水果店（越秀店） businessLicence=91350100M000100Y43 | false",
                "recipientPhone=13812340001 | phone=13812340001 | false",
                "name=王小明 recipientPhone=13812340001 | name=李娜 phone=13812340001 | false",
                "recipientPhone=13812340001 | recipientPhone=13812340001 | false",
                "contactPhone=13812340001 | contactPhone=13812340001 | false",
                "name=王小明 phone=13912340009 recipientPhone=13812340001 | name=王小明 phone=13912340009 | true",
                "location=31.2304,121.4737 | location=31.2304,121.4737 | false",
                "name=王小明 location=31.2304,121.4737 | name=李娜 location=31.2304,121.4737 | false",
                "name=王小明 location=31.2304,121.4737 | name=王小明 location=31.2305,121.4738 | true",
                "type=ORGANIZATION name=朝阳便利店 location=31.2304,121.4737 | type=ORGANIZATION name=朝阳便利店 location=31.2305,121.4738 | true",
                "type=ORGANIZATION name=朝阳便利店 location=31.2304,121.4737 | type=ORGANIZATION name=朝阳便利店 location=31.2404,121.4737 | false",
                "nationalId=110105491231002 | nationalId=11010519491231002X | true",
                "nationalId=110105194912310021 | nationalId=110105194912310021 | false",
                "name=王小明 nationalId=110105194912310021 | name=王小明 nationalId=11010519491231002X | true"
            })
    void whatIsAMatchAndWhatIsNot(String left, String right, boolean match) {
        double weight = scorer.score(live(left), live(right), MODEL);

        assertThat(weight >= MATCH).as("%s ~ %s: %.1f", left, right, weight).isEqualTo(match);
    }

    @ParameterizedTest
    @CsvSource({
        "1990-01-01, 1990-01-01, yearOnly",
        "1990-05-17, 1990-05-17, exact",
        "1990-01-01, 1990-05-17, yearOnly",
        "1790-01-01, 1791-01-01, close",
        "1790-01-01, 1798-01-01, different",
        "1990-01-01, 1978-12-30, different",
        "1990-02-01, 1978-12-30, contradictory",
        "1970-01-01, 1990-05-17, none",
        "1900-01-01, 1900-01-01, none"
    })
    void theFirstOfJanuaryMeansThatTheYearIsKnown(String left, String right, String level) {
        List<String> levels = scorer
                .explain(live("birthDate=" + left), live("birthDate=" + right), MODEL, "rule", "digest")
                .levels()
                .stream()
                .map(LevelScore::level)
                .toList();

        assertThat(levels).isEqualTo(level.equals("none") ? List.of() : List.of(level));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "location=31.2304,121.4737 | location=31.2304,121.4741 | sameSpot",
                "location=31.2304,121.4737 | location=31.2304,121.4767 | nearby",
                "location=31.2304,121.4737 | location=31.2304,121.4937 | sameArea",
                "location=31.2304,121.4737 | location=22.5438,113.9123 | far",
                "name=王小明 location=31.2304,121.4737 | name=李娜 location=31.2304,121.4737 | sharedByOthers",
                "type=ORGANIZATION location=31.2304,121.4737 | type=ORGANIZATION location=31.2304,121.4937 | otherOutlet",
                "address=张江路12号 location=31.2304,121.4737 | address=张江路12号 location=31.2304,121.4737 | none",
                "address=张江路12号 location=31.2304,121.4737 | address=张江路12号 location=22.5438,113.9123 | far",
                "address=张江路12号 location=31.2304,121.4737 | address=人民路7号 location=31.2304,121.4737 | sameSpot",
                "address=张江路12号 location=31.2304,121.4737 | address=人民路7号 location=22.5438,113.9123 | none",
                "city=上海 location=31.2304,121.4737 | city=上海 location=31.2304,121.4937 | none"
            })
    void aPlaceSaysWhatTheAddressHasNotSaid(String left, String right, String level) {
        List<String> levels = scorer.explain(live(left), live(right), MODEL, "rule", "digest").levels().stream()
                .filter(each -> each.comparison().equals("location"))
                .map(LevelScore::level)
                .toList();

        assertThat(levels).as("%s ~ %s", left, right).isEqualTo(level.equals("none") ? List.of() : List.of(level));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name=Joan_Green email=joan.green@granite.io | name=Joan_Green email=joan.green@cobalt.co | email | different",
                "name=Joan_Green email=jgreen@granite.io | name=Joan_Green email=jgreen@cobalt.co | email | different",
                "name=王小明 email=wang_xiaoming@qq.com | name=王小明 email=wang_xiaoming@163.com | email | different",
                "name=Joan_Green email=joan.green79@aol.com | name=Joan_Green email=joan.green79@yahoo.com | email | sameLocalPart",
                "name=Joan_Green email=moonlight@aol.com | name=Joan_Green email=moonlight@yahoo.com | email | sameLocalPart",
                "name=J_Green email=joan.green@aol.com | name=Joan_Green email=joan.green@yahoo.com | email | sameLocalPart",
                "email=joan.green@granite.io | email=joan.green@cobalt.co | email | sameLocalPart",
                "name=Joan_Green email=joan.green@granite.io | name=Joan_Green employer=Granite_Holdings | employer | similar",
                "email=jg@hr.data-bridge.com | name=Joan_Green employer=DataBridge | employer | similar",
                "email=jg@echo.co | email=jg@echo.co employer=Echo_Intelligence | employer | similar",
                "email=jg@echo.co | email=jg@echo.co employer=Echostar | employer | none",
                "email=jg@intelligence.co | email=jg@echo.co employer=Echo_Intelligence | employer | none",
                "email=jg@co.uk | email=jg@co.uk employer=Co_Uk | employer | none",
                "name=Jose_Lopez email=jose.lopez15@aol.com | name=Joyce_Lopez email=joyce.lopez72@icloud.com | givenName | different",
                "name=Jose_Lopez email=jose.lopez15@aol.com | name=Joyce_Lopez email=lopez72@icloud.com | givenName | similar",
                "name=Joyce_Lopez email=joyce.lopez72@icloud.com | name=Joycee_Lopez email=joyce.lopez@aol.com | givenName | similar"
            })
    void whatTheTwoPartsOfAMailboxSay(String left, String right, String comparison, String level) {
        List<String> levels = scorer.explain(live(left), live(right), MODEL, "rule", "digest").levels().stream()
                .filter(each -> each.comparison().equals(comparison))
                .map(LevelScore::level)
                .toList();

        assertThat(levels).isEqualTo(level.equals("none") ? List.of() : List.of(level));
        assertThat(scorer.score(live(left), live(right), MODEL))
                .isEqualTo(scorer.score(live(right), live(left), MODEL));
    }

    @ParameterizedTest
    @CsvSource({
        "Saddam al-Rawi, Saddam al-Tikriti, familyName, sharedByOthers, false",
        "Saddam al-Rawi, Saddam al-Tikriti, familyName, partSame, false",
        "Saddam al-Rawi, Saddam al-Tikriti, familyName, different, true",
        "Ludwig van Beethoven, Ludwig Beethoven, familyName, partSame, true",
        "Robert Allen Huber, Robert James Huber, givenName, middleDiffers, true",
        "Asif Ali Zardari, Arbaz Ali Zardari, givenName, different, true",
        "John William Huber, William Henry Huber, givenName, middleDiffers, true",
        "Habib Ben Mohamed Loubiri, Habib Ben Ahmed Loubiri, givenName, different, true",
        "Habib Ben Ahmed Loubiri, Habib Bin Ahmad Loubiri, givenName, exact, true",
        "Salman bin Muhammad Rawi, Muhammad bin Salman Rawi, givenName, different, true",
        "Sergey Viktorovich Lavrov, Sergey Borisovich Lavrov, givenName, different, true",
        "Sergey Viktorovich Lavrov, Sergei Viktorovitch Lavrov, givenName, different, false",
        "Sergey Viktorovich Lavrov, Sergey Lavrov, givenName, exact, true",
        "JC Juncker, Jean-Claude Juncker, givenName, initial, true",
        "Jo Juncker, Jean-Oscar Juncker, givenName, initial, false",
        "Anna Maria Huber, Anna Huber, givenName, exact, true"
    })
    void aParticleInCommonMakesNobodyARelative(
            String left, String right, String comparison, String level, boolean expected) {
        List<LevelScore> levels = scorer.explain(
                        live(RecordType.PERSON, Map.of(AttributeName.NAME, List.of(left))),
                        live(RecordType.PERSON, Map.of(AttributeName.NAME, List.of(right))),
                        MODEL,
                        "",
                        "")
                .levels();

        assertThat(levels.stream()
                        .anyMatch(score -> score.comparison().equals(comparison)
                                && score.level().equals(level)))
                .isEqualTo(expected);
    }

    /** What is written in Han has its family name first; then the other's order is the one that is open. */
    @ParameterizedTest
    @CsvSource({
        "韩明俊, Han Junhua, familyName, sharedByOthers",
        "韩明俊, Han Junhua, givenName, different",
        "韩明俊, Han Mingjun, givenName, exact",
        "韩明俊, Mingjun Han, givenName, sameReading",
        "韩明俊, Li Mingjun, familyName, different",
        "韩明俊, Mingjun Li, givenName, sameReading"
    })
    void aHanNameSaysWhichPartOfTheOtherIsTheFamilyName(String han, String latin, String comparison, String level) {
        LiveRecord a = live(RecordType.PERSON, Map.of(AttributeName.NAME, List.of(han)));
        LiveRecord b = live(RecordType.PERSON, Map.of(AttributeName.NAME, List.of(latin)));

        for (Explanation explanation :
                List.of(scorer.explain(a, b, MODEL, "", ""), scorer.explain(b, a, MODEL, "", ""))) {
            assertThat(explanation.levels())
                    .anyMatch(score -> score.comparison().equals(comparison)
                            && score.level().equals(level));
        }
    }

    /** Three years lie between the two, and the grace of one year that each has leaves one. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "phone=13812340001 | phone=13812340001 | phone sameOtherTime | false",
                "name=王小明 phone=13812340001 | name=王小明 phone=13812340001 | phone sameOtherTime | true",
                "name=王小明 phone=13812340001 | name=李娜 phone=13812340001 | phone sharedByOthers | false",
                "phone=138****0001 | phone=13812340001 | phone sameWeak | false",
                "name=王小明 device=tablet-7 | name=王小明 device=tablet-7 | device sameOtherTime | false",
                "name=王小明 device=tablet-7 | name=李娜 device=tablet-7 | device sharedByOthers | false",
                "email=bob@work.com | email=bob@work.com | email same | true"
            })
    void aValueThatTwoHadAtDifferentTimesIsWeaker(String left, String right, String level, boolean match) {
        LiveRecord before = live(left);
        LiveRecord after = live(right, Duration.ofDays(3 * 365));
        String[] expected = level.split(" ");

        for (Explanation explanation :
                List.of(scorer.explain(before, after, MODEL, "", ""), scorer.explain(after, before, MODEL, "", ""))) {
            assertThat(explanation.levels())
                    .anyMatch(score -> score.comparison().equals(expected[0])
                            && score.level().equals(expected[1]));
            assertThat(explanation.weight() >= MATCH)
                    .as("%.1f", explanation.weight())
                    .isEqualTo(match);
        }
    }

    @Test
    void anExplanationSaysWhenEachHadTheValue() {
        Explanation explanation = scorer.explain(
                live("phone=13812340001"), live("phone=13812340001", Duration.ofDays(3 * 365)), MODEL, "", "");

        assertThat(explanation.levels())
                .extracting(LevelScore::left, LevelScore::right)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "+8613812340001 (2026-01-01)", "+8613812340001 (2028-12-31)"));
    }

    @Test
    void aPersonAndAnOrganisationNeverMatch() {
        LiveRecord person = live("name=Kwan phone=13812340001");
        LiveRecord shop = live(RecordType.ORGANIZATION, "organizationName=Kwan phone=13812340001");

        assertThat(scorer.score(person, shop, MODEL)).isEqualTo(FellegiSunterScorer.INCOMPATIBLE);
    }

    @Test
    void aSuppressedIdentifierIsNoEvidence() {
        StandardRecord a = live("name=王小明 phone=13812340001").standard();
        StandardRecord b = live("name=王小明 phone=13812340001").standard();
        Explanation suppressed = scorer.explain(new LiveRecord(a, 1, 0), new LiveRecord(b, 1, 0), MODEL, "", "d");

        assertThat(suppressed.levels()).extracting(LevelScore::comparison).doesNotContain("phone");
        assertThat(suppressed.weight()).isLessThan(MATCH);
    }

    @Test
    void theExplanationAddsUpToTheScoreAndNamesTheValues() {
        LiveRecord a = live("name=王小明 phone=13812340001 birthDate=1990-01-02");
        LiveRecord b = live("name=王小明 phone=13812340001 birthDate=1990-02-01");
        Explanation explanation = scorer.explain(a, b, MODEL, "PHONE", "d");
        double sum =
                explanation.levels().stream().mapToDouble(LevelScore::weight).sum();

        assertThat(explanation.prior() + sum)
                .isCloseTo(explanation.weight(), org.assertj.core.api.Assertions.within(1e-9));
        assertThat(explanation.levels())
                .extracting(LevelScore::comparison, LevelScore::level, LevelScore::left, LevelScore::right)
                .contains(org.assertj.core.groups.Tuple.tuple(
                        "birthDate", "dayMonthSwapped", "1990-01-02", "1990-02-01"));
    }

    private LiveRecord live(String text) {
        return live(RecordType.PERSON, text);
    }

    private LiveRecord live(String text, Duration later) {
        SourceRecord record = live(text).standard().source();
        return new LiveRecord(
                STANDARDISER.standardise(SourceRecord.of(
                        record.key(), record.type(), record.observedAt().plus(later), record.attributes())),
                0,
                0);
    }

    private LiveRecord live(RecordType type, String text) {
        Map<String, List<String>> attributes = List.of(text.split(" ")).stream()
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> List.of(part[1].replace('_', ' '))));
        List<String> said = attributes.remove("type");
        return live(said == null ? type : RecordType.valueOf(said.get(0)), attributes);
    }

    private LiveRecord live(RecordType type, Map<String, List<String>> attributes) {
        SourceRecord record = SourceRecord.of(
                RecordKey.of("test", Integer.toString(next++)),
                type,
                Instant.parse("2026-01-01T00:00:00Z"),
                attributes);
        return new LiveRecord(STANDARDISER.standardise(record), 0, 0);
    }
}
