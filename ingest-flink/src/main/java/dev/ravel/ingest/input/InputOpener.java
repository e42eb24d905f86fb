package dev.ravel.ingest.input;

import dev.ravel.configuration.source.InputFormat;
import dev.ravel.configuration.source.SourceConfiguration;
import dev.ravel.ingest.parse.CsvFields;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at a file and says what kind of input it is: fingerprint, encoding, delimiter, header. */
public final class InputOpener {
    private static final String DELIMITERS = ",;\t|";

    private InputOpener() {}

    /**
     * Describes a file, reading all of it once.
     *
     * @param source the configuration of its source, if there is one
     */
    public static Input describe(StoredInput file, Optional<SourceConfiguration> source) throws IOException {
        NotText.refuse(file);
        ContentScan scan;
        try (InputStream content = file.open(0)) {
            scan = ContentScan.of(content);
        }
        Instant asOf = source.map(SourceConfiguration::asOf).orElse(null);
        Instant time = asOf == null ? file.modified() : asOf;
        String encoding = source.map(SourceConfiguration::encoding)
                .filter(name -> !name.equals(SourceConfiguration.AUTO))
                .orElse(scan.encoding());
        String name = file.fileName() + '#' + scan.fingerprint();
        Header header = Header.of(file, scan.byteOrderMark());
        InputFormat format = source.map(SourceConfiguration::format).orElseGet(() -> format(file, header.line()));
        if (format == InputFormat.JSONL) {
            return new Input(
                    name,
                    file.fileName(),
                    file.location(),
                    format,
                    encoding,
                    ',',
                    List.of(),
                    scan.byteOrderMark(),
                    scan.length(),
                    time);
        }
        String headerText = header.text(Charset.forName(encoding));
        char delimiter = source.map(SourceConfiguration::delimiter)
                .filter(configured -> !configured.equals(SourceConfiguration.AUTO))
                .map(configured -> configured.charAt(0))
                .orElseGet(() -> header.delimiter().orElseGet(() -> delimiterOf(headerText)));
        List<String> columns = columns(headerText, delimiter);
        long start = Math.min(scan.length(), header.end());
        return new Input(
                name,
                file.fileName(),
                file.location(),
                format,
                encoding,
                delimiter,
                columns,
                start,
                scan.length(),
                time);
    }

    /**
     * The columns of a CSV file whose header is plain ASCII, which reads the same in every encoding; nothing else of the file
     * is read. Empty for all other files.
     */
    public static Optional<List<String>> plainColumns(StoredInput file) throws IOException {
        NotText.refuse(file);
        Header header = Header.of(file, 0);
        byte[] line = header.line();
        if (format(file, line) != InputFormat.CSV || !ContentScan.isAscii(line, 0, line.length)) {
            return Optional.empty();
        }
        String text = header.text(StandardCharsets.US_ASCII);
        return Optional.of(columns(text, header.delimiter().orElseGet(() -> delimiterOf(text))));
    }

    private static InputFormat format(StoredInput file, byte[] header) {
        return InputFormat.ofFileName(file.fileName())
                .orElseGet(() -> looksLikeJson(header) ? InputFormat.JSONL : InputFormat.CSV);
    }

    private static boolean looksLikeJson(byte[] line) {
        return line.length > 0 && line[0] == '{';
    }

    /** Of the usual delimiters the one that the header has most of. */
    private static char delimiterOf(String header) {
        char best = ',';
        long most = 0;
        for (char candidate : DELIMITERS.toCharArray()) {
            long count = header.chars().filter(c -> c == candidate).count();
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    /** The names of the columns; one that is there twice has its position behind it. */
    private static List<String> columns(String header, char delimiter) {
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String field : CsvFields.splitHeader(header, delimiter)) {
            String name = field.strip();
            names.add(seen.add(name) ? name : name + '_' + (names.size() + 1));
        }
        return names;
    }
}
