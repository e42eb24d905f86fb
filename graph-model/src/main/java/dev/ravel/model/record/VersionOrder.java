package dev.ravel.model.record;

import java.util.Comparator;

/**
 * The total order of the versions of one record: {@code observedAt}, then the source's sequence, then deletions after
 * live versions, then the content digest. The greatest version is the live one, whatever order they arrive in.
 */
public final class VersionOrder implements Comparator<SourceRecord> {
    /** The order. */
    public static final VersionOrder INSTANCE = new VersionOrder();

    private static final Comparator<SourceRecord> ORDER = Comparator.comparing(SourceRecord::observedAt)
            .thenComparingLong(SourceRecord::sequence)
            .thenComparing(SourceRecord::deleted)
            .thenComparing(SourceRecord::digest);

    private VersionOrder() {}

    @Override
    public int compare(SourceRecord a, SourceRecord b) {
        return ORDER.compare(a, b);
    }
}
