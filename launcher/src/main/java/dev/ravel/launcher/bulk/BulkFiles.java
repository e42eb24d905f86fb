package dev.ravel.launcher.bulk;

import dev.ravel.generator.JsonLinesWriter;
import dev.ravel.model.entity.Entity;
import dev.ravel.model.entity.GoldenValue;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.model.review.ReviewItem;
import dev.ravel.resolver.bulk.BulkResult;
import dev.ravel.resolver.scoring.MatchModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The files of a bulk result, each written whole. */
public final class BulkFiles {
    /** Which entity each live record belongs to: {@code source,record_id,entity_id}, ascending by entity, record. */
    public static final String ENTITIES = "entities.csv";
    /** The merged profiles, one row an entity and one column an attribute. */
    public static final String GOLDEN = "golden.csv";
    /** The pairs worth keeping, with their evidence. */
    public static final String MATCHES = "matches.csv";
    /** The questions for people. */
    public static final String REVIEW = "review.csv";
    /** All versions as they were read, in the canonical form: what {@code load} puts into the graph. */
    public static final String RECORDS = "records.jsonl";
    /** The model that weighed the pairs. */
    public static final String MODEL = "model.json";
    /** The judgements under which it was resolved; only there if there were any. */
    public static final String JUDGEMENTS = "judgements.jsonl";
    /** How far each input was read. */
    public static final String INPUTS = "inputs.json";
    /** The directory of what could not be read, with the reasons; only there if there was any. */
    public static final String DEAD_LETTERS = "dead-letters";
    /** The figures, for programs. */
    public static final String REPORT_JSON = "report.json";
    /** The figures, for people. */
    public static final String REPORT_HTML = "report.html";

    /** Between the values of one attribute in {@value #GOLDEN}. */
    private static final String VALUE_SEPARATOR = " | ";

    private static final int WEIGHT_DECIMALS = 3;

    private BulkFiles() {}

    /** Writes {@value #ENTITIES}. */
    public static void writeEntities(Path file, List<Entity> entities) throws IOException {
        try (DurableText csv = new DurableText(file)) {
            csv.row("source", "record_id", "entity_id");
            for (Entity entity : entities) {
                for (RecordKey key : entity.records()) {
                    csv.row(key.source(), key.id(), entity.id().value());
                }
            }
        }
    }

    /** Writes {@value #GOLDEN}: the values of an attribute from best to least, joined by {@value #VALUE_SEPARATOR}. */
    public static void writeGolden(Path file, List<Entity> entities) throws IOException {
        TreeSet<String> attributes = new TreeSet<>();
        for (Entity entity : entities) {
            entity.golden().values().forEach(value -> attributes.add(value.attribute()));
        }
        try (DurableText csv = new DurableText(file)) {
            String[] row = new String[attributes.size() + 2];
            row[0] = "entity_id";
            row[1] = "records";
            int column = 2;
            Map<String, Integer> columns = new TreeMap<>();
            for (String attribute : attributes) {
                columns.put(attribute, column);
                row[column++] = attribute;
            }
            csv.row(row);
            for (Entity entity : entities) {
                Arrays.fill(row, "");
                row[0] = entity.id().value();
                row[1] = Integer.toString(entity.records().size());
                for (GoldenValue value : entity.golden().values()) {
                    int at = columns.getOrDefault(value.attribute(), 0);
                    row[at] = row[at].isEmpty() ? value.value() : row[at] + VALUE_SEPARATOR + value.value();
                }
                csv.row(row);
            }
        }
    }

    /** Writes {@value #MATCHES}. */
    public static void writeMatches(Path file, List<Match> matches) throws IOException {
        try (DurableText csv = new DurableText(file)) {
            csv.row("source_a", "record_a", "source_b", "record_b", "weight", "status", "rule", "cause", "evidence");
            for (Match match : matches) {
                RecordKey a = match.pair().smaller();
                RecordKey b = match.pair().larger();
                csv.row(
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
        }
    }

    /** Writes {@value #REVIEW}: questions about records, as bulk resolution raises no others. */
    public static void writeReview(Path file, List<ReviewItem> items) throws IOException {
        try (DurableText csv = new DurableText(file)) {
            csv.row("kind", "source_a", "record_a", "source_b", "record_b", "weight", "cause");
            for (ReviewItem item : items) {
                RecordPair pair = item.pair().orElseThrow();
                RecordKey a = pair.smaller();
                RecordKey b = pair.larger();
                csv.row(
                        item.kind().name(),
                        a.source(),
                        a.id(),
                        b.source(),
                        b.id(),
                        weight(item.weight()),
                        item.cause());
            }
        }
    }

    /** Writes {@value #RECORDS}. */
    public static void writeRecords(Path file, Collection<SourceRecord> versions) throws IOException {
        try (JsonLinesWriter lines = new JsonLinesWriter(file)) {
            for (SourceRecord version : versions) {
                lines.write(version);
            }
        }
        try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
            written.force(true);
        }
    }

    /** Writes what became of the records, several files at a time. */
    public static void writeAll(ResultDirectory result, BulkResult resolved) throws IOException {
        List<FileWrite> writes = List.of(
                () -> writeReview(result.file(REVIEW), resolved.review()),
                () -> writeMatches(result.file(MATCHES), resolved.matches()),
                () -> writeGolden(result.file(GOLDEN), resolved.entities()),
                () -> writeEntities(result.file(ENTITIES), resolved.entities()));
        try {
            writes.parallelStream().forEach(FileWrite::runUnchecked);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private interface FileWrite {
        void run() throws IOException;

        default void runUnchecked() {
            try {
                run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Writes {@value #MODEL}, or a model file of another name. */
    public static void writeModel(Path file, MatchModel model) throws IOException {
        try (DurableText out = new DurableText(file)) {
            out.text().write(model.text());
        }
    }

    private static String weight(double weight) {
        return BigDecimal.valueOf(weight)
                .setScale(WEIGHT_DECIMALS, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
