package dev.ravel.api.feed;

import dev.ravel.model.identity.EntityId;
import dev.ravel.model.lineage.LineageEvent;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One subscription to the events of one entity. It holds at most a page of events; what is behind that stays in the
 * store until the subscriber asks for more, so a slow reader costs no memory. Signals are given one after the other,
 * outside the lock.
 */
final class Follower implements Subscription {
    static final int PAGE = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    /** Reads the events of an entity above a version. */
    @FunctionalInterface
    interface Reading {
        CompletableFuture<List<LineageEvent>> events(EntityId entity, long afterVersion, int limit);
    }

    private final EntityId entity;
    private final Subscriber<? super LineageEvent> subscriber;
    private final Reading reading;
    private final Consumer<Follower> onEnd;

    private final Queue<LineageEvent> page = new ArrayDeque<>();
    private long readUpTo;
    private long requested;
    private boolean isReading;
    private boolean lookAgain;
    private boolean isEmitting;
    private boolean isEnded;

    Follower(
            EntityId entity,
            long afterVersion,
            Subscriber<? super LineageEvent> subscriber,
            Reading reading,
            Consumer<Follower> onEnd) {
        this.entity = entity;
        this.readUpTo = afterVersion;
        this.subscriber = subscriber;
        this.reading = reading;
        this.onEnd = onEnd;
    }

    EntityId entity() {
        return entity;
    }

    void start() {
        subscriber.onSubscribe(this);
        look();
    }

    /** Reads on if the entity has moved past what was read. */
    void lookIfBehind(long version) {
        boolean isBehind;
        synchronized (this) {
            isBehind = version > readUpTo;
        }
        if (isBehind) {
            look();
        }
    }

    /** Reads on from where the subscriber stands. */
    // The callback takes both outcomes, so nothing is lost with the future.
    @SuppressWarnings("FutureReturnValueIgnored")
    void look() {
        long after;
        synchronized (this) {
            if (isEnded) {
                return;
            }
            if (isReading || !page.isEmpty()) {
                lookAgain = true;
                return;
            }
            isReading = true;
            lookAgain = false;
            after = readUpTo;
        }
        reading.events(entity, after, PAGE).whenComplete(this::arrived);
    }

    @Override
    public void request(long count) {
        if (count <= 0) {
            end();
            subscriber.onError(new IllegalArgumentException("a subscriber must ask for at least one event: " + count));
            return;
        }
        synchronized (this) {
            requested = requested + count < 0 ? Long.MAX_VALUE : requested + count;
        }
        emit();
    }

    @Override
    public void cancel() {
        end();
    }

    private void arrived(@Nullable List<LineageEvent> events, @Nullable Throwable thrown) {
        synchronized (this) {
            isReading = false;
            if (events != null && !events.isEmpty()) {
                page.addAll(events);
                readUpTo = events.get(events.size() - 1).version();
                lookAgain |= events.size() == PAGE;
            }
        }
        if (thrown != null) {
            LOG.warn("the events of {} could not be read; the next tick tries again: {}", entity, thrown.toString());
        }
        emit();
    }

    /** Gives what was asked for. Whoever comes while another emits leaves it to that one. */
    private void emit() {
        while (true) {
            LineageEvent next;
            synchronized (this) {
                if (isEmitting || isEnded) {
                    return;
                }
                next = requested > 0 ? page.poll() : null;
                if (next == null) {
                    break;
                }
                requested--;
                isEmitting = true;
            }
            subscriber.onNext(next);
            synchronized (this) {
                isEmitting = false;
            }
        }
        boolean moreIsKnown;
        synchronized (this) {
            moreIsKnown = lookAgain && page.isEmpty() && !isReading;
        }
        if (moreIsKnown) {
            look();
        }
    }

    private void end() {
        synchronized (this) {
            isEnded = true;
            page.clear();
        }
        onEnd.accept(this);
    }
}
