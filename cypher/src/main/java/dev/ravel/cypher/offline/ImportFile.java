package dev.ravel.cypher.offline;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of one table in one file, without a header. For one thread. */
final class ImportFile implements Closeable {
    /** Between the elements of a list; in no text that a system sends. */
    static final char ELEMENT_SEPARATOR = '\u001F';

    private final List<String> columns;
    private final CsvWriter csv;
    private final @Nullable String[] fields;
    private boolean multiline;

    ImportFile(ImportTable table, Path file) throws IOException {
        this.columns = table.columns();
        this.fields = new String[columns.size()];
        BufferedWriter text = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        this.csv = CsvWriter.builder().quoteStrategy(QuoteStrategies.EMPTY).build(text);
    }

    /**
     * Writes a row; a column that it does not name, or names as null, is no property.
     *
     * @throws IllegalArgumentException if it names something that is no column
     * @throws ResolutionException with {@code INVALID_INPUT} if an element of a list contains the separator
     */
    void write(Map<String, ? extends @Nullable Object> row) {
        int written = 0;
        for (int i = 0; i < fields.length; i++) {
            @Nullable Object value = row.get(columns.get(i));
            fields[i] = value == null ? null : text(value);
            written += row.containsKey(columns.get(i)) ? 1 : 0;
        }
        if (written != row.size()) {
            throw new IllegalArgumentException(
                    "of the properties " + row.keySet() + " only " + columns + " are columns");
        }
        csv.writeRecord(fields);
    }

    /** Whether a value has more than one line. */
    boolean isMultiline() {
        return multiline;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    private String text(Object value) {
        String text;
        if (value instanceof Collection<?> elements) {
            StringBuilder list = new StringBuilder();
            for (Object element : elements) {
                if (!list.isEmpty()) {
                    list.append(ELEMENT_SEPARATOR);
                }
                list.append(requireNoSeparator(String.valueOf(element)));
            }
            text = list.toString();
        } else {
            text = value.toString();
        }
        multiline |= text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
        return text;
    }

    private static String requireNoSeparator(String element) {
        if (element.indexOf(ELEMENT_SEPARATOR) >= 0) {
            throw new ResolutionException(
                    ErrorCode.INVALID_INPUT,
                    "\"" + element
                            + "\" holds the control character U+001F, which parts the elements of lists in import"
                            + " files; load it with --through-transactions");
        }
        return element;
    }
}
