package dev.ravel.cypher.store;

import dev.ravel.cypher.mapping.KeyGeneration;
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
    private volatile @Nullable Seen seen;

    /**
     * Under which resolution the store was opened.
     *
     * @param checkedNanos when the graph was last found stamped with it
     */
    private record Opened(ResolutionDigest digest, KeyGeneration generation, long checkedNanos) {}

    /** The keys that were in force when somebody looked who has not opened the store. */
    private record Seen(KeyGeneration generation, long nanos) {}

    ResolutionStamp(GraphSessions sessions, Tenant tenant, Retries retries) {
        this.sessions = sessions;
        this.tenant = tenant;
        this.retries = retries;
    }

    /** Stamps a graph that has no stamp yet; refuses one that was resolved under another digest. */
    void open(ResolutionDigest digest) {
        StoreStamp stamped = retries.run(() -> {
            sessions.applySchema();
            return sessions.inSession(
                    AccessMode.WRITE,
                    runner -> stamp(runner.list(
                                    Statement.STAMP,
                                    Map.of("tenant", tenant.name(), "digest", digest.hex(), "keys", digest.keys()))
                            .get(0)));
        });
        requireSame(stamped.digest().hex(), digest);
        opened = new Opened(digest, generation(stamped), System.nanoTime());
    }

    private static StoreStamp stamp(Record row) {
        return new StoreStamp(
                new ResolutionDigest(
                        row.get("digest").asString(), row.get("keys").asString()),
                row.get("upTo").isNull()
                        ? Optional.empty()
                        : Optional.of(row.get("upTo").asString()),
                row.get("keyGeneration").asInt());
    }

    private static KeyGeneration generation(StoreStamp stamp) {
        return new KeyGeneration(stamp.keyGeneration(), stamp.mayHaveFormerKeys());
    }

    /** The keys in force, at most {@value ResolutionStore#STAMP_CHECK_MILLIS} ms ago. */
    KeyGeneration keyGeneration() {
        @Nullable Opened mine = opened;
        if (mine != null) {
            return mine.generation();
        }
        @Nullable Seen last = seen;
        if (last == null || isOld(last.nanos())) {
            last = new Seen(stored().map(ResolutionStamp::generation).orElse(KeyGeneration.FIRST), System.nanoTime());
            seen = last;
        }
        return last.generation();
    }

    private static boolean isOld(long nanos) {
        return System.nanoTime() - nanos >= TimeUnit.MILLISECONDS.toNanos(ResolutionStore.STAMP_CHECK_MILLIS);
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
            return stored();
        });
    }

    private Optional<StoreStamp> stored() {
        return sessions.inSession(
                AccessMode.READ, runner -> runner.first(Statement.READ_STAMP, Map.of("tenant", tenant.name()))
                        .map(ResolutionStamp::stamp));
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
        parameters.put("keyGeneration", after.keyGeneration() == 0 ? null : after.keyGeneration());
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
        if (mine == null || !isOld(mine.checkedNanos())) {
            return () -> {};
        }
        Supplier<List<Record>> asked = runner.ask(Statement.READ_STAMP, Map.of("tenant", tenant.name()));
        return () -> {
            Optional<StoreStamp> stamped = asked.get().stream().findFirst().map(ResolutionStamp::stamp);
            stamped.ifPresent(stamp -> requireSame(stamp.digest().hex(), mine.digest()));
            opened = new Opened(
                    mine.digest(), stamped.map(ResolutionStamp::generation).orElse(mine.generation()), now);
        };
    }
}
