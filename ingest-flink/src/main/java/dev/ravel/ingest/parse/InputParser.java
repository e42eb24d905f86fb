package dev.ravel.ingest.parse;

import dev.ravel.ingest.input.RawRecord;
import dev.ravel.model.record.SourceRecord;

/** Reads the records of one input. */
interface InputParser {
    /**
     * What a raw record says.
     *
     * @throws RefusedRecordException if it cannot be taken in
     */
    SourceRecord parse(RawRecord raw);
}
