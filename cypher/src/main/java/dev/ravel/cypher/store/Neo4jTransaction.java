package dev.ravel.cypher.store;

import dev.ravel.cypher.mapping.KeyGeneration;
import dev.ravel.cypher.mapping.KeyRows;
import dev.ravel.cypher.mapping.Tenant;
import dev.ravel.cypher.statement.Statement;
import dev.ravel.cypher.statement.StatementRunner;
import dev.ravel.model.entity.Entity;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.review.ReviewItem;
import dev.ravel.resolver.store.FormerKeys;
import dev.ravel.resolver.store.GraphChange;
import dev.ravel.resolver.store.KeyMove;
import dev.ravel.resolver.store.KeyState;
import dev.ravel.resolver.store.ResolutionStore;
import dev.ravel.resolver.store.ResolutionTransaction;
import dev.ravel.resolver.store.StaleReadException;
import dev.ravel.resolver.store.StoredIdentifierJudgement;
import dev.ravel.resolver.store.StoredJudgement;
import dev.ravel.resolver.store.StoredOperation;
import dev.ravel.resolver.store.StoredRecord;
import dev.ravel.resolver.store.StoredReviewItem;
import dev.ravel.resolver.store.WholeComponents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * One transaction on Neo4j. Locks are writes: of the property {@code lock}, of the sizes of identifiers and blocks, or
 * the creation of what is locked. Under read-committed isolation nothing else makes a second transaction wait. Every transaction locks records first, then
 * blocks, then identifiers, then entities, each in ascending order of key.
 */
final class Neo4jTransaction implements ResolutionTransaction {
    private final StatementRunner runner;
    private final Tenant tenant;
    private final KeyGeneration generation;
    private final GraphReads reads;
    private final RegionReads region;
    private final ChangeWriter writer;
    private final KnownNodes nodes = new KnownNodes();
    private final LockedKeys keys = new LockedKeys();
    private final long lock;
    private final Runnable locked;
    private final AtomicBoolean stewardsAbout;
    private boolean written;
    private long mayWaitNanos = TimeUnit.MILLISECONDS.toNanos(ResolutionStore.GIVE_WAY_MILLIS);

    /**
     * A transaction.
     *
     * @param generation the keys in force
     * @param lock what the lock properties are set to; differs from transaction to transaction, so that each is a write
     * @param locked is told when entities are locked, what is locked last
     * @param stewardsAbout is told whether a steward is about, by each answer to whether to give way
     */
    Neo4jTransaction(
            StatementRunner runner,
            Tenant tenant,
            KeyGeneration generation,
            long lock,
            Runnable locked,
            AtomicBoolean stewardsAbout) {
        this.runner = runner;
        this.tenant = tenant;
        this.generation = generation;
        this.reads = new GraphReads(runner, tenant, generation, nodes);
        this.region = new RegionReads(runner, tenant, generation, nodes, reads);
        this.writer = new ChangeWriter(runner, tenant, generation, nodes, keys, region::areAbsentRecordsNamed);
        this.lock = lock;
        this.locked = locked;
        this.stewardsAbout = stewardsAbout;
    }

    @Override
    public Runnable askToGiveWay() {
        return askToGiveWay(false);
    }

    @Override
    public Runnable askToGiveWayHoldingLocks() {
        return askToGiveWay(true);
    }

    private Runnable askToGiveWay(boolean toLocked) {
        LongUnaryOperator givingWay = StewardsTurn.askToGiveWay(runner, tenant, toLocked, stewardsAbout);
        return () -> mayWaitNanos -= givingWay.applyAsLong(mayWaitNanos);
    }

    @Override
    public Map<RecordKey, StoredRecord> records(Collection<RecordKey> keys) {
        return reads.recordsOf(keys);
    }

    @Override
    public Map<RecordKey, StoredRecord> lockRecords(SortedSet<RecordKey> keys) {
        lock(Statement.LOCK_RECORDS, keys.stream().map(RecordKey::text).sorted().toList());
        return reads.recordsOf(keys);
    }

    @Override
    public Map<RecordKey, StoredRecord> reserveRecords(SortedSet<RecordKey> keys) {
        lock(
                Statement.RESERVE_RECORDS,
                keys.stream().map(RecordKey::text).sorted().toList());
        return reads.recordsOf(keys);
    }

    @Override
    public Map<SharedKey, KeyState> lockKeys(SortedMap<SharedKey, KeyMove> moves) {
        SortedMap<SharedKey, KeyMove> blocks = new TreeMap<>();
        SortedMap<SharedKey, KeyMove> identifiers = new TreeMap<>();
        moves.forEach((key, move) -> (key.isBlock() ? blocks : identifiers).put(key, move));
        Map<SharedKey, KeyState> before = new HashMap<>(moves.size() * 2);
        lockBlocks(blocks, before);
        lockIdentifiers(identifiers, before);
        return before;
    }

    @Override
    public Supplier<List<StoredRecord>> askCarriers(Collection<SharedKey> keys) {
        return region.carriers(keys);
    }

    @Override
    public boolean mayHaveFormerKeys() {
        return generation.underWay();
    }

    @Override
    public Map<RecordKey, FormerKeys> formerKeys(Collection<RecordKey> records) {
        return region.formerKeys(records);
    }

    @Override
    public Map<SharedKey, List<StoredIdentifierJudgement>> identifierJudgements(Collection<SharedKey> identifiers) {
        Map<SharedKey, List<StoredIdentifierJudgement>> found = new HashMap<>();
        for (SharedKey identifier : identifiers) {
            List<StoredIdentifierJudgement> judgements = reads.judgementsOf(identifier);
            if (!judgements.isEmpty()) {
                found.put(identifier, judgements);
            }
        }
        return found;
    }

    @Override
    public Map<SharedKey, Map<String, Integer>> nameCounts(Collection<SharedKey> keys) {
        return region.nameCounts(keys);
    }

    @Override
    public SortedMap<EntityId, Entity> lockComponents(SortedSet<String> components) {
        if (components.isEmpty()) {
            return new TreeMap<>();
        }
        Supplier<List<Record>> locking =
                runner.ask(Statement.LOCK_COMPONENTS, Map.of("components", components, "lock", lock));
        Supplier<SortedMap<EntityId, Entity>> reading = region.entitiesOfComponents(components);
        List<Record> rows = locking.get();
        SortedMap<EntityId, Entity> entities = reading.get();
        requireLocked(entities.keySet(), rows);
        locked.run();
        return entities;
    }

    private static void requireLocked(Set<EntityId> read, List<Record> locked) {
        Set<String> keys = new HashSet<>();
        locked.forEach(row -> keys.add(row.get("key").asString()));
        for (EntityId id : read) {
            if (!keys.contains(id.value())) {
                throw new StaleReadException(id + " joined a component while its entities were being locked");
            }
        }
    }

    @Override
    public WholeComponents lockAround(SortedSet<EntityId> entities) {
        List<String> ids = entities.stream().map(EntityId::value).toList();
        Supplier<List<Record>> locking = runner.ask(Statement.LOCK_AROUND, Map.of("entities", ids, "lock", lock));
        Supplier<WholeComponents> reading = region.componentsAround(ids);
        List<Record> rows = locking.get();
        WholeComponents whole = reading.get();
        requireLocked(whole.entities().keySet(), rows);
        locked.run();
        return whole;
    }

    @Override
    public SortedSet<EntityId> entitiesOfLive(Collection<RecordKey> records) {
        return region.entitiesOfLive(records);
    }

    @Override
    public Supplier<List<Match>> askMatches(Collection<RecordKey> records) {
        return region.matches(records);
    }

    @Override
    public List<Judgement> standingJudgements(Collection<RecordKey> records) {
        return region.standingJudgementsOf(records).stream()
                .map(StoredJudgement::judgement)
                .toList();
    }

    @Override
    public List<StoredJudgement> fallenJudgements(Collection<RecordKey> records, Instant after) {
        return region.fallenJudgementsOf(records, after);
    }

    @Override
    public SortedMap<EntityId, Entity> foundedBy(Collection<RecordKey> founders) {
        return region.foundedBy(founders);
    }

    @Override
    public List<StoredJudgement> operation(String operation) {
        return region.judgementsOfOperation(operation);
    }

    @Override
    public Supplier<Optional<StoredOperation>> askOperationByIdempotencyKey(String idempotencyKey) {
        return region.operationByIdempotencyKey(idempotencyKey);
    }

    @Override
    public List<ReviewItem> openContradictions(Collection<RecordKey> records) {
        return region.openContradictions(records);
    }

    @Override
    public List<ReviewItem> openAudits(Collection<RecordKey> records) {
        return region.openAudits(records);
    }

    @Override
    public Optional<StoredReviewItem> lockReviewItem(String id) {
        runner.run(Statement.LOCK_REVIEW_ITEM, Map.of("key", tenant.prefix() + id, "lock", lock));
        return reads.reviewItem(id);
    }

    @Override
    public void writeProgress(StoredReviewItem item) {
        written = true;
        runner.run(
                Statement.WRITE_REVIEW_PROGRESS,
                Map.of(
                        "key", tenant.prefix() + item.item().id(),
                        "claimedBy", item.claimedBy(),
                        "skips", item.skips()));
    }

    @Override
    public void write(GraphChange change) {
        written = true;
        writer.write(change);
    }

    /** Whether there is anything to commit; what only locked has to be rolled back. */
    boolean isWritten() {
        return written;
    }

    private void lock(Statement statement, List<String> locked) {
        if (!locked.isEmpty()) {
            runner.run(statement, Map.of("keys", locked, "lock", lock));
        }
    }

    private void lockBlocks(SortedMap<SharedKey, KeyMove> blocks, Map<SharedKey, KeyState> before) {
        if (blocks.isEmpty()) {
            return;
        }
        List<Object> rows = new ArrayList<>(blocks.size());
        blocks.forEach((block, move) -> rows.add(KeyRows.lockBlock(block, move, generation)));
        Record locked = runner.list(Statement.LOCK_BLOCKS, Map.of("rows", rows, "packed", KeyRows.PACKED_MEMBERS))
                .get(0);
        List<List<String>> full = locked.get("full").asList(members -> members.asList(Value::asString));
        List<String> rulings = Collections.nCopies(blocks.size(), "");
        collect(blocks, locked, rulings, before);
        int i = 0;
        for (Map.Entry<SharedKey, KeyMove> block : blocks.entrySet()) {
            Set<String> packed = Set.copyOf(full.get(i++));
            if (!packed.isEmpty()) {
                List<RecordKey> unpacked = block.getValue().joining().stream()
                        .filter(record -> !packed.contains(record.text()))
                        .toList();
                keys.addToLink(block.getKey(), unpacked);
            }
        }
    }

    private void lockIdentifiers(SortedMap<SharedKey, KeyMove> identifiers, Map<SharedKey, KeyState> before) {
        if (identifiers.isEmpty()) {
            return;
        }
        List<Object> rows = new ArrayList<>(identifiers.size());
        identifiers.forEach((identifier, move) -> rows.add(KeyRows.lockIdentifier(identifier, move)));
        Record locked =
                runner.list(Statement.LOCK_IDENTIFIERS, Map.of("rows", rows)).get(0);
        collect(identifiers, locked, locked.get("rulings").asList(Value::asString), before);
    }

    /** Notes what the graph says of locked keys, and gives back the states before they were locked. */
    private void collect(
            SortedMap<SharedKey, KeyMove> moves, Record locked, List<String> rulings, Map<SharedKey, KeyState> before) {
        List<Long> ids = locked.get("nodes").asList(Value::asLong);
        List<Integer> sizes = locked.get("sizes").asList(Value::asInt);
        List<Integer> flags = locked.get("flags").asList(Value::asInt);
        int i = 0;
        for (Map.Entry<SharedKey, KeyMove> move : moves.entrySet()) {
            SharedKey key = move.getKey();
            int size = sizes.get(i);
            int growth = move.getValue().growth();
            KeyState now = KeyRows.locked(key, size, flags.get(i), rulings.get(i));
            keys.add(key, ids.get(i), now);
            before.put(key, growth == 0 ? now : KeyRows.locked(key, size - growth, flags.get(i), rulings.get(i)));
            i++;
        }
    }
}
