package dev.ravel.resolver.blocking;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.standardise.StandardRecord;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A standardised record together with the state of its keys: which are suppressed, so that they count as null, and
 * which are over their cap, so that they propose no candidates. Bit {@code i} stands for {@code standard.keys().get(i)}.
 *
 * @param standard the record
 * @param suppressed the keys that are no evidence
 * @param overCap the keys that propose no candidate pairs
 */
public record LiveRecord(StandardRecord standard, long suppressed, long overCap) {
    /** A record with the state of its keys given by what holds for each. */
    public static LiveRecord of(
            StandardRecord standard, Predicate<SharedKey> isSuppressed, Predicate<SharedKey> isOverCap) {
        long suppressed = 0;
        long overCap = 0;
        for (int i = 0; i < standard.keys().size(); i++) {
            if (isSuppressed.test(standard.keys().get(i))) {
                suppressed |= 1L << i;
            }
            if (isOverCap.test(standard.keys().get(i))) {
                overCap |= 1L << i;
            }
        }
        return new LiveRecord(standard, suppressed, overCap);
    }

    public RecordKey key() {
        return standard.key();
    }

    /** Those of its keys that are suppressed. */
    public Set<SharedKey> suppressedKeys() {
        return keysOf(suppressed);
    }

    /** Those of its keys that are over their cap. */
    public Set<SharedKey> overCapKeys() {
        return keysOf(overCap);
    }

    /** Whether the key at an index counts as evidence. */
    public boolean isEvidence(int index) {
        return (suppressed >>> index & 1) == 0;
    }

    /** Whether the key at an index proposes candidate pairs. */
    public boolean proposes(int index) {
        return ((suppressed | overCap) >>> index & 1) == 0;
    }

    private Set<SharedKey> keysOf(long mask) {
        if (mask == 0) {
            return Set.of();
        }
        Set<SharedKey> keys = new HashSet<>();
        for (long rest = mask; rest != 0; rest &= rest - 1) {
            keys.add(standard.keys().get(Long.numberOfTrailingZeros(rest)));
        }
        return keys;
    }
}
