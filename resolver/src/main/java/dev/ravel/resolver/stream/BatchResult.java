package dev.ravel.resolver.stream;

import dev.ravel.model.lineage.LineageEvent;
import java.util.List;

/**
 * What a micro-batch did.
 *
 * @param newVersions versions that became the newest of their record
 * @param lateVersions versions kept that were older than the newest
 * @param repeated versions whose content was known
 * @param leftOutKeys how many keys the new versions would have beside theirs without the limits of keys of a record
 * @param events the lineage events, in ascending order of entity
 */
public record BatchResult(int newVersions, int lateVersions, int repeated, int leftOutKeys, List<LineageEvent> events) {
    public BatchResult {
        events = List.copyOf(events);
    }
}
