package dev.ravel.ingest.input;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that are made from others a piece at a time. */
abstract class ConvertedStream extends InputStream {
    private final InputStream source;
    private byte[] piece = new byte[0];
    private int at;

    ConvertedStream(InputStream source) {
        this.source = source;
    }

    /** The next bytes, at least one; none if there are no more. */
    abstract byte[] convertMore() throws IOException;

    @Override
    public final int read() throws IOException {
        return hasMore() ? piece[at++] & 0xFF : -1;
    }

    @Override
    public final int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!hasMore()) {
            return -1;
        }
        int taken = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, bytes, from, taken);
        at += taken;
        return taken;
    }

    private boolean hasMore() throws IOException {
        if (at == piece.length) {
            piece = convertMore();
            at = 0;
        }
        return piece.length > 0;
    }

    @Override
    public final void close() throws IOException {
        source.close();
    }
}
