package dev.ravel.ingest.input;

/**
 * CSV records by RFC 4180: a quoted field may hold line ends. A quote that is never closed must not swallow the rest of
 * the file: a record that spans lines and then does not fit (a closing quote is followed by something else than a
 * delimiter, the number of fields is not the header's, or it grows beyond {@value #MAX_QUOTED_BYTES} bytes) ends at its
 * first line end instead, and reading goes on with the next line.
 *
 * <p>Works on bytes. The encodings allowed keep ASCII bytes for ASCII characters, except that the second byte of a
 * two-byte character in GB18030 may be an ASCII letter or punctuation; those bytes are stepped over.
 */
final class CsvFramer implements RecordFramer {
    private static final int MAX_QUOTED_BYTES = 1 << 20;

    private final byte delimiter;
    private final int columns;
    private final boolean doubleByte;

    CsvFramer(byte delimiter, int columns, String encoding) {
        this.delimiter = delimiter;
        this.columns = columns;
        this.doubleByte = encoding.startsWith("GB");
    }

    @Override
    public int frame(byte[] bytes, int from, int to, boolean complete) {
        int firstLineEnd = MORE;
        int fields = 1;
        boolean fieldStart = true;
        int i = from;
        while (i < to) {
            byte b = bytes[i];
            if (b == '"' && fieldStart) {
                int close = closingQuote(bytes, i + 1, to, complete);
                int lineEnd = firstLineEnd == MORE ? lineEnd(bytes, i, close == MORE ? to : close) : firstLineEnd;
                if (close == MORE) {
                    return unclosed(from, to, complete, lineEnd);
                }
                firstLineEnd = lineEnd;
                i = close + 1;
                fieldStart = false;
                if (firstLineEnd != MORE && i < to && !endsField(bytes[i])) {
                    return firstLineEnd;
                }
            } else if (b == '\n') {
                return firstLineEnd != MORE && fields != columns ? firstLineEnd : i + 1;
            } else {
                fieldStart = b == delimiter;
                fields += fieldStart ? 1 : 0;
                i += doubleByte && b < 0 ? 2 : 1;
            }
        }
        if (!complete && to - from < MAX_RECORD_BYTES) {
            return MORE;
        }
        return firstLineEnd != MORE && (fields != columns || !complete) ? firstLineEnd : to;
    }

    private static int unclosed(int from, int to, boolean complete, int lineEnd) {
        if (!complete && to - from < MAX_QUOTED_BYTES) {
            return MORE;
        }
        if (lineEnd != MORE) {
            return lineEnd;
        }
        return complete || to - from >= MAX_RECORD_BYTES ? to : MORE;
    }

    /** Where the field that began before {@code from} has its closing quote; {@link #MORE} if not before {@code to}. */
    private int closingQuote(byte[] bytes, int from, int to, boolean complete) {
        int i = from;
        while (i < to) {
            byte b = bytes[i];
            if (b != '"') {
                i += doubleByte && b < 0 ? 2 : 1;
            } else if (i + 1 < to && bytes[i + 1] == '"') {
                i += 2;
            } else {
                return i + 1 < to || complete ? i : MORE;
            }
        }
        return MORE;
    }

    private boolean endsField(byte b) {
        return b == delimiter || b == '\n' || b == '\r';
    }

    /** The end of the first line between two positions, after its line feed. */
    private static int lineEnd(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        return MORE;
    }
}
