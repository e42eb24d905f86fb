package dev.ravel.cypher.store;

import dev.ravel.cypher.connection.Neo4jConnection;
import dev.ravel.cypher.mapping.KeyGeneration;
import dev.ravel.cypher.mapping.Tenant;
import dev.ravel.cypher.statement.Statement;
import dev.ravel.cypher.statement.StatementRunner;
import dev.ravel.model.entity.Entity;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.IdentifierJudgement;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.lineage.LineageEvent;
import dev.ravel.model.review.AuditSample;
import dev.ravel.resolver.lineage.EventName;
import dev.ravel.resolver.lineage.SealHead;
import dev.ravel.resolver.lineage.SealedBlock;
import dev.ravel.resolver.settings.ResolutionDigest;
import dev.ravel.resolver.store.EntityReader;
import dev.ravel.resolver.store.IdentifierQuery;
import dev.ravel.resolver.store.KeyState;
import dev.ravel.resolver.store.Membership;
import dev.ravel.resolver.store.OperationQuery;
import dev.ravel.resolver.store.ResolutionStore;
import dev.ravel.resolver.store.ResolutionTransaction;
import dev.ravel.resolver.store.StoreCounts;
import dev.ravel.resolver.store.StoreStamp;
import dev.ravel.resolver.store.StoredIdentifierJudgement;
import dev.ravel.resolver.store.StoredJudgement;
import dev.ravel.resolver.store.StoredOperation;
import dev.ravel.resolver.store.StoredRecord;
import dev.ravel.resolver.store.StoredReviewItem;
import dev.ravel.resolver.store.StoredVersion;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.async.AsyncQueryRunner;

/**
 * The graph of one tenant in a Neo4j database. Thread-safe; any number of stores, in any number of processes, may work
 * on one database at the same time.
 */
public final class Neo4jStore implements ResolutionStore {
    private final GraphSessions sessions;
    private final Tenant tenant;
    private final Retries retries = new Retries(ThreadLocalRandom::current);
    private final ResolutionStamp stamp;
    private final AtomicBoolean stewardsAbout = new AtomicBoolean();

    /** Answers what is asked while its caller does something else. */
    private final ExecutorService asked = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "ravel-asked");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * A store.
     *
     * @param statements how statements are run in a session or transaction; a test puts in one that leaves the locks out
     */
    Neo4jStore(Driver driver, String database, Tenant tenant, Function<AsyncQueryRunner, StatementRunner> statements) {
        this.sessions = new GraphSessions(driver, database, statements);
        this.tenant = tenant;
        this.stamp = new ResolutionStamp(sessions, tenant, retries);
    }

    /** The store of the default tenant. It connects when it is first used; {@link #close()} closes its connections. */
    public static Neo4jStore connect(Neo4jConnection connection) {
        return connect(connection, RecordKey.DEFAULT_TENANT);
    }

    /** The store of a tenant. */
    public static Neo4jStore connect(Neo4jConnection connection, String tenant) {
        return new Neo4jStore(connection.driver(), connection.database(), new Tenant(tenant), StatementRunner::new);
    }

    @Override
    public void open(ResolutionDigest digest) {
        stamp.open(digest);
    }

    @Override
    public Optional<StoreStamp> stamp() {
        return stamp.read();
    }

    @Override
    public boolean restamp(StoreStamp before, StoreStamp after) {
        return stamp.replace(before, after);
    }

    @Override
    public <T> T inTransaction(Function<ResolutionTransaction, T> work) {
        return inTransaction(work, () -> {});
    }

    private <T> T inTransaction(Function<ResolutionTransaction, T> work, Runnable locked) {
        return retries.run(() -> sessions.inTransaction(runner -> {
            Neo4jTransaction resolving = new Neo4jTransaction(
                    runner,
                    tenant,
                    stamp.keyGeneration(),
                    ThreadLocalRandom.current().nextLong(),
                    locked,
                    stewardsAbout);
            Runnable stillOurs = stamp.askStillOurs(runner);
            T result = work.apply(resolving);
            stillOurs.run();
            return new GraphSessions.Ending<>(result, resolving.isWritten());
        }));
    }

    @Override
    public <T> T inStewardsTransaction(Function<ResolutionTransaction, T> work) {
        StewardsTurn turn =
                StewardsTurn.take(sessions, tenant, ThreadLocalRandom.current().nextLong());
        try {
            return inTransaction(work, turn::locked);
        } finally {
            turn.end();
        }
    }

    @Override
    public boolean areStewardsAbout() {
        return stewardsAbout.get();
    }

    @Override
    public Optional<SealHead> seal() {
        return retries.run(() -> sessions.inTransaction(runner -> {
            Optional<SealHead> head =
                    new SealWriter(runner, tenant, ThreadLocalRandom.current().nextLong()).seal();
            return new GraphSessions.Ending<>(head, true);
        }));
    }

    @Override
    public int removeFormerBlocks(int limit) {
        for (String former : stamp.keyGeneration().formerBlocks(tenant)) {
            int found = retries.run(() -> sessions.inSession(AccessMode.WRITE, runner -> runner.list(
                            Statement.REMOVE_FORMER_BLOCKS, Map.of("former", former, "limit", limit))
                    .get(0)
                    .get("found")
                    .asInt()));
            if (found > 0) {
                return found;
            }
        }
        return 0;
    }

    @Override
    public void close() {
        asked.shutdown();
        sessions.close();
    }

    @Override
    public Optional<Entity> entity(EntityId id) {
        return read(reader -> reader.entity(id));
    }

    @Override
    public List<Entity> entities(Collection<EntityId> ids) {
        return read(reader -> reader.entities(ids));
    }

    @Override
    public Optional<Entity> entityOf(RecordKey record) {
        return read(reader -> reader.entityOf(record));
    }

    @Override
    public List<Entity> entitiesBy(SharedKey identifier, int limit) {
        return read(reader -> reader.entitiesBy(identifier, limit));
    }

    @Override
    public Map<RecordKey, Set<SharedKey>> identifiersOf(Collection<RecordKey> records) {
        return read(reader -> reader.identifiersOf(records));
    }

    @Override
    public List<RecordKey> carriersEver(SharedKey identifier, Optional<RecordKey> after, int limit) {
        return read(reader -> reader.carriersEver(identifier, after, limit));
    }

    @Override
    public List<Entity> page(Optional<EntityId> after, int limit, int minRecords) {
        return read(reader -> reader.page(after, limit, minRecords));
    }

    @Override
    public List<EntityId> ids(Optional<EntityId> after, int limit) {
        return read(reader -> reader.ids(after, limit));
    }

    @Override
    public List<Entity> search(String text, int limit) {
        return read(reader -> reader.search(text, limit));
    }

    @Override
    public Map<RecordKey, Membership> memberships(Collection<RecordKey> records) {
        return read(reader -> reader.memberships(records));
    }

    @Override
    public Map<RecordKey, StoredRecord> recordsOf(Collection<RecordKey> keys) {
        return read(reader -> reader.recordsOf(keys));
    }

    @Override
    public List<StoredVersion> versions(RecordKey key) {
        return read(reader -> reader.versions(key));
    }

    @Override
    public Map<SharedKey, KeyState> keyStates(Collection<SharedKey> keys) {
        return read(reader -> reader.keyStates(keys));
    }

    @Override
    public List<Match> matchesOf(Collection<RecordKey> records) {
        return read(reader -> reader.matchesOf(records));
    }

    @Override
    public List<StoredJudgement> judgementsOf(Collection<RecordKey> records) {
        return read(reader -> reader.judgementsOf(records));
    }

    @Override
    public List<StoredIdentifierJudgement> judgementsOf(SharedKey identifier) {
        return read(reader -> reader.judgementsOf(identifier));
    }

    @Override
    public List<StoredIdentifierJudgement> identifierJudgementsOf(String operation) {
        return read(reader -> reader.identifierJudgementsOf(operation));
    }

    @Override
    public List<Judgement> standingJudgements(String after, int limit) {
        return read(reader -> reader.standingJudgements(after, limit));
    }

    @Override
    public List<IdentifierJudgement> standingIdentifierJudgements(String after, int limit) {
        return read(reader -> reader.standingIdentifierJudgements(after, limit));
    }

    @Override
    public List<EntityId> entitiesEver(RecordKey record) {
        return read(reader -> reader.entitiesEver(record));
    }

    @Override
    public List<LineageEvent> events(EntityId id, long afterVersion, int limit) {
        return read(reader -> reader.events(id, afterVersion, limit));
    }

    @Override
    public List<LineageEvent> events(Collection<EventName> names) {
        return read(reader -> reader.events(names));
    }

    @Override
    public Map<EntityId, List<LineageEvent>> chains(Collection<EntityId> ids) {
        return read(reader -> reader.chains(ids));
    }

    @Override
    public Map<EntityId, List<LineageEvent>> eventsOfCauses(Collection<EntityId> ids, Collection<String> causes) {
        return read(reader -> reader.eventsOfCauses(ids, causes));
    }

    @Override
    public List<SealedBlock> blocks(long afterNumber, int limit) {
        return read(reader -> reader.blocks(afterNumber, limit));
    }

    @Override
    public SealHead sealHead() {
        return read(EntityReader::sealHead);
    }

    @Override
    public List<StoredReviewItem> openReviewItems(int limit) {
        return read(reader -> reader.openReviewItems(limit));
    }

    @Override
    public Optional<StoredReviewItem> reviewItem(String id) {
        return read(reader -> reader.reviewItem(id));
    }

    @Override
    public List<AuditSample> auditSamples() {
        return read(EntityReader::auditSamples);
    }

    @Override
    public List<StoredOperation> standingOperations(OperationQuery query, int limit) {
        return read(reader -> reader.standingOperations(query, limit));
    }

    @Override
    public List<KeyState> identifiers(String ofTenant, IdentifierQuery query, int limit) {
        return read(reader -> reader.identifiers(ofTenant, query, limit));
    }

    @Override
    public Map<String, StoredOperation> operations(Collection<String> ids) {
        return read(reader -> reader.operations(ids));
    }

    @Override
    public List<RecordKey> liveRecordKeys(String ofTenant, String source, Optional<RecordKey> after, int limit) {
        return read(reader -> reader.liveRecordKeys(ofTenant, source, after, limit));
    }

    @Override
    public List<RecordKey> liveRecordKeys(String ofTenant, Optional<RecordKey> after, int limit) {
        return read(reader -> reader.liveRecordKeys(ofTenant, after, limit));
    }

    @Override
    public StoreCounts counts() {
        return read(EntityReader::counts);
    }

    @Override
    public long offset(String input) {
        return read(reader -> reader.offset(input));
    }

    @Override
    public <T> Supplier<T> ask(Function<EntityReader, T> question) {
        CompletableFuture<T> answer = CompletableFuture.supplyAsync(() -> read(question), asked);
        return () -> {
            try {
                return answer.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException failure ? failure : e;
            }
        };
    }

    private <T> T read(Function<EntityReader, T> question) {
        return retries.run(() -> {
            KeyGeneration generation = stamp.keyGeneration();
            return sessions.inSession(
                    AccessMode.READ,
                    runner -> question.apply(new GraphReads(runner, tenant, generation, new KnownNodes())));
        });
    }
}
