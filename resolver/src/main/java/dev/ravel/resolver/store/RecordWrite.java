package dev.ravel.resolver.store;

import dev.ravel.model.identifier.Identifier;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.standardise.Spans;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A new newest version of a record, live or deleted. If the record is stored already, its version until now moves to
 * its history.
 *
 * @param version the version
 * @param stamp its stamp
 * @param content its content as {@link RecordCodec} encodes it
 * @param spans the record's spans beside this version
 * @param nameKey the standardised name, empty for a deletion
 * @param loadId the load that brought it
 * @param recordedAt recorded time
 * @param isNew whether the store has no version of this record yet
 * @param attached the keys that the record did not carry before and carries now
 * @param detached the keys that the record carried before and does not carry now
 * @param identifiers the identifiers behind the attached keys, for what the graph shows of them
 * @param suppressed those of its keys that are suppressed
 * @param overCap those of its keys that are over their cap
 */
public record RecordWrite(
        SourceRecord version,
        VersionStamp stamp,
        String content,
        Spans spans,
        String nameKey,
        String loadId,
        Instant recordedAt,
        boolean isNew,
        Set<SharedKey> attached,
        Set<SharedKey> detached,
        List<Identifier> identifiers,
        Set<SharedKey> suppressed,
        Set<SharedKey> overCap) {
    public RecordWrite {
        attached = Set.copyOf(attached);
        detached = Set.copyOf(detached);
        identifiers = List.copyOf(identifiers);
        suppressed = Set.copyOf(suppressed);
        overCap = Set.copyOf(overCap);
    }
}
