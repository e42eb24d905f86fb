package dev.ravel.resolver.store;

import dev.ravel.model.record.ContentDigest;
import dev.ravel.model.record.SourceRecord;
import java.time.Instant;
import java.util.Comparator;

/**
 * What orders and identifies a version of a record, without its content. The order is {@link
 * dev.ravel.model.record.VersionOrder}'s.
 *
 * @param observedAt when the source says that the version held
 * @param sequence the source's sequence number, 0 if none
 * @param deleted whether it is a deletion
 * @param digest the digest of its content
 */
public record VersionStamp(Instant observedAt, long sequence, boolean deleted, ContentDigest digest)
        implements Comparable<VersionStamp> {
    private static final Comparator<VersionStamp> ORDER = Comparator.comparing(VersionStamp::observedAt)
            .thenComparingLong(VersionStamp::sequence)
            .thenComparing(VersionStamp::deleted)
            .thenComparing(VersionStamp::digest);

    /** The stamp of a version. */
    public static VersionStamp of(SourceRecord version) {
        return new VersionStamp(version.observedAt(), version.sequence(), version.deleted(), version.digest());
    }

    @Override
    public int compareTo(VersionStamp other) {
        return ORDER.compare(this, other);
    }
}
