package dev.ravel.ingest.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The records of an input, one after the other. Not thread-safe. */
public final class FramedStream implements AutoCloseable {
    private static final int CHUNK_BYTES = 1 << 18;

    private final Input input;
    private final RecordFramer framer;
    private final InputStream stream;
    private final int chunkBytes;
    private byte[] buffer;
    private int from;
    private int to;
    /** The input's offset of {@code buffer[from]}. */
    private long offset;

    private boolean complete;
    private boolean ended;

    /**
     * Reads on from an offset at which a record begins.
     *
     * @param stream the input's bytes from that offset; closed with this
     */
    public FramedStream(Input input, InputStream stream, long offset) {
        this(input, stream, offset, CHUNK_BYTES);
    }

    FramedStream(Input input, InputStream stream, long offset, int chunkBytes) {
        this.input = input;
        this.framer = RecordFramer.of(input);
        this.stream = stream;
        this.offset = offset;
        this.chunkBytes = chunkBytes;
        this.buffer = new byte[Math.max(64, 2 * chunkBytes)];
        this.ended = offset > input.length();
    }

    /** The next record, blank lines left out; after the last one the mark of the end; then null. */
    public @Nullable RawRecord next() throws IOException {
        while (!ended) {
            int end = framer.frame(buffer, from, to, complete);
            if (end == RecordFramer.MORE || (from == to && !complete)) {
                fill();
            } else if (from == to) {
                ended = true;
                return RawRecord.endOf(input);
            } else {
                RawRecord record = record(end);
                offset += end - from;
                from = end;
                if (record != null) {
                    return record;
                }
            }
        }
        return null;
    }

    private @Nullable RawRecord record(int end) {
        int last = end;
        while (last > from && (buffer[last - 1] == '\n' || buffer[last - 1] == '\r')) {
            last--;
        }
        if (isBlank(from, last)) {
            return null;
        }
        return new RawRecord(input, offset, offset + end - from, Arrays.copyOfRange(buffer, from, last), 0);
    }

    private boolean isBlank(int start, int end) {
        for (int i = start; i < end; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    private void fill() throws IOException {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
            to -= from;
            from = 0;
        }
        if (buffer.length - to < chunkBytes) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length + chunkBytes);
        }
        int wanted = (int) Math.min(chunkBytes, input.length() - offset - (to - from));
        int read = wanted <= 0 ? -1 : stream.read(buffer, to, wanted);
        if (read < 0) {
            complete = true;
        } else {
            to += read;
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
