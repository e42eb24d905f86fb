package dev.ravel.ingest.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The first line of a file that is not blank. Where it only says what the delimiter is, as spreadsheets write it
 * ({@code sep=;}), the next one is meant.
 *
 * @param line its bytes with its line end
 * @param end the offset of what follows it
 * @param delimiter what the line before it said
 */
record Header(byte[] line, long end, Optional<Character> delimiter) {
    private static final String DELIMITER_IS = "sep=";

    /**
     * Reads it.
     *
     * @param from an offset behind the byte order mark
     */
    static Header of(StoredInput file, int from) throws IOException {
        byte[] head;
        try (InputStream content = file.open(from)) {
            head = content.readNBytes(RecordFramer.MAX_RECORD_BYTES);
        }
        int start = firstNotBlank(head, 0);
        int end = lineEnd(head, start);
        String said = new String(head, start, end - start, StandardCharsets.ISO_8859_1).stripTrailing();
        if (said.length() != DELIMITER_IS.length() + 1 || !said.startsWith(DELIMITER_IS)) {
            return new Header(Arrays.copyOfRange(head, start, end), (long) from + end, Optional.empty());
        }
        int next = firstNotBlank(head, end);
        int nextEnd = lineEnd(head, next);
        return new Header(
                Arrays.copyOfRange(head, next, nextEnd),
                (long) from + nextEnd,
                Optional.of(said.charAt(DELIMITER_IS.length())));
    }

    /** The line without its line end. */
    String text(Charset charset) {
        return new String(line, charset).stripTrailing();
    }

    /** The start of the first line from a position on that is not blank; the end if all are. */
    private static int firstNotBlank(byte[] head, int from) {
        int start = from;
        int at = from;
        while (at < head.length && (head[at] == ' ' || head[at] == '\t' || head[at] == '\r' || head[at] == '\n')) {
            at++;
            start = head[at - 1] == '\n' ? at : start;
        }
        return at == head.length ? at : start;
    }

    private static int lineEnd(byte[] head, int from) {
        int end = from;
        while (end < head.length && head[end] != '\n') {
            end++;
        }
        return Math.min(head.length, end + 1);
    }
}
