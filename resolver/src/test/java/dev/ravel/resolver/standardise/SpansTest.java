package dev.ravel.resolver.standardise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.identifier.Identifier;
import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.settings.ResolverSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpansTest {
    private static final RecordKey KEY = RecordKey.of("crm", "1");
    private static final Standardiser STANDARDISER = new Standardiser(ResolverSettings.defaults());

    @Test
    void aVersionAloneHasNoSpansBesideItself() {
        SourceRecord version = phone(5, "13812340001");

        assertThat(Spans.of(version).beside(version)).isEqualTo(Spans.NONE);
    }

    @Test
    void whatTheNewestVersionCarriesIsOpenAndWhatItDroppedIsClosed() {
        SourceRecord newest = phone(30, "13812340001");
        Spans all = Spans.of(phone(10, "13812340001"))
                .with(Spans.of(phone(20, "13812340002")))
                .with(Spans.of(newest));

        assertThat(all.beside(newest).byValue())
                .containsExactly(
                        Map.entry(value("13812340001"), new Span(at(10), Span.OPEN)),
                        Map.entry(value("13812340002"), new Span(at(20), at(20))));
    }

    @Test
    void aDeletionCarriesNothingAndEndsWhatWasOpen() {
        SourceRecord deletion = SourceRecord.deletion(KEY, at(30));
        Spans all = Spans.of(phone(10, "13812340001"))
                .with(Spans.of(phone(20, "13812340001")))
                .with(Spans.of(deletion));

        assertThat(all.beside(deletion).byValue())
                .containsExactly(Map.entry(value("13812340001"), new Span(at(10), at(20))));
    }

    /** As the stream does it: one after the other, in any order, some twice, kept beside the newest so far. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void theOrderOfVersionsDoesNotMatter(long seed) {
        Random random = new Random(seed);
        List<SourceRecord> versions = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            versions.add(
                    random.nextInt(5) == 0
                            ? SourceRecord.deletion(KEY, at(i))
                            : phone(i, "1381234000" + random.nextInt(4), "1381234000" + random.nextInt(4)));
        }
        Spans atOnce = Spans.NONE;
        for (SourceRecord version : versions) {
            atOnce = atOnce.with(Spans.of(version));
        }
        List<SourceRecord> disorder = new ArrayList<>(versions);
        disorder.addAll(versions.subList(3, 7));
        Collections.shuffle(disorder, random);
        SourceRecord newest = disorder.get(0);
        Spans kept = Spans.NONE;
        for (SourceRecord version : disorder) {
            Spans all = kept.until(newest.observedAt()).with(Spans.of(newest)).with(Spans.of(version));
            newest = Collections.max(List.of(newest, version), Comparator.comparing(SourceRecord::observedAt));
            kept = all.beside(newest);
        }

        assertThat(kept).isEqualTo(atOnce.beside(versions.get(versions.size() - 1)));
    }

    /** Two years and a day apart, with a grace of one year for each of the two; other kinds likewise. */
    @ParameterizedTest
    @CsvSource({
        "phone, 138 1234 0001, 0, 730, true",
        "phone, 138 1234 0001, 0, 731, false",
        "phone, 138 1234 0001, 1, 731, true",
        "device, tablet-7, 0, 731, false",
        "email, bob@work.com, 0, 2190, true",
        "email, bob@work.com, 0, 2191, false"
    })
    void spansOverlapWithinTheirGraces(String attribute, String value, int daysLonger, int daysApart, boolean overlap) {
        SourceRecord early = version(Duration.ofDays(daysLonger), attribute, value);
        SourceRecord first = version(Duration.ZERO, attribute, value);
        StandardRecord a = STANDARDISER.standardise(
                early, Spans.of(first).with(Spans.of(early)).beside(early));
        StandardRecord b = STANDARDISER.standardise(version(Duration.ofDays(daysApart), attribute, value));

        assertThat(a.carriedWith(0, b, 0)).isEqualTo(overlap);
        assertThat(b.carriedWith(0, a, 0)).isEqualTo(overlap);
    }

    /** A number is one number however it was written; a number that was dropped widens no other. */
    @Test
    void aValueWrittenOtherwiseWidensTheSpanToo() {
        SourceRecord newest = phone(900, "138 1234 0001");
        StandardRecord record = STANDARDISER.standardise(
                newest,
                Spans.of(phone(100, "+86-13812340001"))
                        .with(Spans.of(phone(50, "13812340002")))
                        .with(Spans.of(newest))
                        .beside(newest));

        assertThat(record.identifiers()).hasSize(1);
        assertThat(record.firstObserved(0)).isEqualTo(at(100));
    }

    /** A number that stood in one cell with another is the same number when it stands alone, and the other way round. */
    @Test
    void aNumberIsCarriedSinceItStoodInACellWithAnother() {
        SourceRecord cell = phone(100, "138 1234 0001/13912340002");
        SourceRecord alone = phone(900, "13812340001");
        SourceRecord later = phone(900, "13912340002, 13812340001");

        StandardRecord first = STANDARDISER.standardise(
                alone, Spans.of(cell).with(Spans.of(alone)).beside(alone));
        StandardRecord both = STANDARDISER.standardise(
                later,
                Spans.of(phone(50, "13812340001"))
                        .with(Spans.of(cell))
                        .with(Spans.of(later))
                        .beside(later));

        assertThat(first.identifiers()).hasSize(1);
        assertThat(first.firstObserved(0)).isEqualTo(at(100));
        assertThat(both.identifiers())
                .extracting(Identifier::value)
                .containsExactly("+8613912340002", "+8613812340001");
        assertThat(both.firstObserved(0)).isEqualTo(at(100));
        assertThat(both.firstObserved(1)).isEqualTo(at(50));
    }

    private static CarriedValue value(String raw) {
        return new CarriedValue(IdentifierType.PHONE, raw);
    }

    private static SourceRecord phone(int second, String... numbers) {
        return SourceRecord.of(KEY, RecordType.PERSON, at(second), Map.of(AttributeName.PHONE, List.of(numbers)));
    }

    private static SourceRecord version(Duration after, String attribute, String value) {
        return SourceRecord.of(
                KEY, RecordType.PERSON, at(0).plus(after), new TreeMap<>(Map.of(attribute, List.of(value))));
    }

    private static Instant at(long second) {
        return Instant.parse("2023-03-01T08:00:00Z").plusSeconds(second);
    }
}
