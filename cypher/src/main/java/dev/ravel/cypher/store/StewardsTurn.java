package dev.ravel.cypher.store;

import dev.ravel.cypher.mapping.Tenant;
import dev.ravel.cypher.statement.Statement;
import dev.ravel.cypher.statement.StatementRunner;
import dev.ravel.resolver.store.ResolutionStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import org.neo4j.driver.Record;

/**
 * A steward's turn, from when it is taken until it is ended: the stream gives way meanwhile, in whatever process it runs. It
 * is a mark on the node that holds the stamp, with an end by the server's clock, so that nothing waits for ever for a
 * steward who has gone. Nobody waits for the mark to be written.
 */
final class StewardsTurn {
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(4);

    private final GraphSessions sessions;
    private final Tenant tenant;
    private final long turn;
    private volatile CompletionStage<Void> taken;

    private StewardsTurn(GraphSessions sessions, Tenant tenant, long turn) {
        this.sessions = sessions;
        this.tenant = tenant;
        this.turn = turn;
        this.taken = sessions.send(
                Statement.TAKE_TURN,
                Map.of(
                        "tenant",
                        tenant.name(),
                        "turn",
                        turn,
                        "millis",
                        ResolutionStore.STEWARDS_MILLIS,
                        "aboutMillis",
                        ResolutionStore.STEWARDS_ABOUT_MILLIS));
    }

    /**
     * Takes a turn.
     *
     * @param turn tells it from others
     */
    static StewardsTurn take(GraphSessions sessions, Tenant tenant, long turn) {
        return new StewardsTurn(sessions, tenant, turn);
    }

    /** Says that all locks are taken that it needs, without waiting. */
    void locked() {
        taken = taken.thenCompose(
                done -> sessions.send(Statement.LOCK_TURN, Map.of("tenant", tenant.name(), "turn", turn)));
    }

    /** Ends it, without waiting. */
    void end() {
        CompletionStage<Void> unused = taken.thenCompose(
                done -> sessions.send(Statement.END_TURN, Map.of("tenant", tenant.name(), "turn", turn)));
    }

    /**
     * Asks whether it is anybody's turn.
     *
     * @param runner of the transaction that gives way
     * @param toLocked only to a steward who has all locks: another may wait for one of this transaction's
     * @param about is told by each answer whether a steward is about
     * @return waits for the answer, and while it is somebody's turn, so many nanoseconds at most; says how many it took
     */
    static LongUnaryOperator askToGiveWay(
            StatementRunner runner, Tenant tenant, boolean toLocked, AtomicBoolean about) {
        Map<String, Object> ofTenant = Map.of("tenant", tenant.name());
        Supplier<List<Record>> first = runner.ask(Statement.STEWARDS_TURN, ofTenant);
        return mayWait -> {
            boolean atWork = isAtWork(first.get(), toLocked, about);
            long start = System.nanoTime();
            while (atWork && System.nanoTime() - start < mayWait) {
                LockSupport.parkNanos(POLL_NANOS);
                atWork = isAtWork(runner.list(Statement.STEWARDS_TURN, ofTenant), toLocked, about);
            }
            return System.nanoTime() - start;
        };
    }

    private static boolean isAtWork(List<Record> rows, boolean toLocked, AtomicBoolean about) {
        about.set(rows.stream().anyMatch(row -> row.get("about").asBoolean()));
        return rows.stream()
                .anyMatch(row -> row.get("atWork").asBoolean()
                        && (!toLocked || row.get("locked").asBoolean()));
    }
}
