package dev.ravel.resolver.lineage;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.entity.EntityState;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.lineage.EventType;
import dev.ravel.model.lineage.LineageEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The hash chain of an entity's events. Each event carries the hash of the one before it and a hash over all of itself,
 * so that no event can be changed, taken out or put in between without a break that {@link #verify} finds. What is cut
 * off at the end is found against the entity's {@code lastEventHash}.
 */
public final class EventChain {
    private EventChain() {}

    /**
     * Takes an entity one step further. The event's time is {@code now} in microseconds, but at least a microsecond after
     * the entity's last event.
     *
     * @param cause the load or the operation that brought the change
     * @param digest the resolution digest under which it happens
     * @param now the recorded time of the transaction
     */
    public static EntityStep advance(EntityUpdate update, String cause, String digest, Instant now) {
        EntityState state = update.records().isEmpty() ? EntityState.RETIRED : EntityState.ACTIVE;
        if (update.before().isEmpty()) {
            Instant at = now.truncatedTo(ChronoUnit.MICROS);
            LineageEvent event = event(update, EventType.CREATED, 1, 1, at, new TreeSet<>(), cause, digest, "");
            return step(update, state, at, event);
        }
        Entity before = update.before().get();
        boolean membersChanged = !before.records().equals(update.records());
        if (!membersChanged && before.golden().equals(update.golden())) {
            return new EntityStep(unchanged(before, update), Optional.empty());
        }
        LineageEvent event = event(
                update,
                typeOf(before, update, membersChanged),
                before.version() + 1,
                before.membershipVersion() + (membersChanged ? 1 : 0),
                timeAfter(before.lastEventAt(), now),
                before.records(),
                cause,
                digest,
                before.lastEventHash());
        return step(update, state, before.createdAt(), event);
    }

    /**
     * Finds where a chain does not hold; none if it does.
     *
     * @param events the events of one entity, ascending by version, from its first or from any later one
     */
    public static List<ChainBreak> verify(List<LineageEvent> events) {
        List<ChainBreak> breaks = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            LineageEvent event = events.get(i);
            if (!event.hash().equals(hashOf(event))) {
                breaks.add(new ChainBreak(event, "its hash does not fit its content"));
            }
            if (!event.id().equals(idOf(event.entity(), event.version(), event.before(), event.after()))) {
                breaks.add(new ChainBreak(event, "its id does not fit its content"));
            }
            if (i > 0) {
                verifyStep(events.get(i - 1), event, breaks);
            } else if (event.version() == 1 && !event.previousHash().isEmpty()) {
                breaks.add(new ChainBreak(event, "it is the first and names a previous one"));
            }
        }
        return breaks;
    }

    /** The hash that an event must carry: over all of its components but the hash itself. */
    public static String hashOf(LineageEvent event) {
        EventHash hash = new EventHash()
                .add(event.id())
                .add(event.entity().value())
                .add(event.version())
                .add(event.membershipVersion())
                .add(event.type().name())
                .add(event.at())
                .addRecords(event.before())
                .addRecords(event.after())
                .add(event.related().size());
        event.related().forEach(id -> hash.add(id.value()));
        return hash.add(event.cause())
                .add(event.digest())
                .add(event.previousHash())
                .hex();
    }

    private static void verifyStep(LineageEvent previous, LineageEvent event, List<ChainBreak> breaks) {
        if (!event.entity().equals(previous.entity())) {
            breaks.add(new ChainBreak(event, "it is of another entity than the one before it"));
        }
        if (event.version() != previous.version() + 1) {
            breaks.add(new ChainBreak(event, "it does not follow version " + previous.version()));
        }
        if (!event.previousHash().equals(previous.hash())) {
            breaks.add(new ChainBreak(event, "it does not name the hash of the one before it"));
        }
        if (!event.before().equals(previous.after())) {
            breaks.add(new ChainBreak(event, "it does not begin with the records that the one before it left"));
        }
        boolean membersChanged = !event.before().equals(event.after());
        if (event.membershipVersion() != previous.membershipVersion() + (membersChanged ? 1 : 0)) {
            breaks.add(new ChainBreak(event, "its membership version does not fit its change"));
        }
        if (!event.at().isAfter(previous.at())) {
            breaks.add(new ChainBreak(event, "it is not later than the one before it"));
        }
    }

    private static LineageEvent event(
            EntityUpdate update,
            EventType type,
            long version,
            long membershipVersion,
            Instant at,
            SortedSet<RecordKey> before,
            String cause,
            String digest,
            String previousHash) {
        LineageEvent unsealed = new LineageEvent(
                idOf(update.id(), version, before, update.records()),
                update.id(),
                version,
                membershipVersion,
                type,
                at,
                before,
                update.records(),
                List.copyOf(update.related()),
                cause,
                digest,
                previousHash,
                "");
        return new LineageEvent(
                unsealed.id(),
                unsealed.entity(),
                version,
                membershipVersion,
                type,
                at,
                unsealed.before(),
                unsealed.after(),
                unsealed.related(),
                cause,
                digest,
                previousHash,
                hashOf(unsealed));
    }

    private static EntityStep step(EntityUpdate update, EntityState state, Instant createdAt, LineageEvent event) {
        Entity after = new Entity(
                update.id(),
                state,
                state == EntityState.ACTIVE ? update.component() : "",
                update.founder(),
                createdAt,
                event.membershipVersion(),
                event.version(),
                event.at(),
                event.hash(),
                update.records(),
                update.golden(),
                List.copyOf(update.successors()));
        return new EntityStep(after, Optional.of(event));
    }

    /** An entity whose component has another name now. */
    private static Entity unchanged(Entity before, EntityUpdate update) {
        return new Entity(
                before.id(),
                before.state(),
                before.state() == EntityState.ACTIVE ? update.component() : "",
                before.founder(),
                before.createdAt(),
                before.membershipVersion(),
                before.version(),
                before.lastEventAt(),
                before.lastEventHash(),
                before.records(),
                before.golden(),
                List.copyOf(update.successors()));
    }

    /** One word for a net change: of several that fit, the one that says most of other entities. */
    private static EventType typeOf(Entity before, EntityUpdate update, boolean membersChanged) {
        if (update.records().isEmpty()) {
            return EventType.RETIRED;
        }
        if (before.state() == EntityState.RETIRED) {
            return EventType.RESTORED;
        }
        if (!membersChanged) {
            return EventType.GOLDEN_CHANGED;
        }
        if (!update.lasting().containsAll(update.takenFrom())) {
            return EventType.MERGED;
        }
        if (!update.lasting().containsAll(update.givenTo())) {
            return EventType.SPLIT;
        }
        return update.lasting().isEmpty() ? EventType.MEMBERS_CHANGED : EventType.MEMBER_MOVED;
    }

    private static Instant timeAfter(Instant last, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        Instant earliest = last.plus(1, ChronoUnit.MICROS);
        return at.isBefore(earliest) ? earliest : at;
    }

    /** The id that an event must carry: it names what the event does to its entity. */
    public static String idOf(EntityId entity, long version, SortedSet<RecordKey> before, SortedSet<RecordKey> after) {
        return new EventHash()
                .add(entity.value())
                .add(version)
                .addRecords(before)
                .addRecords(after)
                .hex();
    }
}
