package dev.ravel.cypher.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.cypher.mapping.Tenant;
import dev.ravel.cypher.statement.Statement;
import dev.ravel.cypher.statement.StatementRunner;
import dev.ravel.cypher.testserver.Neo4jTestServer;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.property.Runs;
import dev.ravel.resolver.store.ResolutionStore;
import dev.ravel.resolver.store.ResolutionTransaction;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.neo4j.driver.AccessMode;

/** The stream gives way to stewards, for a while. */
@Timeout(60)
class StewardsTurnIT {
    private static final Tenant TENANT = new Tenant(RecordKey.DEFAULT_TENANT);
    private static final Map<String, Object> OF_TENANT = Map.of("tenant", TENANT.name());
    private static final long MINUTE_MILLIS = 60_000;
    private static final long ABOUT_MILLIS = 60_000;

    private Neo4jStore stream;
    private GraphSessions sessions;

    @BeforeEach
    void aGraph() {
        Neo4jTestServer.wipe();
        stream = Neo4jStore.connect(Neo4jTestServer.connection());
        stream.open(Runs.RESOLVER.digest());
        sessions = new GraphSessions(
                Neo4jTestServer.connection().driver(),
                Neo4jTestServer.connection().database(),
                StatementRunner::new);
    }

    @AfterEach
    void close() {
        stream.close();
        sessions.close();
    }

    @Test
    void theStreamWaitsForAStewardAsLongAsItMayAndThenGoesOn() {
        take(1, MINUTE_MILLIS);
        assertThat(givenWayMillis(ResolutionTransaction::askToGiveWay))
                .isGreaterThanOrEqualTo(ResolutionStore.GIVE_WAY_MILLIS);
    }

    @Test
    void aStewardWhoNeverEndedHoldsNothingBackOnceTheTimeIsOver() {
        take(1, -1);
        assertThat(isAtWork()).isFalse();
    }

    @Test
    void whoEndsDoesNotEndTheTurnOfAnother() {
        take(1, MINUTE_MILLIS);
        take(2, MINUTE_MILLIS);
        end(1);
        assertThat(isAtWork()).isTrue();
        end(2);
        assertThat(isAtWork()).isFalse();
    }

    @Test
    void aStewardsTransactionTakesItsTurnAndEndsIt() {
        assertThat(isAtWork()).isFalse();
        boolean during = stream.inStewardsTransaction(transaction -> becomes(true));
        assertThat(during).isTrue();
        assertThat(becomes(false)).isTrue();
    }

    @Test
    void whoHoldsEntitiesWaitsOnlyForAStewardWhoHasAllLocks() {
        take(1, MINUTE_MILLIS);
        assertThat(isLocked()).isFalse();
        write(Statement.LOCK_TURN, Map.of("tenant", TENANT.name(), "turn", 2L));
        assertThat(isLocked()).isFalse();
        write(Statement.LOCK_TURN, Map.of("tenant", TENANT.name(), "turn", 1L));
        assertThat(givenWayMillis(ResolutionTransaction::askToGiveWayHoldingLocks))
                .isGreaterThanOrEqualTo(ResolutionStore.GIVE_WAY_MILLIS);
        take(2, MINUTE_MILLIS);
        assertThat(isLocked()).isFalse();
        end(2);
    }

    @Test
    void theStreamKnowsForAWhileThatStewardsAreAbout() {
        givenWayMillis(ResolutionTransaction::askToGiveWay);
        assertThat(stream.areStewardsAbout()).isFalse();
        take(1, MINUTE_MILLIS);
        end(1);
        givenWayMillis(ResolutionTransaction::askToGiveWay);
        assertThat(stream.areStewardsAbout()).isTrue();
        write(
                Statement.TAKE_TURN,
                Map.of("tenant", TENANT.name(), "turn", 2L, "millis", MINUTE_MILLIS, "aboutMillis", -1));
        end(2);
        givenWayMillis(ResolutionTransaction::askToGiveWay);
        assertThat(stream.areStewardsAbout()).isFalse();
    }

    /** How long a transaction of the stream waited before it went on. */
    private long givenWayMillis(Function<ResolutionTransaction, Runnable> asking) {
        return stream.inTransaction(transaction -> {
            long start = System.nanoTime();
            asking.apply(transaction).run();
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        });
    }

    /** Waits, a while, until a steward is at work, or none is. */
    private boolean becomes(boolean atWork) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (isAtWork() != atWork) {
            if (System.nanoTime() > end) {
                return false;
            }
        }
        return true;
    }

    private boolean isAtWork() {
        return turnSays("atWork");
    }

    private boolean isLocked() {
        return turnSays("locked");
    }

    private boolean turnSays(String column) {
        return sessions.inSession(AccessMode.READ, runner -> runner.list(Statement.STEWARDS_TURN, OF_TENANT)
                .get(0)
                .get(column)
                .asBoolean());
    }

    private void take(long turn, long millis) {
        write(
                Statement.TAKE_TURN,
                Map.of("tenant", TENANT.name(), "turn", turn, "millis", millis, "aboutMillis", ABOUT_MILLIS));
    }

    private void end(long turn) {
        write(Statement.END_TURN, Map.of("tenant", TENANT.name(), "turn", turn));
    }

    private void write(Statement statement, Map<String, Object> parameters) {
        sessions.inSession(AccessMode.WRITE, runner -> runner.list(statement, parameters));
    }
}
