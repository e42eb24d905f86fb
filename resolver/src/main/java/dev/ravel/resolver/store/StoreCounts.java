package dev.ravel.resolver.store;

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
        long events) {}
