package dev.ravel.resolver.lineage;

import dev.ravel.model.entity.GoldenRecord;
import dev.ravel.model.identifier.SharedKey;
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
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
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
        return lastEventWith(record, at).map(event -> new EntityAsOf(at, event, golden(event.after(), at)));
    }

    /**
     * The entities that held, at a time, a record whose newest version known then carries an identifier, ascending by id, at
     * most {@code limit}: the first found in the order of the records. Versions are standardised by the rules in force
     * now. Costs a read for each record that has ever carried the identifier, until enough are found.
     */
    public List<EntityAsOf> asOf(SharedKey identifier, Instant at, int limit) {
        SortedMap<EntityId, LineageEvent> found = new TreeMap<>();
        Optional<RecordKey> after = Optional.empty();
        while (true) {
            List<RecordKey> page = reader.carriersEver(identifier, after, PAGE);
            for (RecordKey record : page) {
                if (carried(identifier, record, at)) {
                    lastEventWith(record, at).ifPresent(event -> found.put(event.entity(), event));
                }
                if (found.size() == limit) {
                    break;
                }
            }
            if (page.size() < PAGE || found.size() == limit) {
                return found.values().stream()
                        .map(event -> new EntityAsOf(at, event, golden(event.after(), at)))
                        .toList();
            }
            after = Optional.of(page.get(page.size() - 1));
        }
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

    private boolean carried(SharedKey identifier, RecordKey record, Instant at) {
        return version(record, at).stream()
                .flatMap(version -> version.identifiers().stream())
                .anyMatch(carried -> carried.key(record.tenant()).equals(identifier));
    }

    private Optional<LineageEvent> lastEventWith(RecordKey record, Instant at) {
        return reader.entitiesEver(record).stream()
                .flatMap(id -> lastEvent(id, at).stream())
                .filter(event -> event.after().contains(record))
                .findFirst();
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
        records.forEach(record -> version(record, at).ifPresent(members::add));
        return GoldenRecordComposer.compose(members, resolver.settings());
    }

    /** The newest version of a record that had been stored by then; empty if that is a deletion, or none. */
    private Optional<StandardRecord> version(RecordKey record, Instant at) {
        return reader.versions(record).stream()
                .filter(stored -> !stored.recordedAt().isAfter(at))
                .map(StoredVersion::version)
                .max(VersionOrder.INSTANCE)
                .filter(version -> !version.deleted())
                .map((SourceRecord version) -> resolver.standardiser().standardise(version));
    }
}
