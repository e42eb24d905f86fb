package dev.ravel.resolver.lineage;

/**
 * How many ids have changed between two times.
 *
 * @param entitiesBefore the entities that were active at the first time
 * @param entitiesAfter the entities that were active at the second
 * @param kept the ids that were active at both
 * @param recordsInBoth the records that were live at both
 * @param recordsMoved those of them that were in entities with different ids
 */
public record Churn(long entitiesBefore, long entitiesAfter, long kept, long recordsInBoth, long recordsMoved) {
    /** The ids that were active at the first time and are not at the second. */
    public long retired() {
        return entitiesBefore - kept;
    }

    /** The ids that are active at the second time and were not at the first. */
    public long minted() {
        return entitiesAfter - kept;
    }

    /** The share of the records live at both times whose customer has another id, 0 to 1; 0 if there are none. */
    public double movedShare() {
        return recordsInBoth == 0 ? 0 : (double) recordsMoved / recordsInBoth;
    }
}
