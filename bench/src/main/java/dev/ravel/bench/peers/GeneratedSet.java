package dev.ravel.bench.peers;

import dev.ravel.bench.peers.Column.Kind;
import dev.ravel.bench.people.PlainPeople;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.SourceRecord;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Generated people as a labelled set, for where no public one is at hand. */
final class GeneratedSet {
    private static final List<Column> COLUMNS = List.of(
            new Column("given_name", Kind.NAME),
            new Column("surname", Kind.NAME),
            new Column("date_of_birth", Kind.DATE),
            new Column("phone", Kind.NUMBER));

    private static final List<String> ATTRIBUTES =
            List.of(AttributeName.GIVEN_NAME, AttributeName.FAMILY_NAME, AttributeName.BIRTH_DATE, AttributeName.PHONE);

    private GeneratedSet() {}

    /** Writes so many records of a seed into a directory, with their truth. */
    static LabelledSet write(Path directory, long seed, int records) throws IOException {
        PlainPeople people = PlainPeople.generate(seed, records);
        LabelledSet set =
                new LabelledSet("generated", directory.resolve("records.csv"), directory.resolve("truth.csv"), COLUMNS);
        try (BufferedWriter rows = Files.newBufferedWriter(set.records());
                BufferedWriter truth = Files.newBufferedWriter(set.truth())) {
            rows.write(LabelledSet.ID);
            for (Column column : COLUMNS) {
                rows.write(',' + column.name());
            }
            rows.write('\n');
            truth.write("record_id,entity_id\n");
            for (SourceRecord record : people.records()) {
                rows.write(record.key().id());
                for (String attribute : ATTRIBUTES) {
                    List<String> values = record.values(attribute);
                    rows.write(',' + (values.isEmpty() ? "" : values.get(0)));
                }
                rows.write('\n');
                truth.write(record.key().id()
                        + ','
                        + people.truth().get(record.key().text())
                        + '\n');
            }
        }
        return set;
    }
}
