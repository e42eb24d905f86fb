package dev.ravel.ingest.parse;

import dev.ravel.ingest.input.RawRecord;
import dev.ravel.model.record.SourceRecord;

/** What a raw record turned out to be. */
public sealed interface Parsed {
    /** The raw record. */
    RawRecord raw();

    /**
     * A version of a source record.
     *
     * @param raw the raw record
     * @param version what it says
     */
    record Accepted(RawRecord raw, SourceRecord version) implements Parsed {}

    /**
     * An input that cannot be taken in.
     *
     * @param raw the raw record
     * @param reason why, for programs
     * @param detail why, for people
     */
    record DeadLetter(RawRecord raw, DeadLetterReason reason, String detail) implements Parsed {}

    /**
     * The end of a file.
     *
     * @param raw the mark of the end
     */
    record EndOfFile(RawRecord raw) implements Parsed {}
}
