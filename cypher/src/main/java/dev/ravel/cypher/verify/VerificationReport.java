package dev.ravel.cypher.verify;

import java.util.List;

/**
 * What a verification found.
 *
 * @param reresolving whether the graph is being taken to another resolution: the blocks of records that wait for it are not
 *     checked then
 * @param violations the invariants that do not hold, in the order of the checks; empty if all is well
 * @param records all records of the database, deleted ones included
 * @param nodes all nodes of the database
 * @param relationships all relationships of the database
 * @param entities the entities of the tenant whose lineage was recomputed
 * @param events the lineage events that were recomputed
 * @param unsealedEvents those of them that wait to be sealed, which takes about a second
 */
public record VerificationReport(
        boolean reresolving,
        List<Violation> violations,
        long records,
        long nodes,
        long relationships,
        long entities,
        long events,
        long unsealedEvents) {
    public VerificationReport {
        violations = List.copyOf(violations);
    }

    /** Whether every invariant holds. */
    public boolean holds() {
        return violations.isEmpty();
    }

    /** Nodes and relationships for each record; 0 if there is no record. */
    public double elementsPerRecord() {
        return records == 0 ? 0 : (double) (nodes + relationships) / records;
    }
}
