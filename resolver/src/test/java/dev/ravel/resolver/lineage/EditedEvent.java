package dev.ravel.resolver.lineage;

import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.lineage.EventType;
import dev.ravel.model.lineage.LineageEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** An event in which somebody has changed a component behind the product's back. */
public final class EditedEvent {
    private EditedEvent() {}

    /**
     * The event with another value of a component.
     *
     * @param component the name of the record component
     * @param value a value of its type; any collection where it is one
     */
    public static LineageEvent of(LineageEvent event, String component, Object value) {
        Map<String, Object> parts = Map.of(component, value);
        LineageEvent edited = new LineageEvent(
                (String) parts.getOrDefault("id", event.id()),
                (EntityId) parts.getOrDefault("entity", event.entity()),
                (long) parts.getOrDefault("version", event.version()),
                (long) parts.getOrDefault("membershipVersion", event.membershipVersion()),
                (EventType) parts.getOrDefault("type", event.type()),
                (Instant) parts.getOrDefault("at", event.at()),
                keys(parts.getOrDefault("before", event.before())),
                keys(parts.getOrDefault("after", event.after())),
                ids(parts.getOrDefault("related", event.related())),
                (String) parts.getOrDefault("cause", event.cause()),
                (String) parts.getOrDefault("digest", event.digest()),
                (String) parts.getOrDefault("previousHash", event.previousHash()),
                (String) parts.getOrDefault("hash", event.hash()));
        if (edited.equals(event)) {
            throw new IllegalArgumentException("nothing was edited: " + component + " = " + value);
        }
        return edited;
    }

    private static SortedSet<RecordKey> keys(Object keys) {
        SortedSet<RecordKey> found = new TreeSet<>();
        ((Collection<?>) keys).forEach(key -> found.add((RecordKey) key));
        return found;
    }

    private static List<EntityId> ids(Object ids) {
        return ((Collection<?>) ids).stream().map(EntityId.class::cast).toList();
    }
}
