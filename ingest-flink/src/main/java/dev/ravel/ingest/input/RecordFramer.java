package dev.ravel.ingest.input;

import dev.ravel.configuration.source.InputFormat;

/**
 * Finds where records end. A framer looks at a record from its start each time and keeps nothing in between, so that
 * how an input is cut into chunks cannot change what its records are.
 */
interface RecordFramer {
    /** The answer if the record's end cannot be told without more bytes. */
    int MORE = -1;

    /** The longest record, in bytes. A longer one is cut into pieces that do not parse. */
    int MAX_RECORD_BYTES = 4 << 20;

    /**
     * The end of the record that begins at {@code from}, after its line end, or {@link #MORE}.
     *
     * @param bytes holds the input's bytes from {@code from} until {@code to}
     * @param complete whether the input ends at {@code to}
     */
    int frame(byte[] bytes, int from, int to, boolean complete);

    /** The framer for an input. */
    static RecordFramer of(Input input) {
        return input.format() == InputFormat.JSONL
                ? LineFramer.INSTANCE
                : new CsvFramer((byte) input.delimiter(), input.columns().size(), input.encoding());
    }
}
