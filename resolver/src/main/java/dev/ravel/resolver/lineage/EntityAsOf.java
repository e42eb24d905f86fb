package dev.ravel.resolver.lineage;

import dev.ravel.model.entity.GoldenRecord;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.lineage.LineageEvent;
import java.time.Instant;
import java.util.SortedSet;

/**
 * An entity as it was, and as it was known, at a time.
 *
 * @param at the time, recorded time
 * @param last the entity's last event until then
 * @param golden its golden record then
 */
public record EntityAsOf(Instant at, LineageEvent last, GoldenRecord golden) {
    /** Its records then, ascending; none if it was retired. */
    public SortedSet<RecordKey> records() {
        return last.after();
    }
}
