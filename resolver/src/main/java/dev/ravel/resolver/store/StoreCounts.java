package dev.ravel.resolver.store;

import dev.ravel.model.cluster.Guard;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The counts of a graph.
 *
 * @param liveRecords records whose newest version is not a deletion
 * @param entities active entities
 * @param mergedEntities active entities with more than one record
 * @param retiredEntities retired entities
 * @param identifiers identifier nodes
 * @param suppressedIdentifiers identifiers that are suppressed
 * @param blocksOverCap blocks that propose no candidates because they are too large
 * @param openReviewItems open review items
 * @param events lineage events
 * @param heldByGuard links between live records that a guard holds back, guards that hold none included
 */
public record StoreCounts(
        long liveRecords,
        long entities,
        long mergedEntities,
        long retiredEntities,
        long identifiers,
        long suppressedIdentifiers,
        long blocksOverCap,
        long openReviewItems,
        long events,
        SortedMap<Guard, Long> heldByGuard) {
    public StoreCounts {
        TreeMap<Guard, Long> all = new TreeMap<>();
        for (Guard guard : Guard.values()) {
            all.put(guard, heldByGuard.getOrDefault(guard, 0L));
        }
        heldByGuard = Collections.unmodifiableSortedMap(all);
    }
}
