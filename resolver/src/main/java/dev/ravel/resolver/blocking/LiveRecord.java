package dev.ravel.resolver.blocking;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.standardise.StandardRecord;

/**
 * A standardised record together with the state of its keys: which are suppressed, so that they count as null, and
 * which are over their cap, so that they propose no candidates. Bit {@code i} stands for {@code standard.keys().get(i)}.
 *
 * @param standard the record
 * @param suppressed the keys that are no evidence
 * @param overCap the keys that propose no candidate pairs
 */
public record LiveRecord(StandardRecord standard, long suppressed, long overCap) {
    public RecordKey key() {
        return standard.key();
    }

    /** Whether the key at an index counts as evidence. */
    public boolean isEvidence(int index) {
        return (suppressed >>> index & 1) == 0;
    }

    /** Whether the key at an index proposes candidate pairs. */
    public boolean proposes(int index) {
        return ((suppressed | overCap) >>> index & 1) == 0;
    }
}
