package dev.ravel.resolver.stream;

import dev.ravel.model.identifier.Identifier;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.standardise.Spans;
import dev.ravel.resolver.store.CarriedBeforeWrite;
import dev.ravel.resolver.store.GraphChange;
import dev.ravel.resolver.store.MaskWrite;
import dev.ravel.resolver.store.RecordWrite;
import dev.ravel.resolver.store.RekeyWrite;
import dev.ravel.resolver.store.StoredRecord;
import dev.ravel.resolver.stream.Arrivals.Arrival;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a touched record becomes a write: the whole of it where it has a new version, its keys where they are of another
 * generation, its masks where only those changed, and nothing where nothing did. Pure: reads no graph.
 */
final class RecordWrites {
    private RecordWrites() {}

    /**
     * Adds the writes of all records that are touched: their newest versions, the keys and names that are other than
     * stored, the masks that are, and the versions that came too late or were seen before.
     *
     * @param intake what the batch says of them; {@link Intake#NOTHING} if they have no new version
     * @param touched the records, locked
     * @param live those of them that are not deleted, with their masks as they are from now on
     * @param at the recorded time
     * @param write collects the change
     */
    static void add(
            Intake intake,
            SortedMap<RecordKey, TouchedRecord> touched,
            List<LiveRecord> live,
            Instant at,
            GraphChange.Builder write) {
        Map<RecordKey, LiveRecord> masks = new HashMap<>();
        live.forEach(record -> masks.put(record.key(), record));
        for (TouchedRecord record : touched.values()) {
            @Nullable LiveRecord now = masks.get(record.key());
            @Nullable Arrival arrival = intake.newest().get(record.key());
            if (arrival != null) {
                write.records.add(recordWrite(
                        record,
                        arrival,
                        intake.spansOf(record.key(), record.stored().orElse(null)),
                        now,
                        at));
            } else if (now != null && record.rekeying().isPresent()) {
                write.rekeyed.add(rekeyWrite(record, now));
            } else if (now != null) {
                maskWrite(record, now).ifPresent(write.masks::add);
            }
            carriedBefore(record).ifPresent(write.carriedBefore::add);
        }
        write.history.addAll(intake.history(at));
        write.seen.addAll(intake.seen());
        write.spans.addAll(intake.spansAlone());
    }

    /**
     * The new newest version of a record, with the keys that it gains and loses by it.
     *
     * @param spans when its values were seen
     * @param now the record with its masks; null if the version deletes it
     * @param at the recorded time
     */
    static RecordWrite recordWrite(
            TouchedRecord record, Arrival arrival, Spans spans, @Nullable LiveRecord now, Instant at) {
        SourceRecord version = arrival.version();
        Set<SharedKey> attached = attached(record);
        return new RecordWrite(
                version,
                arrival.stamp(),
                arrival.content(),
                spans,
                record.nameAfter(),
                arrival.loadId(),
                at,
                record.stored().isEmpty(),
                attached,
                detached(record),
                identifiers(record, attached),
                now == null ? Set.of() : now.suppressedKeys(),
                now == null ? Set.of() : now.overCapKeys());
    }

    private static RekeyWrite rekeyWrite(TouchedRecord record, LiveRecord now) {
        Set<SharedKey> attached = attached(record);
        return new RekeyWrite(
                record.key(),
                record.nameAfter(),
                attached,
                detached(record),
                identifiers(record, attached),
                now.suppressedKeys(),
                now.overCapKeys());
    }

    /** What versions before the one from now on had, as far as that was kept under keys of an earlier generation. */
    private static Optional<CarriedBeforeWrite> carriedBefore(TouchedRecord record) {
        if (record.rekeying().isEmpty()) {
            return Optional.empty();
        }
        Set<SharedKey> before = new TreeSet<>(record.rekeying().get().carriedBefore());
        record.keysAfter().forEach(before::remove);
        return before.isEmpty() ? Optional.empty() : Optional.of(new CarriedBeforeWrite(record.key(), before));
    }

    private static Set<SharedKey> attached(TouchedRecord record) {
        Set<SharedKey> attached = new TreeSet<>(record.keysAfter());
        record.keysBefore().forEach(attached::remove);
        return attached;
    }

    private static Set<SharedKey> detached(TouchedRecord record) {
        Set<SharedKey> detached = new TreeSet<>(record.keysBefore());
        record.keysAfter().forEach(detached::remove);
        return detached;
    }

    private static List<Identifier> identifiers(TouchedRecord record, Set<SharedKey> attached) {
        return record.after().stream()
                .flatMap(standard -> standard.identifiers().stream())
                .filter(identifier ->
                        attached.contains(identifier.key(record.key().tenant())))
                .toList();
    }

    private static Optional<MaskWrite> maskWrite(TouchedRecord record, LiveRecord now) {
        StoredRecord stored = Objects.requireNonNull(record.stored().orElse(null));
        MaskWrite write = new MaskWrite(record.key(), now.suppressedKeys(), now.overCapKeys());
        boolean same = write.suppressed().equals(stored.suppressed())
                && write.overCap().equals(stored.overCap());
        return same ? Optional.empty() : Optional.of(write);
    }
}
