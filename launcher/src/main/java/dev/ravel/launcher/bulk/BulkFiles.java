package dev.ravel.launcher.bulk;

import dev.ravel.generator.JsonLinesWriter;
import dev.ravel.model.entity.Entity;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.model.review.ReviewItem;
import dev.ravel.resolver.bulk.BulkResult;
import dev.ravel.resolver.bulk.ResultRows;
import dev.ravel.resolver.scoring.MatchModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

    private BulkFiles() {}

    /** Writes {@value #ENTITIES}. */
    public static void writeEntities(Path file, List<Entity> entities) throws IOException {
        try (DurableText csv = new DurableText(file)) {
            csv.row(ResultRows.entityColumns());
            for (Entity entity : entities) {
                for (RecordKey key : entity.records()) {
                    csv.row(ResultRows.entity(entity, key));
                }
            }
        }
    }

    /** Writes {@value #GOLDEN}: the values of an attribute from best to least. */
    public static void writeGolden(Path file, List<Entity> entities) throws IOException {
        Set<String> attributes = new HashSet<>();
        for (Entity entity : entities) {
            entity.golden().values().forEach(value -> attributes.add(value.attribute()));
        }
        ResultRows.Golden golden = new ResultRows.Golden(attributes);
        try (DurableText csv = new DurableText(file)) {
            csv.row(golden.columns());
            for (Entity entity : entities) {
                csv.row(golden.row(entity));
            }
        }
    }

    /** Writes {@value #MATCHES}. */
    public static void writeMatches(Path file, List<Match> matches) throws IOException {
        try (DurableText csv = new DurableText(file)) {
            csv.row(ResultRows.matchColumns());
            for (Match match : matches) {
                csv.row(ResultRows.match(match));
            }
        }
    }

    /** Writes {@value #REVIEW}: questions about records, as bulk resolution raises no others. */
    public static void writeReview(Path file, List<ReviewItem> items) throws IOException {
        try (DurableText csv = new DurableText(file)) {
            csv.row(ResultRows.reviewColumns());
            for (ReviewItem item : items) {
                csv.row(ResultRows.review(item));
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
}
