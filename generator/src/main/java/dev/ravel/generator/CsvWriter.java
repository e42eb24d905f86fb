package dev.ravel.generator;

import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.SourceRecord;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Writes versions of all systems as one CSV file (RFC 4180, UTF-8, line feeds) with the columns of Ravel's canonical form,
 * one for each attribute under the attribute's own name. Several values of an attribute are joined by {@value #VALUE_SEPARATOR}. Not thread-safe.
 */
public final class CsvWriter implements Closeable {
    /** Between the values of one attribute; no generated value contains it. */
    public static final String VALUE_SEPARATOR = "|";

    private static final List<String> ATTRIBUTES = List.of(
            AttributeName.NAME,
            AttributeName.ORGANIZATION_NAME,
            AttributeName.EMPLOYER,
            AttributeName.BIRTH_DATE,
            AttributeName.GENDER,
            AttributeName.PHONE,
            AttributeName.EMAIL,
            AttributeName.ADDRESS,
            AttributeName.CITY,
            AttributeName.DEVICE,
            AttributeName.WEBSITE,
            AttributeName.NATIONAL_ID,
            AttributeName.BUSINESS_LICENCE,
            AttributeName.LOYALTY_CARD,
            AttributeName.OPEN_ID,
            AttributeName.UNION_ID,
            AttributeName.LOCATION,
            AttributeName.RECIPIENT_NAME,
            AttributeName.RECIPIENT_PHONE,
            "nickname",
            "note");

    private static final Set<String> COLUMNS = Set.copyOf(ATTRIBUTES);

    private final BufferedWriter out;

    /** Replaces the file and writes the header. */
    public CsvWriter(Path file) throws IOException {
        out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        out.write("source,id,type,observedAt,deleted," + String.join(",", ATTRIBUTES) + "\n");
    }

    /**
     * Writes one row.
     *
     * @throws IllegalArgumentException if the version has an attribute without a column
     */
    public void write(SourceRecord version) throws IOException {
        if (!COLUMNS.containsAll(version.attributes().keySet())) {
            throw new IllegalArgumentException("no column for an attribute of " + version);
        }
        StringBuilder row = new StringBuilder()
                .append(version.key().source())
                .append(',')
                .append(quoted(version.key().id()))
                .append(',')
                .append(version.type())
                .append(',')
                .append(version.observedAt())
                .append(',')
                .append(version.deleted());
        for (String attribute : ATTRIBUTES) {
            row.append(',').append(quoted(String.join(VALUE_SEPARATOR, version.values(attribute))));
        }
        out.append(row).append('\n');
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
