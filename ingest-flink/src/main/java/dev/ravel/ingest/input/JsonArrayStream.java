package dev.ravel.ingest.input;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/**
 * A JSON array, an element a line: outside of strings, blanks and line ends are left out, and so are the array's own brackets;
 * the commas between its elements become line ends. What stands behind its end stays.
 */
final class JsonArrayStream extends ConvertedStream {
    private static final int PIECE = 1 << 13;
    private static final int MARK_BYTES = 3;
    private static final Pattern NAME = Pattern.compile("(?i)\\.json(\\.gz)?$");

    private final InputStream in;
    private final byte[] buffer = new byte[PIECE];
    private int depth;
    private boolean inString;
    private boolean escaped;

    JsonArrayStream(InputStream in) {
        super(in);
        this.in = in;
    }

    /** Whether a file that begins so is an array: neither a table nor JSON Lines by its name. */
    static boolean isArray(byte[] head, String fileName) {
        int at = head.length >= MARK_BYTES && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB ? MARK_BYTES : 0;
        while (at < head.length && isBlank(head[at])) {
            at++;
        }
        return at < head.length && head[at] == '[' && NAME.matcher(fileName).find();
    }

    @Override
    byte[] convertMore() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(PIECE);
        int read = in.read(buffer);
        while (read >= 0) {
            for (int i = 0; i < read; i++) {
                take(buffer[i], out);
            }
            if (out.size() > 0) {
                return out.toByteArray();
            }
            read = in.read(buffer);
        }
        return out.toByteArray();
    }

    private void take(byte b, ByteArrayOutputStream out) {
        if (inString) {
            inString = escaped || b != '"';
            escaped = !escaped && b == '\\';
            out.write(b);
        } else if (!isBlank(b)) {
            takeOutsideStrings(b, out);
        }
    }

    private void takeOutsideStrings(byte b, ByteArrayOutputStream out) {
        boolean opens = b == '[' || b == '{';
        boolean closes = b == ']' || b == '}';
        inString = b == '"';
        depth -= closes ? 1 : 0;
        boolean ownBracket = depth == 0 && (opens || closes);
        if (ownBracket || (depth == 1 && b == ',')) {
            out.write('\n');
        } else {
            out.write(b);
        }
        depth += opens ? 1 : 0;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\n' || b == '\r';
    }
}
