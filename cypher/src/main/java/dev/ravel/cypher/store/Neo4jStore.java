package dev.ravel.cypher.store;

import dev.ravel.cypher.connection.Neo4jConnection;
import dev.ravel.cypher.mapping.Tenant;
import dev.ravel.cypher.schema.Schema;
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
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.lineage.EventName;
import dev.ravel.resolver.lineage.SealHead;
import dev.ravel.resolver.lineage.SealedBlock;
import dev.ravel.resolver.settings.ResolutionDigest;
import dev.ravel.resolver.store.EntityReader;
import dev.ravel.resolver.store.KeyState;
import dev.ravel.resolver.store.Membership;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Query;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.SimpleQueryRunner;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.summary.QueryProfile;
import org.neo4j.driver.summary.ResultSummary;

/**
 * The graph of one tenant in a Neo4j database. Thread-safe; any number of stores, in any number of processes, may work
 * on one database at the same time.
 */
public final class Neo4jStore implements ResolutionStore {
    private final Driver driver;
    private final String database;
    private final Tenant tenant;
    private final Function<SimpleQueryRunner, StatementRunner> statements;
    private volatile @Nullable Opened opened;
    private final Retries retries = new Retries(ThreadLocalRandom::current);

    /**
     * Under which resolution this store was opened.
     *
     * @param checkedNanos when the graph was last found stamped with it
     */
    private record Opened(ResolutionDigest digest, long checkedNanos) {}

    /**
     * A store.
     *
     * @param statements how statements are run in a session or transaction; a test puts in one that leaves the locks out
     */
    Neo4jStore(Driver driver, String database, Tenant tenant, Function<SimpleQueryRunner, StatementRunner> statements) {
        this.driver = driver;
        this.database = database;
        this.tenant = tenant;
        this.statements = statements;
    }

    /** The store of the default tenant. It connects when it is first used; {@link #close()} closes its connections. */
    public static Neo4jStore connect(Neo4jConnection connection) {
        return connect(connection, RecordKey.DEFAULT_TENANT);
    }

    /** The store of a tenant. */
    public static Neo4jStore connect(Neo4jConnection connection, String tenant) {
        return new Neo4jStore(connection.driver(), connection.database(), new Tenant(tenant), StatementRunner::new);
    }

    /**
     * The store of the default tenant, telling of each statement as it is sent; for measuring.
     *
     * @param sent called in the thread that works on the store
     */
    public static Neo4jStore connect(Neo4jConnection connection, Consumer<Statement> sent) {
        return new Neo4jStore(
                connection.driver(),
                connection.database(),
                new Tenant(RecordKey.DEFAULT_TENANT),
                runner -> new StatementRunner(runner) {
                    @Override
                    protected Query query(Statement statement, Map<String, Object> parameters) {
                        sent.accept(statement);
                        return super.query(statement, parameters);
                    }
                });
    }

    /**
     * The store of the default tenant, with each statement of its transactions profiled; for measuring.
     *
     * @param dbHits given the db hits of each statement, in the thread that works on the store
     */
    public static Neo4jStore profiled(Neo4jConnection connection, LongConsumer dbHits) {
        return new Neo4jStore(
                connection.driver(),
                connection.database(),
                new Tenant(RecordKey.DEFAULT_TENANT),
                runner -> new StatementRunner(runner) {
                    @Override
                    protected Query query(Statement statement, Map<String, Object> parameters) {
                        Query query = super.query(statement, parameters);
                        return query.withText("PROFILE " + query.text());
                    }

                    @Override
                    protected void finished(ResultSummary summary) {
                        dbHits.accept(
                                summary.queryProfile().map(Neo4jStore::hits).orElse(0L));
                    }
                });
    }

    private static long hits(QueryProfile plan) {
        return plan.dbHits().orElse(0)
                + plan.children().stream().mapToLong(Neo4jStore::hits).sum();
    }

    @Override
    public void open(ResolutionDigest digest) {
        String stamped = retries.run(() -> {
            Schema.current().apply(driver, database);
            try (Session session = session(AccessMode.WRITE)) {
                return statements
                        .apply(session)
                        .list(
                                Statement.STAMP,
                                Map.of("tenant", tenant.name(), "digest", digest.hex(), "keys", digest.keys()))
                        .get(0)
                        .get("digest")
                        .asString();
            }
        });
        requireSame(stamped, digest);
        opened = new Opened(digest, System.nanoTime());
    }

    private static void requireSame(String stamped, ResolutionDigest digest) {
        if (!stamped.equals(digest.hex())) {
            throw new ResolutionException(
                    ErrorCode.DIGEST_MISMATCH,
                    "the graph was resolved under " + stamped + ", not " + digest
                            + ": see with ravel reresolve what this one changes, and go on with ravel reresolve"
                            + " --apply; or go back to the model and configuration of before");
        }
    }

    @Override
    public Optional<StoreStamp> stamp() {
        return retries.run(() -> {
            Schema.current().apply(driver, database);
            try (Session session = session(AccessMode.READ)) {
                return statements.apply(session).list(Statement.READ_STAMP, Map.of("tenant", tenant.name())).stream()
                        .findFirst()
                        .map(row -> new StoreStamp(
                                new ResolutionDigest(
                                        row.get("digest").asString(),
                                        row.get("keys").asString()),
                                row.get("upTo").isNull()
                                        ? Optional.empty()
                                        : Optional.of(row.get("upTo").asString())));
            }
        });
    }

    @Override
    public boolean restamp(StoreStamp before, StoreStamp after) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("tenant", tenant.name());
        parameters.put("lock", ThreadLocalRandom.current().nextLong());
        parameters.put("before", before.digest().hex());
        parameters.put("beforeUpTo", before.reresolvedUpTo().orElse(null));
        parameters.put("after", after.digest().hex());
        parameters.put("keys", after.digest().keys());
        parameters.put("upTo", after.reresolvedUpTo().orElse(null));
        return retries.run(() -> {
            try (Session session = session(AccessMode.WRITE)) {
                return statements
                                .apply(session)
                                .list(Statement.RESTAMP, parameters)
                                .get(0)
                                .get("restamped")
                                .asInt()
                        == 1;
            }
        });
    }

    /** Looks at the stamp again from time to time, so that no writer goes on for long under a resolution of before. */
    private void requireStillStamped() {
        @Nullable Opened mine = opened;
        long now = System.nanoTime();
        if (mine == null || now - mine.checkedNanos() < TimeUnit.MILLISECONDS.toNanos(STAMP_CHECK_MILLIS)) {
            return;
        }
        try (Session session = session(AccessMode.READ)) {
            statements.apply(session).list(Statement.READ_STAMP, Map.of("tenant", tenant.name())).stream()
                    .findFirst()
                    .ifPresent(row -> requireSame(row.get("digest").asString(), mine.digest()));
        }
        opened = new Opened(mine.digest(), now);
    }

    @Override
    public <T> T inTransaction(Function<ResolutionTransaction, T> work) {
        return retries.run(() -> {
            requireStillStamped();
            try (Session session = session(AccessMode.WRITE);
                    Transaction transaction = session.beginTransaction()) {
                StatementRunner runner = statements.apply(transaction);
                Neo4jTransaction resolving = new Neo4jTransaction(
                        runner, tenant, ThreadLocalRandom.current().nextLong());
                T result = work.apply(resolving);
                runner.finish();
                if (resolving.isWritten()) {
                    transaction.commit();
                } else {
                    transaction.rollback();
                }
                return result;
            }
        });
    }

    @Override
    public Optional<SealHead> seal() {
        return retries.run(() -> {
            try (Session session = session(AccessMode.WRITE);
                    Transaction transaction = session.beginTransaction()) {
                StatementRunner runner = statements.apply(transaction);
                Optional<SealHead> head = new SealWriter(
                                runner, tenant, ThreadLocalRandom.current().nextLong())
                        .seal();
                runner.finish();
                transaction.commit();
                return head;
            }
        });
    }

    @Override
    public void close() {
        driver.close();
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
    public Optional<StoredOperation> operationById(String id) {
        return read(reader -> reader.operationById(id));
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

    private <T> T read(Function<EntityReader, T> question) {
        return retries.run(() -> {
            try (Session session = session(AccessMode.READ)) {
                return question.apply(new GraphReads(statements.apply(session), tenant, new KnownNodes()));
            }
        });
    }

    private Session session(AccessMode mode) {
        return driver.session(SessionConfig.builder()
                .withDatabase(database)
                .withDefaultAccessMode(mode)
                .build());
    }
}
