package dev.ravel.resolver.stream;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.standardise.Spans;
import dev.ravel.resolver.store.HistoryWrite;
import dev.ravel.resolver.store.SeenWrite;
import dev.ravel.resolver.store.SpansWrite;
import dev.ravel.resolver.store.StoredRecord;
import dev.ravel.resolver.store.VersionStamp;
import dev.ravel.resolver.stream.Arrivals.Arrival;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What arrivals mean beside what is stored: which version of each record becomes its newest, which came too late and is
 * only kept, and which says nothing new. The newest version is the greatest of all, so the order of arrival is forgotten
 * here.
 *
 * @param newest the arrivals that become the newest version of their record, by record
 * @param restamped the arrivals whose content is the newest version's, at a later stamp
 * @param late the arrivals that are older than the newest version and not kept yet
 * @param spans the spans of records that have others from now on, beside their newest version
 */
record Intake(
        SortedMap<RecordKey, Arrival> newest,
        SortedMap<RecordKey, Arrival> restamped,
        List<Arrival> late,
        SortedMap<RecordKey, Spans> spans) {
    /** Nothing came. */
    static final Intake NOTHING = new Intake(new TreeMap<>(), new TreeMap<>(), List.of(), new TreeMap<>());

    /**
     * Compares arrivals with the stored records of their keys.
     *
     * @param content gives the newest version of a stored record
     */
    static Intake of(
            Arrivals arrivals, Map<RecordKey, StoredRecord> stored, Function<StoredRecord, SourceRecord> content) {
        SortedMap<RecordKey, Arrival> newest = new TreeMap<>();
        SortedMap<RecordKey, Arrival> restamped = new TreeMap<>();
        List<Arrival> late = new ArrayList<>();
        SortedMap<RecordKey, Spans> spans = new TreeMap<>();
        arrivals.byRecord().forEach((key, versions) -> {
            @Nullable StoredRecord known = stored.get(key);
            Arrival last = versions.lastEntry().getValue();
            VersionStamp greatest = last.stamp();
            if (known == null) {
                newest.put(key, last);
            } else if (greatest.compareTo(known.stamp()) <= 0) {
                greatest = known.stamp();
            } else if (greatest.digest().equals(known.digest())) {
                restamped.put(key, last);
            } else {
                newest.put(key, last);
            }
            addLate(versions, known, greatest, late);
            Spans before = known == null ? Spans.NONE : known.spans();
            Spans after = spans(versions, known, content);
            if (!after.equals(before)) {
                spans.put(key, after);
            }
        });
        return new Intake(newest, restamped, late, spans);
    }

    /** Whether nothing has to be written but offsets. */
    boolean saysNothingNew() {
        return newest.isEmpty() && restamped.isEmpty() && late.isEmpty() && spans.isEmpty();
    }

    /** The records that it writes, ascending. */
    SortedSet<RecordKey> keys() {
        SortedSet<RecordKey> keys = new TreeSet<>(newest.keySet());
        keys.addAll(restamped.keySet());
        late.forEach(arrival -> keys.add(arrival.version().key()));
        keys.addAll(spans.keySet());
        return keys;
    }

    List<HistoryWrite> history(Instant at) {
        return late.stream()
                .map(arrival -> new HistoryWrite(arrival.version(), arrival.loadId(), at))
                .toList();
    }

    List<SeenWrite> seen() {
        return restamped.values().stream()
                .map(arrival -> new SeenWrite(
                        arrival.version().key(),
                        arrival.stamp().observedAt(),
                        arrival.stamp().sequence()))
                .toList();
    }

    /** The spans of a record from now on. */
    Spans spansOf(RecordKey key, @Nullable StoredRecord stored) {
        @Nullable Spans changed = spans.get(key);
        return changed != null ? changed : stored == null ? Spans.NONE : stored.spans();
    }

    /** The spans of records that keep their newest version. */
    List<SpansWrite> spansAlone() {
        List<SpansWrite> writes = new ArrayList<>();
        spans.forEach((key, changed) -> {
            if (!newest.containsKey(key)) {
                writes.add(new SpansWrite(key, changed));
            }
        });
        return writes;
    }

    /** All versions of a record count, also those that are not kept. */
    private static Spans spans(
            NavigableMap<VersionStamp, Arrival> versions,
            @Nullable StoredRecord known,
            Function<StoredRecord, SourceRecord> content) {
        Arrival last = versions.lastEntry().getValue();
        if (known == null && versions.size() == 1) {
            return Spans.NONE;
        }
        if (known != null && versions.size() == 1 && last.stamp().equals(known.stamp())) {
            return known.spans();
        }
        Spans all = Spans.NONE;
        SourceRecord newest = last.version();
        if (known != null) {
            SourceRecord stored = content.apply(known);
            all = known.spans().until(known.observedAt()).with(Spans.of(stored));
            newest = last.stamp().compareTo(known.stamp()) > 0 ? newest : stored;
        }
        for (Arrival arrival : versions.values()) {
            all = all.with(Spans.of(arrival.version()));
        }
        return all.beside(newest);
    }

    /** Older versions are kept unless they are kept already or say what the newest or the stored version says. */
    private static void addLate(
            NavigableMap<VersionStamp, Arrival> versions,
            @Nullable StoredRecord known,
            VersionStamp greatest,
            List<Arrival> late) {
        Set<VersionStamp> kept = new HashSet<>();
        if (known != null) {
            kept.addAll(known.olderVersions());
        }
        versions.headMap(greatest, false).forEach((stamp, arrival) -> {
            boolean repeats = stamp.digest().equals(greatest.digest())
                    || (known != null && stamp.digest().equals(known.digest()));
            if (!repeats && !kept.contains(stamp)) {
                late.add(arrival);
            }
        });
    }
}
