package dev.ravel.api.feed;

import dev.ravel.api.error.ApiErrorCode;
import dev.ravel.api.error.ApiException;
import dev.ravel.api.work.StoreWork;
import dev.ravel.model.entity.Entity;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.lineage.LineageEvent;
import dev.ravel.resolver.store.EntityReader;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells those who follow entities of their changes. At each tick one call to the store reads the entities followed; the
 * events of those that have moved on are read from where each follower stands. The versions of an entity have no gaps
 * and are committed in order, so a follower misses nothing and sees nothing twice, whoever made the change. Changes by
 * this server are looked for at once. Without followers nothing is read. Thread-safe.
 */
public final class ChangeFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);
    private static final String THREAD = "ravel-api-feed";

    private final EntityReader reader;
    private final StoreWork work;
    private final int maxFollowers;
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean ticking = new AtomicBoolean();
    private final ScheduledExecutorService clock;
    private final ScheduledFuture<?> ticks;

    /**
     * Starts a feed.
     *
     * @param tick how long after a commit elsewhere it is noticed, at most
     * @param maxFollowers the subscriptions at the same time; one more is refused
     */
    public ChangeFeed(EntityReader reader, StoreWork work, Duration tick, int maxFollowers) {
        this.reader = reader;
        this.work = work;
        this.maxFollowers = maxFollowers;
        this.clock = Executors.newSingleThreadScheduledExecutor(run -> {
            Thread thread = new Thread(run, THREAD);
            thread.setDaemon(true);
            return thread;
        });
        this.ticks = clock.scheduleWithFixedDelay(this::tick, tick.toMillis(), tick.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * The events of an entity above a version, then those to come.
     *
     * @throws ApiException with {@code LIMIT_EXCEEDED} if there are too many followers
     */
    public Publisher<LineageEvent> follow(EntityId entity, long afterVersion) {
        if (followers.size() >= maxFollowers) {
            throw new ApiException(
                    ApiErrorCode.LIMIT_EXCEEDED,
                    "the server follows " + maxFollowers + " subscriptions already; try again later");
        }
        return subscriber -> {
            Follower follower =
                    new Follower(entity, afterVersion, subscriber, this::read, ended -> followers.remove(ended));
            followers.add(follower);
            follower.start();
        };
    }

    /** Looks at once for changes of entities that this server has changed. */
    public void changed(Collection<EntityId> entities) {
        Set<EntityId> changed = new HashSet<>(entities);
        for (Follower follower : followers) {
            if (changed.contains(follower.entity())) {
                follower.look();
            }
        }
    }

    /** How many subscriptions are followed now. */
    public int followerCount() {
        return followers.size();
    }

    @Override
    public void close() {
        ticks.cancel(false);
        clock.shutdownNow();
        followers.forEach(Follower::cancel);
    }

    private CompletableFuture<List<LineageEvent>> read(EntityId entity, long afterVersion, int limit) {
        return work.read(() -> reader.events(entity, afterVersion, limit));
    }

    // The callback takes both outcomes, so nothing is lost with the future.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void tick() {
        if (followers.isEmpty() || !ticking.compareAndSet(false, true)) {
            return;
        }
        Set<EntityId> followed = new HashSet<>();
        followers.forEach(follower -> followed.add(follower.entity()));
        work.read(() -> versions(followed)).whenComplete((versions, thrown) -> {
            ticking.set(false);
            if (thrown != null) {
                LOG.warn("the store could not be asked for changes; the next tick asks again: {}", thrown.toString());
            } else {
                followers.forEach(follower -> follower.lookIfBehind(versions.getOrDefault(follower.entity(), 0L)));
            }
        });
    }

    private Map<EntityId, Long> versions(Set<EntityId> entities) {
        Map<EntityId, Long> versions = new HashMap<>();
        for (Entity entity : reader.entities(entities)) {
            versions.put(entity.id(), entity.version());
        }
        return versions;
    }
}
