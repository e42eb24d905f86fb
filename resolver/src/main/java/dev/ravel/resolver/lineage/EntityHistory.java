package dev.ravel.resolver.lineage;

import dev.ravel.model.entity.GoldenRecord;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.lineage.LineageEvent;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.model.record.VersionOrder;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.standardise.StandardRecord;
import dev.ravel.resolver.store.EntityReader;
import dev.ravel.resolver.store.StoredVersion;
import dev.ravel.resolver.survivorship.GoldenRecordComposer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Answers what an entity was at a time, by recorded time: its records are the fold of its events until then, its golden
 * record is composed again of the versions that had been stored by then, under the survivorship in force now. Thread-safe;
 * blocking. Costs the entity's events until then and, for the golden record, one read for each record.
 */
public final class EntityHistory {
    private static final int PAGE = 500;

    private final Resolver resolver;
    private final EntityReader reader;

    public EntityHistory(Resolver resolver, EntityReader reader) {
        this.resolver = resolver;
        this.reader = reader;
    }

    /** An entity at a time; empty if it was minted later, or never. A retired one has no records. */
    public Optional<EntityAsOf> asOf(EntityId id, Instant at) {
        return lastEvent(id, at).map(event -> new EntityAsOf(at, event, golden(event.after(), at)));
    }

    /** The entity that a record belonged to at a time; empty if it was not live then. */
    public Optional<EntityAsOf> asOf(RecordKey record, Instant at) {
        return reader.entitiesEver(record).stream()
                .flatMap(id -> lastEvent(id, at).stream())
                .filter(event -> event.after().contains(record))
                .findFirst()
                .map(event -> new EntityAsOf(at, event, golden(event.after(), at)));
    }

    /**
     * What is different about an entity at {@code to}, against {@code from}. Where it was not minted yet, it has neither
     * records nor values.
     *
     * @throws ResolutionException with {@code INVALID_INPUT} if {@code to} is before {@code from}
     */
    public EntityDifference diff(EntityId id, Instant from, Instant to) {
        if (to.isBefore(from)) {
            throw new ResolutionException(
                    ErrorCode.INVALID_INPUT, "a difference goes forward: " + to + " is before " + from);
        }
        Optional<EntityAsOf> before = asOf(id, from);
        Optional<EntityAsOf> after = asOf(id, to);
        return EntityDifference.between(
                id,
                before.map(EntityAsOf::records).orElseGet(TreeSet::new),
                before.map(EntityAsOf::golden).orElse(GoldenRecord.EMPTY),
                after.map(EntityAsOf::records).orElseGet(TreeSet::new),
                after.map(EntityAsOf::golden).orElse(GoldenRecord.EMPTY));
    }

    private Optional<LineageEvent> lastEvent(EntityId id, Instant at) {
        Optional<LineageEvent> last = Optional.empty();
        long after = 0;
        while (true) {
            List<LineageEvent> page = reader.events(id, after, PAGE);
            for (LineageEvent event : page) {
                if (event.at().isAfter(at)) {
                    return last;
                }
                last = Optional.of(event);
                after = event.version();
            }
            if (page.size() < PAGE) {
                return last;
            }
        }
    }

    private GoldenRecord golden(SortedSet<RecordKey> records, Instant at) {
        List<StandardRecord> members = new ArrayList<>();
        for (RecordKey record : records) {
            reader.versions(record).stream()
                    .filter(stored -> !stored.recordedAt().isAfter(at))
                    .map(StoredVersion::version)
                    .max(VersionOrder.INSTANCE)
                    .filter(version -> !version.deleted())
                    .map((SourceRecord version) -> resolver.standardiser().standardise(version))
                    .ifPresent(members::add);
        }
        return GoldenRecordComposer.compose(members, resolver.settings());
    }
}
