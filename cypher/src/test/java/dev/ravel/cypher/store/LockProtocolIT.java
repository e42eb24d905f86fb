package dev.ravel.cypher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ravel.cypher.connection.ServerAnswers;
import dev.ravel.cypher.mapping.Tenant;
import dev.ravel.cypher.statement.Statement;
import dev.ravel.cypher.statement.StatementRunner;
import dev.ravel.cypher.testserver.Neo4jTestServer;
import dev.ravel.model.entity.Entity;
import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.decision.Decisions;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.settings.ResolverSettings;
import dev.ravel.resolver.steward.OperationResult;
import dev.ravel.resolver.steward.Steward;
import dev.ravel.resolver.steward.StewardRequest;
import dev.ravel.resolver.store.GraphChange;
import dev.ravel.resolver.store.InputOffset;
import dev.ravel.resolver.store.StoredOperation;
import dev.ravel.resolver.store.StoredRecord;
import dev.ravel.resolver.stream.BatchResult;
import dev.ravel.resolver.stream.Incoming;
import dev.ravel.resolver.stream.StreamResolver;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.neo4j.driver.Query;
import org.neo4j.driver.async.AsyncQueryRunner;
import org.neo4j.driver.async.ResultCursor;

/**
 * Holds one resolving transaction open just before its commit and starts a second one that shares its identifiers. The
 * second test takes the lock writes out of the same scenario and loses the match: without it, the first would prove
 * nothing.
 */
@Timeout(60)
class LockProtocolIT {
    private static final Instant T0 = Instant.parse("2026-03-01T08:00:00Z");
    private static final SharedKey PHONE =
            SharedKey.identifier(RecordKey.DEFAULT_TENANT, IdentifierType.PHONE, "", "+8613912345678");
    private static final long LONG_ENOUGH_TO_NOT_BE_SLOW_MILLIS = 1500;

    private final Resolver resolver = Resolver.of(ResolverSettings.defaults(), MatchModel.shipped());
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final CountDownLatch firstHasWritten = new CountDownLatch(1);
    private final CountDownLatch firstMayCommit = new CountDownLatch(1);
    private final Queue<Statement> sentBySecond = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void storeTheIdentifiersBefore() {
        Neo4jTestServer.wipe();
        store(StatementRunner::new).open(resolver.digest());
        // Identifiers that exist, and that no live record carries: only a lock can make the second one wait.
        RecordKey gone = RecordKey.of("crm", "gone");
        apply(store(StatementRunner::new), person("gone", T0));
        apply(store(StatementRunner::new), SourceRecord.deletion(gone, T0.plusSeconds(1)));
    }

    @AfterEach
    void stop() {
        firstMayCommit.countDown();
        threads.shutdownNow();
    }

    @Test
    void theSecondWaitsAndThenSeesTheRecordOfTheFirst() throws Exception {
        Future<BatchResult> first = run(runner -> new PausedBefore(Statement.ADVANCE_OFFSETS, runner, false), "a");
        assertThat(firstHasWritten.await(30, TimeUnit.SECONDS)).isTrue();
        Future<BatchResult> second = run(runner -> new Recorded(runner, false), "b");
        TimeUnit.MILLISECONDS.sleep(LONG_ENOUGH_TO_NOT_BE_SLOW_MILLIS);
        assertThat(second.isDone()).isFalse();
        assertThat(sentBySecond).as("the second waits at its first lock").doesNotContain(Statement.WRITE_NEW_ENTITIES);
        firstMayCommit.countDown();
        first.get();
        second.get();
        assertThat(entityOf("a")).isEqualTo(entityOf("b"));
        assertThat(entityOf("a").records()).hasSize(2);
        assertThat(store(StatementRunner::new)
                        .keyStates(List.of(PHONE))
                        .get(PHONE)
                        .size())
                .as("the second has counted on from what the first has written")
                .isEqualTo(2);
    }

    @Test
    void withoutTheLockWritesTheMatchIsLost() throws Exception {
        Future<BatchResult> first = run(runner -> new PausedBefore(Statement.ADVANCE_OFFSETS, runner, true), "a");
        assertThat(firstHasWritten.await(30, TimeUnit.SECONDS)).isTrue();
        Future<BatchResult> second = run(runner -> new Recorded(runner, true), "b");
        TimeUnit.MILLISECONDS.sleep(LONG_ENOUGH_TO_NOT_BE_SLOW_MILLIS);
        assertThat(sentBySecond).as("the second did not wait").contains(Statement.WRITE_NEW_ENTITIES);
        firstMayCommit.countDown();
        first.get();
        second.get();
        assertThat(entityOf("a").id()).isNotEqualTo(entityOf("b").id());
    }

    /** A judgement of records that are not stored yet, and the batch that stores them at the same moment. */
    @Test
    void aBatchWaitsForAJudgementOfItsRecordsAndKeepsToIt() throws Exception {
        Neo4jStore store = store(StatementRunner::new);
        Future<Boolean> judged = threads.submit(() -> store.inTransaction(transaction -> {
            transaction.reserveRecords(new TreeSet<>(Set.of(key("a"), key("b"))));
            GraphChange.Builder change = new GraphChange.Builder();
            change.judgements.add(apart());
            change.operation = Optional.of(operation());
            transaction.write(change.build(T0));
            firstHasWritten.countDown();
            return awaitCommit();
        }));
        assertThat(firstHasWritten.await(30, TimeUnit.SECONDS)).isTrue();
        Future<BatchResult> batch = threads.submit(() -> apply(store, person("a", T0), person("b", T0)));
        TimeUnit.MILLISECONDS.sleep(LONG_ENOUGH_TO_NOT_BE_SLOW_MILLIS);
        assertThat(batch.isDone()).isFalse();
        firstMayCommit.countDown();
        assertThat(judged.get()).isTrue();
        batch.get();
        assertThat(entityOf("a").id())
                .as("they are kept apart")
                .isNotEqualTo(entityOf("b").id());
        assertThat(store.recordsOf(List.of(key("a"), key("b"))).values()).allMatch(StoredRecord::judged);
    }

    @Test
    void aBatchWaitsForTheUndoOfAJudgementOfItsRecords() throws Exception {
        new Decisions(List.of(operation()), List.of(apart()), List.of()).bringInto(store(StatementRunner::new));
        Neo4jStore paused = store(runner -> new PausedBefore(Statement.SUPERSEDE_JUDGEMENTS, runner, false));
        Future<OperationResult> undone = threads.submit(() -> new Steward(resolver, paused, Clock.systemUTC())
                .undo("main:Oearly", new StewardRequest("li", "they are one", "undo")));
        assertThat(firstHasWritten.await(30, TimeUnit.SECONDS)).isTrue();
        Future<BatchResult> batch =
                threads.submit(() -> apply(store(StatementRunner::new), person("a", T0), person("b", T0)));
        TimeUnit.MILLISECONDS.sleep(LONG_ENOUGH_TO_NOT_BE_SLOW_MILLIS);
        assertThat(batch.isDone()).isFalse();
        firstMayCommit.countDown();
        undone.get();
        batch.get();
        assertThat(entityOf("a").id())
                .as("nothing keeps them apart")
                .isEqualTo(entityOf("b").id());
    }

    @Test
    void judgementsOfRecordsThatABatchIsStoringAreRefused() throws Exception {
        Future<BatchResult> batch = run(runner -> new PausedBefore(Statement.ADVANCE_OFFSETS, runner, false), "a");
        assertThat(firstHasWritten.await(30, TimeUnit.SECONDS)).isTrue();
        Decisions decisions = new Decisions(List.of(operation()), List.of(apart()), List.of());
        Future<Integer> brought = threads.submit(() -> decisions.bringInto(store(StatementRunner::new)));
        TimeUnit.MILLISECONDS.sleep(LONG_ENOUGH_TO_NOT_BE_SLOW_MILLIS);
        assertThat(brought.isDone()).isFalse();
        firstMayCommit.countDown();
        batch.get();
        assertThatThrownBy(brought::get).cause().isInstanceOfSatisfying(ResolutionException.class, e -> assertThat(
                        e.code())
                .isEqualTo(ErrorCode.INVALID_INPUT));
        assertThat(store(StatementRunner::new).standingJudgements("", 9)).isEmpty();
    }

    private boolean awaitCommit() {
        try {
            return firstMayCommit.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Judgement apart() {
        return new Judgement(
                "main:Oearly/0",
                "main:Oearly",
                Verdict.NOT_SAME,
                List.of(new TreeSet<>(Set.of(key("a"))), new TreeSet<>(Set.of(key("b")))),
                "li",
                "seen the papers",
                T0);
    }

    private static StoredOperation operation() {
        return new StoredOperation(
                "main:Oearly", "split", "early", "0", "li", "seen the papers", T0, List.of(), "", List.of(), "");
    }

    /** Leaves the lock writes out if told to. */
    private static class Unlocked extends StatementRunner {
        private final boolean unlocked;

        Unlocked(AsyncQueryRunner runner, boolean unlocked) {
            super(runner);
            this.unlocked = unlocked;
        }

        @Override
        protected Query query(Statement statement, Map<String, Object> parameters) {
            Query query = super.query(statement, parameters);
            return unlocked
                    ? query.withText(query.text()
                            .replaceAll("\\nSET \\w\\.lock = \\$lock\\n\\z", "\\nFINISH")
                            .replaceAll(" +ON MATCH SET \\w\\.size = .*\\n", "")
                            .replaceAll("SET \\w\\.lock = \\$lock\\n", ""))
                    : query;
        }
    }

    /** Waits before one of the last statements of a transaction. */
    private final class PausedBefore extends Unlocked {
        private final Statement pausedBefore;
        private final AsyncQueryRunner runner;

        PausedBefore(Statement pausedBefore, AsyncQueryRunner runner, boolean unlocked) {
            super(runner, unlocked);
            this.pausedBefore = pausedBefore;
            this.runner = runner;
        }

        @Override
        protected Query query(Statement statement, Map<String, Object> parameters) {
            if (statement == pausedBefore) {
                // The server works in order: once it answers this, it has done all that was sent before.
                ServerAnswers.await(runner.runAsync("RETURN 1").thenCompose(ResultCursor::consumeAsync));
                firstHasWritten.countDown();
                try {
                    firstMayCommit.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            return super.query(statement, parameters);
        }
    }

    /** Notes the statements that are sent. */
    private final class Recorded extends Unlocked {
        Recorded(AsyncQueryRunner runner, boolean unlocked) {
            super(runner, unlocked);
        }

        @Override
        protected Query query(Statement statement, Map<String, Object> parameters) {
            sentBySecond.add(statement);
            return super.query(statement, parameters);
        }
    }

    private Future<BatchResult> run(Function<AsyncQueryRunner, StatementRunner> statements, String id) {
        Callable<BatchResult> work = () -> apply(store(statements), person(id, T0));
        return threads.submit(work);
    }

    private BatchResult apply(Neo4jStore store, SourceRecord... versions) {
        return new StreamResolver(resolver, store, Clock.systemUTC())
                .apply(
                        Stream.of(versions)
                                .map(version -> new Incoming(version, "load"))
                                .toList(),
                        List.of(new InputOffset(versions[0].key().id(), 1)));
    }

    private static RecordKey key(String id) {
        return RecordKey.of("crm", id);
    }

    private Entity entityOf(String id) {
        return store(StatementRunner::new).entityOf(RecordKey.of("crm", id)).orElseThrow();
    }

    private static Neo4jStore store(Function<AsyncQueryRunner, StatementRunner> statements) {
        return new Neo4jStore(
                Neo4jTestServer.driver(),
                Neo4jTestServer.connection().database(),
                new Tenant(RecordKey.DEFAULT_TENANT),
                statements);
    }

    private static SourceRecord person(String id, Instant observedAt) {
        return SourceRecord.of(
                RecordKey.of("crm", id),
                RecordType.PERSON,
                observedAt,
                Map.of(
                        "name", List.of("王小明"),
                        "phone", List.of("13912345678"),
                        "email", List.of("wang.xiaoming@example.com"),
                        "birthDate", List.of("1990-01-02")));
    }
}
