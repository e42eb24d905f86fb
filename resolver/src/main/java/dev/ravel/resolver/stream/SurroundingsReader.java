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
import java.util.TreeSet;
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
        List<StoredRecord> read = withMatched(touched, carriers.get());
        for (int again = 0; ; again++) {
            try {
                return surroundings(touched, live, read);
            } catch (StaleReadException e) {
                if (again == MAX_READ_AGAIN) {
                    throw e;
                }
                read = withMatched(touched, askCarriers(live, keys).get());
            }
        }
    }

    /**
     * Adds the records with keys of an earlier generation that a touched one has kept matches with: they are not found by the
     * keys of now yet, and what holds two records together should not seem gone until they are.
     */
    private List<StoredRecord> withMatched(SortedMap<RecordKey, TouchedRecord> touched, List<StoredRecord> carriers) {
        if (!transaction.mayHaveFormerKeys()) {
            return carriers;
        }
        Set<RecordKey> matched = new TreeSet<>();
        transaction.matches(touched.keySet()).forEach(match -> {
            matched.add(match.pair().smaller());
            matched.add(match.pair().larger());
        });
        matched.removeAll(touched.keySet());
        carriers.forEach(carrier -> matched.remove(carrier.key()));
        List<StoredRecord> all = new ArrayList<>(carriers);
        transaction.records(matched).values().stream()
                .filter(StoredRecord::formerKeys)
                .forEach(all::add);
        return all;
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
        StoredRegion region = lockRegion(touched, stored, scored);
        List<LiveRecord> unfound = unfound(touched, stored, region);
        if (unfound.isEmpty()) {
            return new Surroundings(neighbours, scored, region);
        }
        neighbours.addAll(unfound);
        List<ScoredPair> all = new ArrayList<>(scored);
        for (ScoredPair pair : resolution.score(unfound, live)) {
            if (touched.containsKey(pair.pair().smaller())
                    || touched.containsKey(pair.pair().larger())) {
                all.add(pair);
            }
        }
        return new Surroundings(neighbours, all, region);
    }

    /** Those of the region's other records that the keys of now do not lead to yet. */
    private List<LiveRecord> unfound(
            SortedMap<RecordKey, TouchedRecord> touched, Map<RecordKey, StoredRecord> found, StoredRegion region) {
        List<LiveRecord> unfound = new ArrayList<>();
        for (StoredRecord record : region.records().values()) {
            if (record.formerKeys() && !touched.containsKey(record.key()) && !found.containsKey(record.key())) {
                unfound.add(standards.live(record));
            }
        }
        return unfound;
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
