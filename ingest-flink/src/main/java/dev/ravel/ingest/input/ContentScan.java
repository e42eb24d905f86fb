package dev.ravel.ingest.input;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One pass over a file's bytes that finds its fingerprint and its encoding.
 *
 * <p>The encoding is UTF-8 if at least half of the lines with other than ASCII characters are UTF-8, so that a damaged
 * line cannot turn a file around; else GB18030 if at least half of the other lines are that; else ICU's best guess.
 *
 * @param fingerprint the first 16 hexadecimal digits of the content's SHA-256
 * @param encoding the name of the character set
 * @param byteOrderMark the length of the UTF-8 byte order mark, 0 or 3
 * @param length the length in bytes
 */
record ContentScan(String fingerprint, String encoding, int byteOrderMark, long length) {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int FINGERPRINT_DIGITS = 16;
    private static final int SAMPLE_BYTES = 1 << 18;
    private static final Charset GB18030 = Charset.forName("GB18030");

    static ContentScan of(InputStream content) throws IOException {
        MessageDigest sha = sha256();
        Utf8Lines lines = new Utf8Lines();
        byte[] buffer = new byte[BUFFER_BYTES];
        byte[] head = new byte[3];
        long length = 0;
        int read;
        while ((read = content.readNBytes(buffer, 0, buffer.length)) > 0) {
            if (length == 0) {
                System.arraycopy(buffer, 0, head, 0, Math.min(head.length, read));
            }
            sha.update(buffer, 0, read);
            lines.accept(buffer, read);
            length += read;
        }
        lines.endLine();
        boolean marked = head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF;
        String fingerprint = HexFormat.of().formatHex(sha.digest()).substring(0, FINGERPRINT_DIGITS);
        return new ContentScan(fingerprint, marked ? "UTF-8" : lines.encoding(), marked ? 3 : 0, length);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Counts the lines that are and are not UTF-8, and keeps a sample of those that are not. */
    private static final class Utf8Lines {
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private final ByteArrayOutputStream sample = new ByteArrayOutputStream();
        private long valid;
        private long invalid;
        private long gb18030;

        void accept(byte[] bytes, int length) {
            int from = 0;
            for (int i = 0; i < length; i++) {
                if (bytes[i] == '\n') {
                    if (line.size() == 0) {
                        take(bytes, from, i + 1);
                    } else {
                        line.write(bytes, from, i + 1 - from);
                        endLine();
                    }
                    from = i + 1;
                }
            }
            line.write(bytes, from, length - from);
        }

        void endLine() {
            byte[] bytes = line.toByteArray();
            line.reset();
            take(bytes, 0, bytes.length);
        }

        private void take(byte[] bytes, int from, int to) {
            if (isAscii(bytes, from, to)) {
                return;
            }
            if (Utf8.isValid(bytes, from, to)) {
                valid++;
                return;
            }
            invalid++;
            if (sample.size() < SAMPLE_BYTES) {
                sample.write(bytes, from, to - from);
                gb18030 += isGb18030(bytes, from, to) ? 1 : -1;
            }
        }

        String encoding() {
            if (valid >= invalid) {
                return "UTF-8";
            }
            if (gb18030 >= 0) {
                return "GB18030";
            }
            CharsetMatch match =
                    new CharsetDetector().setText(sample.toByteArray()).detect();
            boolean usable = match != null
                    && Charset.isSupported(match.getName())
                    && !match.getName().startsWith("UTF-");
            return usable ? match.getName() : "ISO-8859-1";
        }

        private static boolean isGb18030(byte[] bytes, int from, int to) {
            try {
                GB18030.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
                return true;
            } catch (CharacterCodingException e) {
                return false;
            }
        }
    }

    /** Whether all bytes of a stretch are ASCII. */
    static boolean isAscii(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
