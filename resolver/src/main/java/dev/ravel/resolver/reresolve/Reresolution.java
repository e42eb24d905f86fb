package dev.ravel.resolver.reresolve;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.IdentifierJudgement;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.bulk.BulkResolver;
import dev.ravel.resolver.bulk.BulkResult;
import dev.ravel.resolver.bulk.PreparedRecords;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.identity.IdAssignment;
import dev.ravel.resolver.identity.IdOrigin;
import dev.ravel.resolver.identity.IdentifiedPart;
import dev.ravel.resolver.standardise.Heirs;
import dev.ravel.resolver.store.KeyState;
import dev.ravel.resolver.store.ResolutionStore;
import dev.ravel.resolver.store.StoreStamp;
import dev.ravel.resolver.stream.StoredRecordsResolver;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

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
 * <p>A resolution with other standardisers, region or zone gives records other keys. Then another generation of keys begins:
 * each record exchanges its keys in the transaction that touches it first, whoever does that, and what it had is read from
 * the graph, not computed. Blocks of the generation before are not looked at any more, and removed at the end. What persons
 * ruled of an identifier goes with its value.
 */
public final class Reresolution {
    /** Records touched in one transaction. */
    static final int BATCH = 200;

    private static final int EXAMPLES = 10;
    private static final int FOUNDERS_PAGE = 1_000;
    private static final int RULINGS_PAGE = 1_000;

    /** Blocks removed in one transaction. */
    private static final int BLOCKS = 5_000;

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
     * memory. The merges and splits are exact; ids are given here in one step and
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
     * @throws ResolutionException with {@code DIGEST_MISMATCH} if another reresolution goes on at the same time
     */
    public long apply(LongConsumer progress) {
        Optional<StoreStamp> found = store.stamp();
        if (found.isEmpty() || isDone()) {
            return 0;
        }
        StoreStamp stamp = found.get();
        if (!isInForce(stamp)) {
            int generation = stamp.keyGeneration() + (stamp.digest().sameKeysAs(resolver.digest()) ? 0 : 1);
            stamp = restamp(stamp, Optional.of(""), generation);
            untilWritersNotice.run();
        }
        store.open(resolver.digest());
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
                if (stamp.keyGeneration() > 0) {
                    carryRulingsOfNobody(records, cause);
                    removeFormerBlocks();
                }
                restamp(stamp, Optional.empty(), stamp.keyGeneration());
                return events;
            }
            events += records.resolve(batch, cause).events().size();
            stamp = restamp(stamp, Optional.of(batch.get(batch.size() - 1).text()), stamp.keyGeneration());
            done += batch.size();
            progress.accept(done);
        }
    }

    private boolean isInForce(StoreStamp stamp) {
        return stamp.digest().hex().equals(resolver.digest().hex());
    }

    /**
     * Carries what was ruled of identifiers that no record carries over to what their values are when they are standardised
     * again. The records have carried over the others. Where standardising tells nothing, the judgement stays where it is.
     */
    private void carryRulingsOfNobody(StoredRecordsResolver records, String cause) {
        String after = "";
        while (true) {
            List<IdentifierJudgement> page = store.standingIdentifierJudgements(after, RULINGS_PAGE);
            if (page.isEmpty()) {
                return;
            }
            Map<SharedKey, KeyState> states = store.keyStates(
                    page.stream().map(IdentifierJudgement::identifier).toList());
            for (IdentifierJudgement ruling : page) {
                @Nullable KeyState state = states.get(ruling.identifier());
                boolean carriedOver = store.identifierJudgementsOf(ruling.operation()).stream()
                        .anyMatch(stored -> !stored.judgement().identifier().equals(ruling.identifier()));
                if (state != null && state.size() == 0 && !carriedOver) {
                    Heirs.of(ruling.identifier(), resolver.standardiser())
                            .ifPresent(heir -> records.carryRulings(ruling.identifier(), heir, cause));
                }
            }
            after = page.get(page.size() - 1).id();
        }
    }

    private void removeFormerBlocks() {
        while (store.removeFormerBlocks(BLOCKS) > 0) {
            // until none is left
        }
    }

    private StoreStamp restamp(StoreStamp before, Optional<String> upTo, int keyGeneration) {
        StoreStamp after = new StoreStamp(resolver.digest(), upTo, keyGeneration);
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
