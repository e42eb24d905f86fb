package dev.ravel.resolver.reresolve;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.bulk.BulkResolver;
import dev.ravel.resolver.bulk.BulkResult;
import dev.ravel.resolver.bulk.PreparedRecords;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.identity.IdAssignment;
import dev.ravel.resolver.identity.IdOrigin;
import dev.ravel.resolver.identity.IdentifiedPart;
import dev.ravel.resolver.store.ResolutionStore;
import dev.ravel.resolver.store.StoreStamp;
import dev.ravel.resolver.stream.StoredRecordsResolver;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.LongConsumer;

/**
 * Takes a graph that was resolved under one resolution to another.
 *
 * <p>{@link #preview} resolves all stored records in memory, by the bulk path, and changes nothing. {@link #apply} stamps
 * the graph with the new digest first, so that every writer of the old one fails from then on, and then resolves the
 * stored records again, a batch a transaction, in ascending order of key and by the locks of the stream. Streams of the
 * new digest may run beside it: once every record has been touched under the new resolution, each pair has been scored
 * under it since either of its records came or was touched, so what the graph ends in is what the records, the judgements
 * and the new resolution say, in whatever order batches of both came. How far it is stands in the stamp; one that was
 * interrupted goes on from there.
 *
 * <p>It needs the records' keys as they are: a resolution with other standardisers, region or zone gives other keys, and
 * is refused.
 */
public final class Reresolution {
    /** Records touched in one transaction. */
    static final int BATCH = 200;

    private static final int EXAMPLES = 10;
    private static final int FOUNDERS_PAGE = 1_000;
    private static final String CAUSE = "reresolve:";

    private final Resolver resolver;
    private final ResolutionStore store;
    private final Clock clock;
    private final Runnable untilWritersNotice;

    /**
     * A reresolution.
     *
     * @param resolver the resolution to take the graph to
     * @param store the graph; it need not have been opened
     * @param untilWritersNotice waits longer than {@link ResolutionStore#STAMP_CHECK_MILLIS}, and than a transaction
     */
    public Reresolution(Resolver resolver, ResolutionStore store, Clock clock, Runnable untilWritersNotice) {
        this.resolver = resolver;
        this.store = store;
        this.clock = clock;
        this.untilWritersNotice = untilWritersNotice;
    }

    /** Whether all of the graph is of this resolution, or there is no graph yet. */
    public boolean isDone() {
        return store.stamp()
                .map(stamp -> isInForce(stamp) && stamp.reresolvedUpTo().isEmpty())
                .orElse(true);
    }

    /**
     * What applying would do, if nothing else is written until then. Reads the whole graph and holds its records in
     * memory; works for resolutions with other keys too. The merges and splits are exact; ids are given here in one step and
     * there in many, so that a part which trades records with several entities may keep another of their ids.
     */
    public ReresolutionPreview preview() {
        StoredGraph graph = StoredGraph.read(store);
        PreparedRecords prepared = PreparedRecords.of(
                graph.records(), graph.spans(), resolver, graph.rulings(store, resolver.standardiser()));
        BulkResult result = new BulkResolver(resolver, clock).resolve(prepared, graph.standing());
        List<SortedSet<RecordKey>> parts =
                result.entities().stream().map(Entity::records).toList();
        IdAssignment assignment = IdAssignment.assign(parts, graph.entities(), founded(parts, graph.entities()));
        return ReresolutionPreview.of(
                graph.entities(), assignment, result.review().size(), EXAMPLES);
    }

    /**
     * Takes the graph to the resolution; goes on where an earlier one was interrupted. Doing it again changes nothing.
     *
     * @param progress told after each transaction how many records are done
     * @return how many events that gave entities
     * @throws ResolutionException with {@code DIGEST_MISMATCH} if the records have other keys under this resolution, or if
     *     another reresolution goes on at the same time
     */
    public long apply(LongConsumer progress) {
        Optional<StoreStamp> found = store.stamp();
        if (found.isEmpty() || isDone()) {
            return 0;
        }
        StoreStamp stamp = found.get();
        if (!isInForce(stamp)) {
            requireSameKeys(stamp);
            stamp = restamp(stamp, Optional.of(""));
            untilWritersNotice.run();
        }
        StoredRecordsResolver records = new StoredRecordsResolver(resolver, store, clock);
        String tenant = resolver.settings().tenant();
        String cause = CAUSE + resolver.digest().hex();
        long done = 0;
        long events = 0;
        while (true) {
            Optional<RecordKey> after =
                    stamp.reresolvedUpTo().filter(text -> !text.isEmpty()).map(RecordKey::parse);
            List<RecordKey> batch = store.liveRecordKeys(tenant, after, BATCH);
            if (batch.isEmpty()) {
                restamp(stamp, Optional.empty());
                return events;
            }
            events += records.resolve(batch, cause).events().size();
            stamp = restamp(stamp, Optional.of(batch.get(batch.size() - 1).text()));
            done += batch.size();
            progress.accept(done);
        }
    }

    private boolean isInForce(StoreStamp stamp) {
        return stamp.digest().hex().equals(resolver.digest().hex());
    }

    private void requireSameKeys(StoreStamp stamp) {
        if (!stamp.digest().sameKeysAs(resolver.digest())) {
            throw new ResolutionException(
                    ErrorCode.DIGEST_MISMATCH,
                    "under this resolution the records have other keys: the standardisers, resolution.region or"
                            + " resolution.zone are not those of the graph, or the graph was made before they were kept"
                            + " in it; nothing was changed. Go back to those, or resolve the sources with ravel resolve"
                            + " and load them into an empty graph");
        }
    }

    private StoreStamp restamp(StoreStamp before, Optional<String> upTo) {
        StoreStamp after = new StoreStamp(resolver.digest(), upTo);
        if (!store.restamp(before, after)) {
            throw new ResolutionException(
                    ErrorCode.DIGEST_MISMATCH,
                    "another ravel reresolve works on this graph; let it end, or start this one again after it");
        }
        return after;
    }

    /** The entities minted before for records of parts that no standing id claims. */
    private Collection<Entity> founded(List<SortedSet<RecordKey>> parts, Collection<Entity> standing) {
        Set<RecordKey> founders = new HashSet<>();
        for (IdentifiedPart part :
                IdAssignment.assign(parts, standing, List.of()).parts()) {
            if (part.origin() != IdOrigin.KEPT) {
                founders.addAll(part.records());
            }
        }
        List<RecordKey> asked = new ArrayList<>(founders);
        List<Entity> founded = new ArrayList<>();
        for (int from = 0; from < asked.size(); from += FOUNDERS_PAGE) {
            List<RecordKey> page = asked.subList(from, Math.min(asked.size(), from + FOUNDERS_PAGE));
            founded.addAll(store.inTransaction(
                    transaction -> transaction.foundedBy(page).values()));
        }
        return founded;
    }
}
