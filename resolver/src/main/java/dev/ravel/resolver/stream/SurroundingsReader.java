package dev.ravel.resolver.stream;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.region.RegionResolution;
import dev.ravel.resolver.region.ScoredPair;
import dev.ravel.resolver.region.StandardRecords;
import dev.ravel.resolver.region.StoredRegion;
import dev.ravel.resolver.store.ResolutionTransaction;
import dev.ravel.resolver.store.StaleReadException;
import dev.ravel.resolver.store.StoredRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what touched records are resolved with, once their keys are locked, and locks the components concerned. */
final class SurroundingsReader {
    private static final int MAX_READ_AGAIN = 2;

    private final StandardRecords standards;
    private final RegionResolution resolution;
    private final ResolutionTransaction transaction;

    SurroundingsReader(StandardRecords standards, RegionResolution resolution, ResolutionTransaction transaction) {
        this.standards = standards;
        this.resolution = resolution;
        this.transaction = transaction;
    }

    /**
     * Asks for the stored records that share a proposing key with a touched one; they may be waited for later.
     *
     * @param live the touched records that live on
     * @param keys their keys, locked
     */
    Supplier<List<StoredRecord>> askCarriers(List<LiveRecord> live, KeyLedger keys) {
        Set<SharedKey> proposing = keys.proposingToOthers(live);
        return proposing.isEmpty() ? List::of : transaction.askCarriers(proposing);
    }

    /**
     * Scores the neighbours and locks the components of those that match. A neighbour that a batch beside this one has moved
     * to another entity, before its entity was locked, is read once more: the rest of the work still holds.
     *
     * @param carriers what was asked for
     * @throws StaleReadException if it goes on moving, or a touched record itself has moved
     */
    Surroundings read(
            SortedMap<RecordKey, TouchedRecord> touched,
            List<LiveRecord> live,
            KeyLedger keys,
            Supplier<List<StoredRecord>> carriers) {
        List<StoredRecord> read = carriers.get();
        for (int again = 0; ; again++) {
            try {
                return surroundings(touched, live, read);
            } catch (StaleReadException e) {
                if (again == MAX_READ_AGAIN) {
                    throw e;
                }
                read = askCarriers(live, keys).get();
            }
        }
    }

    /** A touched record is no neighbour, not even as it is stored until now. */
    private Surroundings surroundings(
            SortedMap<RecordKey, TouchedRecord> touched, List<LiveRecord> live, List<StoredRecord> carriers) {
        Map<RecordKey, StoredRecord> stored = new HashMap<>();
        List<LiveRecord> neighbours = new ArrayList<>();
        for (StoredRecord carrier : carriers) {
            if (!touched.containsKey(carrier.key())) {
                stored.put(carrier.key(), carrier);
                neighbours.add(standards.live(carrier));
            }
        }
        List<ScoredPair> scored = resolution.score(live, neighbours);
        return new Surroundings(neighbours, scored, lockRegion(touched, stored, scored));
    }

    /** Locks the components of the touched records, of those they match, and of those that persons tied to them. */
    private StoredRegion lockRegion(
            SortedMap<RecordKey, TouchedRecord> touched,
            Map<RecordKey, StoredRecord> neighbours,
            List<ScoredPair> scored) {
        Map<RecordKey, StoredRecord> anchors = new HashMap<>();
        for (ScoredPair pair : scored) {
            if (resolution.isAccepted(pair)) {
                for (RecordKey key : List.of(pair.pair().smaller(), pair.pair().larger())) {
                    @Nullable StoredRecord neighbour = neighbours.get(key);
                    if (neighbour != null) {
                        anchors.put(key, neighbour);
                    }
                }
            }
        }
        List<StoredRecord> own = new ArrayList<>();
        List<RecordKey> arriving = new ArrayList<>();
        touched.values().forEach(record -> record.stored().ifPresentOrElse(own::add, () -> arriving.add(record.key())));
        StoredRegion.judgedSame(transaction, own, arriving).forEach(partner -> anchors.put(partner.key(), partner));
        own.forEach(record -> anchors.put(record.key(), record));
        return StoredRegion.lock(transaction, anchors.values(), arriving);
    }
}
