package dev.ravel.resolver.stream;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.identity.EarlierMembers;
import dev.ravel.resolver.region.RegionChange;
import dev.ravel.resolver.region.ScoredPair;
import dev.ravel.resolver.region.StandardRecords;
import dev.ravel.resolver.region.StoredRegion;
import dev.ravel.resolver.store.StoredRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What touched records are resolved with.
 *
 * @param neighbours the stored records that share a proposing key with a touched one
 * @param scored the accepted and doubtful pairs of touched records, with each other and with neighbours
 * @param region the components of the touched records and of those that they match, locked
 */
record Surroundings(List<LiveRecord> neighbours, List<ScoredPair> scored, StoredRegion region) {

    /**
     * What the touched records change in the region.
     *
     * @param live the touched records that live on
     * @param earlier what ids stood for before the operation that is taken back, if one is
     * @param cause what the events name as their cause
     */
    RegionChange change(
            SortedMap<RecordKey, TouchedRecord> touched,
            List<LiveRecord> live,
            StandardRecords standards,
            EarlierMembers earlier,
            String cause) {
        Map<RecordKey, LiveRecord> known = new HashMap<>();
        neighbours.forEach(record -> known.put(record.key(), record));
        List<LiveRecord> records = new ArrayList<>(live);
        region.records().forEach((key, stored) -> {
            if (!touched.containsKey(key)) {
                @Nullable LiveRecord read = known.get(key);
                records.add(read == null ? standards.live(stored) : read);
            }
        });
        Set<RecordKey> restored = new HashSet<>();
        touched.values().forEach(record -> {
            if (record.stored().filter(StoredRecord::deleted).isPresent()) {
                restored.add(record.key());
            }
        });
        return new RegionChange(
                records, touched.keySet(), restored, neighbours, scored, region.standing(), false, earlier, cause);
    }
}
