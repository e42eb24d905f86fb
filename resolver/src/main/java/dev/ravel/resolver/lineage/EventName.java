package dev.ravel.resolver.lineage;

import dev.ravel.model.identity.EntityId;
import dev.ravel.model.lineage.LineageEvent;

/**
 * Names an event: the entity and the version that the event made of it.
 *
 * @param entity the entity
 * @param version 1 or more; 0 names the place before the first event
 */
public record EventName(EntityId entity, long version) {
    private static final char SEPARATOR = '#';
    private static final int VERSION_DIGITS = 12;

    public EventName {
        if (version < 0) {
            throw new IllegalArgumentException("the version of an event is negative: " + version);
        }
    }

    /** The name of an event. */
    public static EventName of(LineageEvent event) {
        return new EventName(event.entity(), event.version());
    }

    /**
     * The name with this text.
     *
     * @throws IllegalArgumentException if it is not the text of a name
     */
    public static EventName parse(String text) {
        int separator = text.lastIndexOf(SEPARATOR);
        if (separator < 0) {
            throw new IllegalArgumentException("not the name of an event: '" + text + "'");
        }
        return new EventName(new EntityId(text.substring(0, separator)), Long.parseLong(text.substring(separator + 1)));
    }

    /** The entity and the version with leading zeros, so that the texts of an entity's events ascend as versions do. */
    public String text() {
        String digits = Long.toString(version);
        return entity.value() + SEPARATOR + "0".repeat(Math.max(0, VERSION_DIGITS - digits.length())) + digits;
    }

    @Override
    public String toString() {
        return "event " + version + " of " + entity;
    }
}
