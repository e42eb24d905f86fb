package dev.ravel.ingest.input;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * What a file says, as text with line feeds in an encoding that keeps ASCII: a gzip file unpacked, UTF-16 with a byte
 * order mark as UTF-8, lines that end with carriage returns alone with line feeds, and a JSON array as JSON Lines. All other
 * files as they are. Offsets count in that text.
 */
public final class PlainText {
    private static final int PEEK_BYTES = 1 << 13;
    private static final int GZIP_MAGIC = 0x1F8B;

    /** Opens the file itself. */
    @FunctionalInterface
    public interface Opener {
        /** Its bytes from an offset on; the caller closes the stream. */
        InputStream open(long offset) throws IOException;
    }

    private PlainText() {}

    /**
     * The text from an offset on; the caller closes the stream.
     *
     * @param fileName says by its extension whether it may be JSON
     * @param location for messages
     * @throws UnreadableFileException if a gzip file is damaged
     */
    public static InputStream open(String fileName, String location, Opener file, long offset) throws IOException {
        byte[] head;
        try (InputStream content = file.open(0)) {
            head = content.readNBytes(PEEK_BYTES);
        }
        if (!isConverted(head, fileName)) {
            return file.open(offset);
        }
        InputStream text = converted(file.open(0), fileName, location);
        try {
            text.skipNBytes(offset);
            return text;
        } catch (IOException e) {
            text.close();
            throw e;
        }
    }

    private static boolean isConverted(byte[] head, String fileName) {
        return isGzip(head)
                || Utf16Stream.isUtf16(head)
                || hasLoneReturns(head)
                || JsonArrayStream.isArray(head, fileName);
    }

    private static InputStream converted(InputStream from, String fileName, String location) throws IOException {
        BufferedInputStream in = new BufferedInputStream(from, PEEK_BYTES);
        in.mark(PEEK_BYTES);
        byte[] head = in.readNBytes(PEEK_BYTES);
        in.reset();
        if (isGzip(head)) {
            return converted(new Unpacked(in, location), fileName, location);
        }
        if (Utf16Stream.isUtf16(head)) {
            return converted(new Utf16Stream(in), fileName, location);
        }
        if (hasLoneReturns(head)) {
            return converted(new LineFeeds(in), fileName, location);
        }
        return JsonArrayStream.isArray(head, fileName) ? new JsonArrayStream(in) : in;
    }

    private static boolean isGzip(byte[] head) {
        return head.length > 1 && (((head[0] & 0xFF) << Byte.SIZE) | (head[1] & 0xFF)) == GZIP_MAGIC;
    }

    /** Whether the head has carriage returns and no line feed, which may be the next byte of a head that is full. */
    private static boolean hasLoneReturns(byte[] head) {
        boolean returns = false;
        for (byte b : head) {
            if (b == '\n' || b == 0) {
                return false;
            }
            returns |= b == '\r';
        }
        return returns && (head.length < PEEK_BYTES || head[head.length - 1] != '\r');
    }

    /** A gzip file that says which file it is when it is damaged. */
    private static final class Unpacked extends FilterInputStream {
        private final String location;

        Unpacked(InputStream packed, String location) throws IOException {
            super(open(packed, location));
            this.location = location;
        }

        private static InputStream open(InputStream packed, String location) throws IOException {
            try {
                return new GZIPInputStream(packed, PEEK_BYTES);
            } catch (EOFException | ZipException e) {
                throw damaged(location);
            }
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            try {
                return super.read(bytes, from, length);
            } catch (EOFException | ZipException e) {
                throw damaged(location);
            }
        }

        private static UnreadableFileException damaged(String location) {
            return new UnreadableFileException(location, "a gzip file that is cut off or damaged; fetch it again");
        }
    }

    /** Line feeds in place of carriage returns. */
    private static final class LineFeeds extends FilterInputStream {
        LineFeeds(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            return b == '\r' ? '\n' : b;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            for (int i = from; i < from + read; i++) {
                if (bytes[i] == '\r') {
                    bytes[i] = '\n';
                }
            }
            return read;
        }
    }
}
