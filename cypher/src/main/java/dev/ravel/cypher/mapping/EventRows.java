package dev.ravel.cypher.mapping;

import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.lineage.EventType;
import dev.ravel.model.lineage.LineageEvent;
import dev.ravel.resolver.lineage.EventChain;
import dev.ravel.resolver.lineage.EventName;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * Lineage events: {@code (:Event {key, version, type, at, after, joined, left, …})}. What follows from the rest is left
 * out: the records before an event are those after it, without those that joined, and those that left; where all joined,
 * as in an entity's first event, they are not named again as those after it; and the id is a hash of the rest.
 */
public final class EventRows {
    private static final char SEPARATOR = '#';

    private EventRows() {}

    /** A text above the keys of all events of an entity. */
    public static String end(EntityId entity) {
        return entity.value() + SEPARATOR + ':';
    }

    /** The properties of an event; those that are null are not written. */
    public static Map<String, @Nullable Object> row(LineageEvent event) {
        SortedSet<RecordKey> joined = new TreeSet<>(event.after());
        joined.removeAll(event.before());
        SortedSet<RecordKey> left = new TreeSet<>(event.before());
        left.removeAll(event.after());
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("key", EventName.of(event).text());
        row.put("version", event.version());
        row.put("membershipVersion", event.membershipVersion());
        row.put("type", event.type().name());
        row.put("at", Times.in(event.at()));
        row.put("after", joined.equals(event.after()) ? null : keysOrNone(event.after()));
        row.put("joined", keysOrNone(joined));
        row.put("left", keysOrNone(left));
        row.put(
                "related",
                event.related().isEmpty()
                        ? null
                        : event.related().stream().map(EntityId::value).toList());
        row.put("cause", event.cause());
        row.put("digest", event.digest());
        row.put("previousHash", event.previousHash().isEmpty() ? null : event.previousHash());
        row.put("hash", event.hash());
        return row;
    }

    /**
     * The event in a row.
     *
     * @throws IllegalArgumentException if it holds a text that no event can have
     */
    public static LineageEvent event(Record row) {
        EntityId entity = EventName.parse(row.get("key").asString()).entity();
        long version = row.get("version").asLong();
        SortedSet<RecordKey> joined = Rows.records(row.get("joined"));
        SortedSet<RecordKey> after = row.get("after").isNull() ? joined : Rows.records(row.get("after"));
        SortedSet<RecordKey> before = new TreeSet<>(after);
        before.removeAll(joined);
        before.addAll(Rows.records(row.get("left")));
        return new LineageEvent(
                EventChain.idOf(entity, version, before, after),
                entity,
                version,
                row.get("membershipVersion").asLong(),
                EventType.valueOf(row.get("type").asString()),
                Times.out(row.get("at")),
                before,
                after,
                Rows.texts(row.get("related")).stream().map(EntityId::new).toList(),
                row.get("cause").asString(),
                row.get("digest").asString(),
                Rows.textOrEmpty(row.get("previousHash")),
                row.get("hash").asString());
    }

    private static @Nullable Object keysOrNone(SortedSet<RecordKey> keys) {
        return keys.isEmpty() ? null : Rows.records(keys);
    }
}
