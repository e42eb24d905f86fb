package dev.ravel.resolver.stream;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.region.StandardRecords;
import dev.ravel.resolver.standardise.StandardRecord;
import dev.ravel.resolver.store.FormerKeys;
import dev.ravel.resolver.store.StoredRecord;
import dev.ravel.resolver.stream.Arrivals.Arrival;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A batch beside what is stored of its records: which versions are new, which records they touch, and how these move the
 * keys that they carry. For one attempt: the keys are then locked.
 *
 * @param intake which versions become the newest, come late, or say nothing new
 * @param touched the records with a new newest version, a later stamp or other spans
 * @param keys the keys of the touched records
 */
record Arriving(Intake intake, SortedMap<RecordKey, TouchedRecord> touched, KeyLedger keys) {

    /**
     * A batch beside what is stored.
     *
     * @param former what those of the stored records are stored with that have keys of an earlier generation
     */
    static Arriving of(
            Arrivals arrivals,
            Map<RecordKey, StoredRecord> stored,
            Map<RecordKey, FormerKeys> former,
            StandardRecords standards,
            Resolver resolver) {
        Intake intake = Intake.of(arrivals, stored, standards::source);
        SortedMap<RecordKey, TouchedRecord> touched = new TreeMap<>();
        Map<RecordKey, Arrival> arriving = new HashMap<>(intake.newest());
        arriving.putAll(intake.restamped());
        arriving.forEach((key, arrival) -> {
            Optional<StoredRecord> known = Optional.ofNullable(stored.get(key));
            Optional<StandardRecord> before =
                    known.filter(record -> !record.deleted()).map(standards::of);
            Optional<StandardRecord> after = Optional.of(arrival.version())
                    .filter(version -> !version.deleted())
                    .map(version -> standards.of(version, arrival.stamp(), intake.spansOf(key, stored.get(key))));
            Optional<Rekeying> rekeying = before.flatMap(standard -> Rekeying.of(former.get(key), standard, standards));
            touched.put(key, new TouchedRecord(key, known, before, after, rekeying));
        });
        intake.spans().forEach((key, spans) -> {
            @Nullable StoredRecord known = stored.get(key);
            if (known != null && !known.deleted() && !touched.containsKey(key)) {
                StandardRecord before = standards.of(known);
                touched.put(
                        key,
                        new TouchedRecord(
                                key,
                                Optional.of(known),
                                Optional.of(before),
                                Optional.of(standards.of(standards.source(known), known.stamp(), spans)),
                                Rekeying.of(former.get(key), before, standards)));
            }
        });
        return new Arriving(intake, touched, KeyLedger.of(touched.values(), resolver));
    }
}
