package dev.ravel.resolver.stream;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.bulk.BulkResult;
import dev.ravel.resolver.bulk.PreparedRecords;
import dev.ravel.resolver.lineage.EntityStep;
import dev.ravel.resolver.lineage.EntityUpdate;
import dev.ravel.resolver.lineage.EventChain;
import dev.ravel.resolver.standardise.Spans;
import dev.ravel.resolver.store.GraphChange;
import dev.ravel.resolver.store.KeyState;
import dev.ravel.resolver.store.MembershipWrite;
import dev.ravel.resolver.store.RecordWrite;
import dev.ravel.resolver.store.StoredRecord;
import dev.ravel.resolver.stream.Arrivals.Arrival;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What an empty graph gets from a bulk result, as if the stream had taken all versions in one batch: nothing is there to be
 * read, locked or compared, so each share of it can be written by itself, in any order and on any thread.
 *
 * <p>Of one record's versions the newest is live and the others are its history, as in the stream; every entity has one
 * event, its creation. Which shares there are shows in nothing but the blocks that bind the events.
 *
 * <p>Thread-safe.
 */
public final class FirstLoad {
    /** Small enough to be no burden to memory, large enough that the blocks of events are few. */
    private static final int SHARE = 1_000;

    private final Resolver resolver;
    private final PreparedRecords prepared;
    private final BulkResult result;
    private final String loadId;
    private final Instant at;
    private final VersionsByRecord versions;
    private final List<RecordKey> deleted;

    /** Takes what an empty graph gets. */
    public interface Sink {
        /** A part of the change. Its states of keys are empty; they come by {@link #key}. */
        void change(GraphChange change);

        /**
         * A shared key; each comes once.
         *
         * @param carriers the live records that carry it, ascending, at least one
         */
        void key(KeyState state, List<RecordKey> carriers);
    }

    /**
     * The load of a result.
     *
     * @param versions all versions that the result was made of, in any order
     * @param prepared what was prepared of them
     * @param result what they became, under no judgements
     * @param loadId the load that brings them
     * @param now recorded time
     */
    public FirstLoad(
            Resolver resolver,
            Collection<SourceRecord> versions,
            PreparedRecords prepared,
            BulkResult result,
            String loadId,
            Instant now) {
        this.resolver = resolver;
        this.prepared = prepared;
        this.result = result;
        this.loadId = loadId;
        this.at = now.truncatedTo(ChronoUnit.MICROS);
        this.versions = new VersionsByRecord(versions);
        this.deleted = this.versions.keys().stream()
                .filter(key -> prepared.live(key).isEmpty())
                .toList();
    }

    /** How many shares there are. */
    public int shares() {
        return shares(result.entities().size())
                + shares(deleted.size())
                + shares(result.matches().size())
                + shares(result.review().size())
                + shares(prepared.count());
    }

    /**
     * Tells one share.
     *
     * @param share from 0 to {@link #shares()} - 1
     */
    public void tell(int share, Sink sink) {
        int index = share;
        if (index < shares(result.entities().size())) {
            sink.change(entities(part(result.entities(), index)));
            return;
        }
        index -= shares(result.entities().size());
        if (index < shares(deleted.size())) {
            GraphChange.Builder write = new GraphChange.Builder();
            writeRecords(part(deleted, index), write);
            sink.change(write.build(at));
            return;
        }
        index -= shares(deleted.size());
        if (index < shares(result.matches().size())) {
            GraphChange.Builder write = new GraphChange.Builder();
            write.matches.addAll(part(result.matches(), index));
            sink.change(write.build(at));
            return;
        }
        index -= shares(result.matches().size());
        if (index < shares(result.review().size())) {
            GraphChange.Builder write = new GraphChange.Builder();
            write.reviewOpened.addAll(part(result.review(), index));
            sink.change(write.build(at));
            return;
        }
        index -= shares(result.review().size());
        prepared.forEachKeyOf(index * SHARE, Math.min(prepared.count(), (index + 1) * SHARE), sink::key);
    }

    /** Entities with their records and their first events. */
    private GraphChange entities(List<Entity> entities) {
        GraphChange.Builder write = new GraphChange.Builder();
        List<RecordKey> records = new ArrayList<>();
        for (Entity entity : entities) {
            EntityStep step = EventChain.advance(
                    created(entity), loadId, resolver.digest().hex(), at);
            write.entities.add(step.entity());
            step.event().ifPresent(write.events::add);
            for (RecordKey record : entity.records()) {
                records.add(record);
                write.memberships.add(new MembershipWrite(record, Optional.empty(), Optional.of(entity.id()), at));
            }
        }
        writeRecords(records, write);
        return write.build(at);
    }

    private static EntityUpdate created(Entity entity) {
        return new EntityUpdate(
                entity.id(),
                Optional.empty(),
                entity.founder(),
                entity.component(),
                entity.records(),
                entity.golden(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>());
    }

    private void writeRecords(List<RecordKey> records, GraphChange.Builder write) {
        List<Incoming> incoming = new ArrayList<>();
        for (RecordKey record : records) {
            versions.of(record).forEach(version -> incoming.add(new Incoming(version, loadId)));
        }
        Intake intake = Intake.of(Arrivals.of(incoming), Map.of(), StoredRecord::decode);
        intake.newest().forEach((key, arrival) -> write.records.add(newRecord(arrival, intake.spansOf(key, null))));
        write.history.addAll(intake.history(at));
    }

    private RecordWrite newRecord(Arrival arrival, Spans spans) {
        RecordKey key = arrival.version().key();
        Optional<LiveRecord> live = prepared.live(key);
        TouchedRecord record =
                new TouchedRecord(key, Optional.empty(), Optional.empty(), live.map(LiveRecord::standard));
        return RecordWrites.recordWrite(record, arrival, spans, live.orElse(null), at);
    }

    private static int shares(int n) {
        return (n + SHARE - 1) / SHARE;
    }

    private static <T> List<T> part(List<T> all, int share) {
        return all.subList(share * SHARE, Math.min(all.size(), (share + 1) * SHARE));
    }
}
