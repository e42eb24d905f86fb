package dev.ravel.resolver.bulk;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.entity.GoldenValue;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.review.ReviewItem;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The rows of the CSV files of a result, whoever writes them. */
public final class ResultRows {
    /** Between the values of one attribute of a golden record. */
    private static final String VALUE_SEPARATOR = " | ";

    private static final int WEIGHT_DECIMALS = 3;

    private ResultRows() {}

    /** The columns that say which entity a record belongs to. */
    public static List<String> entityColumns() {
        return List.of("source", "record_id", "entity_id");
    }

    /** The row of one record of an entity. */
    public static List<String> entity(Entity entity, RecordKey record) {
        return List.of(record.source(), record.id(), entity.id().value());
    }

    /** The columns of matches. */
    public static List<String> matchColumns() {
        return List.of("source_a", "record_a", "source_b", "record_b", "weight", "status", "rule", "cause", "evidence");
    }

    /** The row of a match. */
    public static List<String> match(Match match) {
        RecordKey a = match.pair().smaller();
        RecordKey b = match.pair().larger();
        return List.of(
                a.source(),
                a.id(),
                b.source(),
                b.id(),
                weight(match.weight()),
                match.status().name(),
                match.rule(),
                match.cause(),
                match.evidence());
    }

    /** The columns of questions. */
    public static List<String> reviewColumns() {
        return List.of("kind", "source_a", "record_a", "source_b", "record_b", "weight", "cause");
    }

    /** The row of a question about two records, as bulk resolution raises no others. */
    public static List<String> review(ReviewItem item) {
        RecordPair pair = item.pair().orElseThrow();
        RecordKey a = pair.smaller();
        RecordKey b = pair.larger();
        return List.of(item.kind().name(), a.source(), a.id(), b.source(), b.id(), weight(item.weight()), item.cause());
    }

    /** The golden records of a file: one column an attribute. Not thread-safe. */
    public static final class Golden {
        private final String[] columns;
        private final Map<String, Integer> places = new HashMap<>();

        /** @param attributes the names of all attributes that any golden record has */
        public Golden(Collection<String> attributes) {
            columns = new String[attributes.size() + 2];
            columns[0] = "entity_id";
            columns[1] = "records";
            int column = 2;
            for (String attribute : new TreeSet<>(attributes)) {
                places.put(attribute, column);
                columns[column++] = attribute;
            }
        }

        /** The columns, attributes ascending. */
        public List<String> columns() {
            return List.of(columns);
        }

        /** The row of an entity: the values of an attribute from best to least, joined by {@value #VALUE_SEPARATOR}. */
        public List<String> row(Entity entity) {
            String[] row = new String[columns.length];
            Arrays.fill(row, "");
            row[0] = entity.id().value();
            row[1] = Integer.toString(entity.records().size());
            for (GoldenValue value : entity.golden().values()) {
                int at = places.getOrDefault(value.attribute(), 0);
                row[at] = row[at].isEmpty() ? value.value() : row[at] + VALUE_SEPARATOR + value.value();
            }
            return List.of(row);
        }
    }

    /** Writes one row of CSV (RFC 4180). */
    public static void write(List<String> row, Writer out) throws IOException {
        for (int i = 0; i < row.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            field(row.get(i), out);
        }
        out.write('\n');
    }

    private static void field(String field, Writer out) throws IOException {
        if (isPlain(field)) {
            out.write(field);
        } else {
            out.write('"');
            out.write(field.replace("\"", "\"\""));
            out.write('"');
        }
    }

    private static boolean isPlain(String field) {
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return false;
            }
        }
        return true;
    }

    private static String weight(double weight) {
        return BigDecimal.valueOf(weight)
                .setScale(WEIGHT_DECIMALS, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
