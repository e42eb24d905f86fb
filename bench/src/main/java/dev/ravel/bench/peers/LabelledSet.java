package dev.ravel.bench.peers;

import dev.ravel.bench.peers.Column.Kind;
import dev.ravel.bench.resolve.ResolveRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Records of which it is known who is who.
 *
 * @param name what it is called
 * @param records a CSV with a header, whose first column {@value #ID} is unique
 * @param truth a CSV {@code record_id,entity_id}
 * @param columns the columns that say something of the person
 */
record LabelledSet(String name, Path records, Path truth, List<Column> columns) {
    /** The column of the record's id. */
    static final String ID = "record_id";

    private static final Map<String, List<Column>> PUBLIC = Map.of(
            "splink_fake_1000",
            List.of(
                    new Column("first_name", Kind.NAME),
                    new Column("surname", Kind.NAME),
                    new Column("dob", Kind.DATE),
                    new Column("city", Kind.PLACE),
                    new Column("email", Kind.EMAIL)),
            "febrl3",
            List.of(
                    new Column("given_name", Kind.NAME),
                    new Column("surname", Kind.NAME),
                    new Column("street_number", Kind.PLACE),
                    new Column("address_1", Kind.PLACE),
                    new Column("suburb", Kind.PLACE),
                    new Column("postcode", Kind.PLACE),
                    new Column("date_of_birth", Kind.DATE),
                    new Column("soc_sec_id", Kind.NUMBER)));

    LabelledSet {
        columns = List.copyOf(columns);
    }

    /** A public set in a folder of such sets; the folder {@code name} holds {@code records.csv} and {@code truth.csv}. */
    static LabelledSet ofPublic(Path folder, String name) {
        Path set = folder.resolve(name);
        return new LabelledSet(
                name, set.resolve("records.csv"), set.resolve("truth.csv"), PUBLIC.getOrDefault(name, List.of()));
    }

    /** The public sets that a folder of such sets holds, by name. */
    static List<LabelledSet> allIn(Path folder) {
        return PUBLIC.keySet().stream()
                .sorted()
                .map(name -> ofPublic(folder, name))
                .filter(set -> Files.isRegularFile(set.records()))
                .toList();
    }

    /** The true entity of each record. */
    Map<String, String> entityOf() throws IOException {
        return ResolveRun.entities(truth);
    }
}
