package dev.ravel.bench;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Entities that ought to be parted: records of one name and birth date in a row, of which {@value #SHARING} neighbours share a phone and
 * as many, shifted by half, an e-mail address. So every record is tied to some thirty others, and a chain leads from the
 * first to the last.
 *
 * @param entities the records of each entity, in the order of the row
 */
record WrongMerges(List<List<SourceRecord>> entities) {
    private static final int SHARING = 24;
    private static final String NAME = "欧阳建国";
    private static final String BIRTH_DATE = "1980-05-06";
    private static final Instant OBSERVED = Instant.parse("2026-01-01T00:00:00Z");

    /**
     * Entities of a size.
     *
     * @param first the number of the first one; those with other numbers share nothing with these but the name
     */
    static WrongMerges of(int first, int entities, int records) {
        List<List<SourceRecord>> all = new ArrayList<>();
        for (int entity = first; entity < first + entities; entity++) {
            List<SourceRecord> row = new ArrayList<>();
            for (int i = 0; i < records; i++) {
                row.add(record(entity, i));
            }
            all.add(List.copyOf(row));
        }
        return new WrongMerges(all);
    }

    /** All records, entity by entity. */
    List<SourceRecord> records() {
        return entities.stream().flatMap(List::stream).toList();
    }

    private static SourceRecord record(int entity, int i) {
        String phone = phone(1_000 * entity + i / SHARING);
        String email = String.format(Locale.ROOT, "row%d.%d@mail.example.cn", entity, (i + SHARING / 2) / SHARING);
        return SourceRecord.of(
                RecordKey.of("wrong" + i % 4, String.format(Locale.ROOT, "%04d-%04d", entity, i)),
                RecordType.PERSON,
                OBSERVED,
                Map.of(
                        AttributeName.NAME, List.of(NAME),
                        AttributeName.BIRTH_DATE, List.of(BIRTH_DATE),
                        AttributeName.PHONE, List.of(phone),
                        AttributeName.EMAIL, List.of(email)));
    }

    /** The n-th phone; numbers in a row, or with many zeros, would be nobody's. */
    private static String phone(int n) {
        return String.format(Locale.ROOT, "199%08d", (13_572_468L + 7_654_321L * n) % 100_000_000L);
    }
}
