package dev.ravel.ingest.input;

import java.io.Serializable;

/**
 * One record of an input as bytes, or the end of a file.
 *
 * @param input where it stands
 * @param offset where it begins: bytes from the start of a file, records from the start of a topic's partition
 * @param endOffset the offset after it; taking it in means having taken in everything before this offset
 * @param bytes its bytes without line end; empty at the end of a file
 * @param timestampMillis a message's own time in milliseconds since 1970; 0 for files
 */
public record RawRecord(Input input, long offset, long endOffset, byte[] bytes, long timestampMillis)
        implements Serializable {
    /** The mark that follows a file's last record. Its {@code endOffset} is one more than the file's length. */
    public static RawRecord endOf(Input input) {
        return new RawRecord(input, input.length(), input.length() + 1, new byte[0], 0);
    }

    /** Whether this is the mark that follows the last record. */
    public boolean isEnd() {
        return !input.isTopic() && offset == input.length();
    }
}
