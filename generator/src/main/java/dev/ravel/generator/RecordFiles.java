package dev.ravel.generator;

import dev.ravel.model.record.SourceRecord;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** Writes generated customers as the files that the systems would deliver, and their truth, in constant memory. */
public final class RecordFiles {
    private RecordFiles() {}

    /** Writes all versions, as {@link #writeJsonLines(CustomerGenerator, Path, Predicate)} does. */
    public static long writeJsonLines(CustomerGenerator customers, Path directory) throws IOException {
        return writeJsonLines(customers, directory, record -> true);
    }

    /**
     * Writes {@code crm.jsonl}, {@code shop.jsonl}, {@code app.jsonl} and {@code support.jsonl} in the canonical form.
     *
     * @param directory an existing directory; files of these names in it are replaced
     * @param wanted which versions to write
     * @return how many versions were written
     */
    public static long writeJsonLines(CustomerGenerator customers, Path directory, Predicate<GeneratedRecord> wanted)
            throws IOException {
        Map<String, JsonLinesWriter> writers = new HashMap<>();
        try {
            for (SourceSystem system : SourceSystem.values()) {
                Path file = directory.resolve(system.source() + ".jsonl");
                writers.put(system.source(), new JsonLinesWriter(file));
            }
            long written = 0;
            Iterator<GeneratedRecord> all = customers.stream().filter(wanted).iterator();
            for (; all.hasNext(); written++) {
                SourceRecord version = all.next().version();
                Objects.requireNonNull(writers.get(version.key().source())).write(version);
            }
            return written;
        } finally {
            for (JsonLinesWriter writer : writers.values()) {
                writer.close();
            }
        }
    }

    /**
     * Writes one CSV file of all systems.
     *
     * @param csv the file, which is replaced
     * @return how many versions were written
     */
    public static long writeCsv(CustomerGenerator customers, Path csv) throws IOException {
        try (CsvWriter writer = new CsvWriter(csv)) {
            long written = 0;
            for (Iterator<GeneratedRecord> all = customers.stream().iterator(); all.hasNext(); written++) {
                writer.write(all.next().version());
            }
            return written;
        }
    }

    /**
     * Writes the truth, {@code record_id,entity_id}, a record id being {@code source:id}.
     *
     * @param csv the file, which is replaced
     * @return how many live records it names
     */
    public static long writeTruth(CustomerGenerator customers, Path csv) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(csv, StandardCharsets.UTF_8)) {
            out.write("record_id,entity_id\n");
            long written = 0;
            for (Iterator<TrueRecord> all = customers.truth().iterator(); all.hasNext(); written++) {
                TrueRecord record = all.next();
                out.write(record.key().source() + ':' + record.key().id() + ',' + record.customer() + '\n');
            }
            return written;
        }
    }
}
