package dev.ravel.resolver.stream;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.store.RecordCodec;
import dev.ravel.resolver.store.VersionStamp;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The versions of a batch by record and in their order, each once, whatever order and number they came in.
 *
 * @param byRecord the versions of each record, oldest first
 * @param versions how many versions came in, repetitions included
 * @param loads the loads that brought them
 */
record Arrivals(
        SortedMap<RecordKey, NavigableMap<VersionStamp, Arrival>> byRecord, int versions, SortedSet<String> loads) {

    /**
     * A version that came in.
     *
     * @param version the version
     * @param stamp its stamp
     * @param content its content as it is stored
     * @param loadId the load that brought it; of several the smallest
     */
    record Arrival(SourceRecord version, VersionStamp stamp, String content, String loadId) {}

    static Arrivals of(List<Incoming> batch) {
        SortedMap<RecordKey, NavigableMap<VersionStamp, Arrival>> byRecord = new TreeMap<>();
        SortedSet<String> loads = new TreeSet<>();
        for (Incoming incoming : batch) {
            SourceRecord version = incoming.version();
            VersionStamp stamp = VersionStamp.of(version);
            byRecord.computeIfAbsent(version.key(), key -> new TreeMap<>())
                    .merge(
                            stamp,
                            new Arrival(version, stamp, RecordCodec.encode(version), incoming.loadId()),
                            (first, second) -> first.loadId().compareTo(second.loadId()) <= 0 ? first : second);
            loads.add(incoming.loadId());
        }
        return new Arrivals(
                Collections.unmodifiableSortedMap(byRecord), batch.size(), Collections.unmodifiableSortedSet(loads));
    }

    SortedSet<RecordKey> keys() {
        return new TreeSet<>(byRecord.keySet());
    }
}
