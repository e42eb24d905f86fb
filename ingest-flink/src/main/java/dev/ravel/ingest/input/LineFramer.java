package dev.ravel.ingest.input;

/** Records that end with a line feed. */
final class LineFramer implements RecordFramer {
    static final LineFramer INSTANCE = new LineFramer();

    private LineFramer() {}

    @Override
    public int frame(byte[] bytes, int from, int to, boolean complete) {
        int limit = Math.min(to, from + MAX_RECORD_BYTES);
        for (int i = from; i < limit; i++) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        return complete || limit < to || to - from == MAX_RECORD_BYTES ? limit : MORE;
    }
}
