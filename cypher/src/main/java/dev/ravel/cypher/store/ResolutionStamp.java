package dev.ravel.cypher.store;

import dev.ravel.cypher.mapping.Tenant;
import dev.ravel.cypher.statement.Statement;
import dev.ravel.cypher.statement.StatementRunner;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.settings.ResolutionDigest;
import dev.ravel.resolver.store.ResolutionStore;
import dev.ravel.resolver.store.StoreStamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Record;

/** Under which resolution a graph stands, and whether a store that was opened under one may still write. Thread-safe. */
final class ResolutionStamp {
    private final GraphSessions sessions;
    private final Tenant tenant;
    private final Retries retries;
    private volatile @Nullable Opened opened;

    /**
     * Under which resolution the store was opened.
     *
     * @param checkedNanos when the graph was last found stamped with it
     */
    private record Opened(ResolutionDigest digest, long checkedNanos) {}

    ResolutionStamp(GraphSessions sessions, Tenant tenant, Retries retries) {
        this.sessions = sessions;
        this.tenant = tenant;
        this.retries = retries;
    }

    /** Stamps a graph that has no stamp yet; refuses one that was resolved under another digest. */
    void open(ResolutionDigest digest) {
        String stamped = retries.run(() -> {
            sessions.applySchema();
            return sessions.inSession(AccessMode.WRITE, runner -> runner.list(
                            Statement.STAMP,
                            Map.of("tenant", tenant.name(), "digest", digest.hex(), "keys", digest.keys()))
                    .get(0)
                    .get("digest")
                    .asString());
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

    /** The stamp, if the graph has one. */
    Optional<StoreStamp> read() {
        return retries.run(() -> {
            sessions.applySchema();
            return sessions.inSession(
                    AccessMode.READ, runner -> runner.first(Statement.READ_STAMP, Map.of("tenant", tenant.name()))
                            .map(row -> new StoreStamp(
                                    new ResolutionDigest(
                                            row.get("digest").asString(),
                                            row.get("keys").asString()),
                                    row.get("upTo").isNull()
                                            ? Optional.empty()
                                            : Optional.of(row.get("upTo").asString()))));
        });
    }

    /** Puts a stamp in the place of another; false if the graph has not that one. */
    boolean replace(StoreStamp before, StoreStamp after) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("tenant", tenant.name());
        parameters.put("lock", ThreadLocalRandom.current().nextLong());
        parameters.put("before", before.digest().hex());
        parameters.put("beforeUpTo", before.reresolvedUpTo().orElse(null));
        parameters.put("after", after.digest().hex());
        parameters.put("keys", after.digest().keys());
        parameters.put("upTo", after.reresolvedUpTo().orElse(null));
        return retries.run(() -> sessions.inSession(
                AccessMode.WRITE,
                runner -> runner.list(Statement.RESTAMP, parameters)
                                .get(0)
                                .get("restamped")
                                .asInt()
                        == 1));
    }

    /**
     * Looks at the stamp again from time to time, so that no writer goes on for long under a resolution of before.
     *
     * @param runner of the writer's transaction
     * @return waits for the answer, to be called before the transaction commits
     */
    Runnable askStillOurs(StatementRunner runner) {
        @Nullable Opened mine = opened;
        long now = System.nanoTime();
        if (mine == null
                || now - mine.checkedNanos() < TimeUnit.MILLISECONDS.toNanos(ResolutionStore.STAMP_CHECK_MILLIS)) {
            return () -> {};
        }
        Supplier<List<Record>> stamp = runner.ask(Statement.READ_STAMP, Map.of("tenant", tenant.name()));
        return () -> {
            stamp.get().stream()
                    .findFirst()
                    .ifPresent(row -> requireSame(row.get("digest").asString(), mine.digest()));
            opened = new Opened(mine.digest(), now);
        };
    }
}
