package dev.ravel.ingest.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** UTF-16 with a byte order mark, as UTF-8 without one. */
final class Utf16Stream extends ConvertedStream {
    private static final int PIECE = 1 << 13;

    private final Reader reader;
    private final char[] chars = new char[PIECE + 1];

    Utf16Stream(InputStream in) {
        super(in);
        this.reader = new InputStreamReader(in, StandardCharsets.UTF_16);
    }

    /** Whether a file that begins so is UTF-16: with {@code FF FE} or {@code FE FF}, which UTF-8 and GB18030 never do. */
    static boolean isUtf16(byte[] head) {
        return head.length > 1
                && ((head[0] == (byte) 0xFF && head[1] == (byte) 0xFE)
                        || (head[0] == (byte) 0xFE && head[1] == (byte) 0xFF));
    }

    @Override
    byte[] convertMore() throws IOException {
        int read = Math.max(0, reader.read(chars, 0, PIECE));
        if (read > 0 && Character.isHighSurrogate(chars[read - 1])) {
            read += Math.max(0, reader.read(chars, read, 1));
        }
        return new String(chars, 0, read).getBytes(StandardCharsets.UTF_8);
    }
}
