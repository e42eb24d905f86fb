package dev.ravel.resolver.region;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.standardise.Spans;
import dev.ravel.resolver.standardise.StandardRecord;
import dev.ravel.resolver.standardise.Standardiser;
import dev.ravel.resolver.store.StoredRecord;
import dev.ravel.resolver.store.VersionStamp;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Standardised records, the most recently used ones remembered: parsing and standardising a stored neighbour costs far
 * more than scoring it. Bounded; thread-safe. Standardising is pure and a version never changes, so forgetting and
 * remembering change nothing.
 */
public final class StandardRecords {
    private record Version(RecordKey key, VersionStamp stamp) {}

    private static final float LOAD_FACTOR = 0.75f;

    private final Standardiser standardiser;
    private final Map<Version, StandardRecord> remembered;

    /**
     * @param limit the most records remembered
     */
    public StandardRecords(Standardiser standardiser, int limit) {
        this.standardiser = standardiser;
        this.remembered = new LinkedHashMap<>(16, LOAD_FACTOR, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Version, StandardRecord> eldest) {
                return size() > limit;
            }
        };
    }

    /** The comparable form of a live version. */
    public StandardRecord of(SourceRecord version, VersionStamp stamp) {
        return remembered(new Version(version.key(), stamp), () -> version);
    }

    /** The same of a record that has these spans beside the version. */
    public StandardRecord of(SourceRecord version, VersionStamp stamp, Spans spans) {
        return standardiser.dated(of(version, stamp), spans);
    }

    /** The comparable form of a stored record, which must be live. */
    public StandardRecord of(StoredRecord stored) {
        return standardiser.dated(
                remembered(new Version(stored.key(), stored.stamp()), stored::decode), stored.spans());
    }

    /** The newest version of a stored record, which may be a deletion. */
    public SourceRecord source(StoredRecord stored) {
        return stored.deleted()
                ? stored.decode()
                : remembered(new Version(stored.key(), stored.stamp()), stored::decode)
                        .source();
    }

    /** The same with the stored state of its keys. */
    public LiveRecord live(StoredRecord stored) {
        return LiveRecord.of(of(stored), stored.suppressed()::contains, stored.overCap()::contains);
    }

    /** The same for many, on all cores, in their order. */
    public List<LiveRecord> live(Collection<StoredRecord> stored) {
        return stored.parallelStream().map(this::live).toList();
    }

    private StandardRecord remembered(Version version, Supplier<SourceRecord> content) {
        synchronized (remembered) {
            @Nullable StandardRecord known = remembered.get(version);
            if (known != null) {
                return known;
            }
        }
        StandardRecord standard = standardiser.standardise(content.get());
        synchronized (remembered) {
            remembered.put(version, standard);
        }
        return standard;
    }
}
