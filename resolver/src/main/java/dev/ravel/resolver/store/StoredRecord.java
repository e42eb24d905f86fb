package dev.ravel.resolver.store;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.ContentDigest;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.standardise.Spans;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A record as the store holds it: its newest version, which may be a deletion, and where it belongs.
 *
 * @param key the record
 * @param observedAt of the newest version
 * @param sequence of the newest version
 * @param deleted whether the newest version is a deletion
 * @param digest the digest of the newest version's content
 * @param content the newest version's content, encoded by {@link RecordCodec}
 * @param recordedAt when the newest version was stored
 * @param loadId the load that brought it
 * @param olderVersions the stamps of the other versions kept, in no particular order
 * @param spans its spans beside its newest version
 * @param entity the entity that it is a member of; empty if deleted
 * @param component the component of that entity; empty text if deleted
 * @param suppressed those of its keys that are suppressed
 * @param overCap those of its keys that are over their cap
 * @param judged whether judgements should be looked for: true at least where a standing one names it
 * @param formerKeys whether it is stored with keys of an earlier generation: those that it has now are not attached yet
 */
public record StoredRecord(
        RecordKey key,
        Instant observedAt,
        long sequence,
        boolean deleted,
        ContentDigest digest,
        String content,
        Instant recordedAt,
        String loadId,
        List<VersionStamp> olderVersions,
        Spans spans,
        Optional<EntityId> entity,
        String component,
        Set<SharedKey> suppressed,
        Set<SharedKey> overCap,
        boolean judged,
        boolean formerKeys) {

    public StoredRecord {
        olderVersions = List.copyOf(olderVersions);
        suppressed = Set.copyOf(suppressed);
        overCap = Set.copyOf(overCap);
    }

    /** The newest version, decoded. Costs a parse: keep the result. */
    public SourceRecord decode() {
        return RecordCodec.decode(key, observedAt, sequence, deleted, content);
    }

    /** The stamp of the newest version. */
    public VersionStamp stamp() {
        return new VersionStamp(observedAt, sequence, deleted, digest);
    }
}
