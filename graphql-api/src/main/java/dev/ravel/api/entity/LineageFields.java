package dev.ravel.api.entity;

import dev.ravel.api.schema.Wiring;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.lineage.EventType;
import dev.ravel.model.lineage.LineageEvent;
import java.util.List;

/** Answers the fields of a lineage event. */
public final class LineageFields {
    private LineageFields() {}

    /** Wires lineage events. */
    public static void wire(Wiring wiring) {
        wiring.enumeration(EventType.class);
        wiring.type("LineageEvent", LineageEvent.class)
                .plain("id", LineageEvent::id)
                .plain("type", LineageEvent::type)
                .plain("version", LineageEvent::version)
                .plain("membershipVersion", LineageEvent::membershipVersion)
                .plain("at", LineageEvent::at)
                .plain("before", event -> List.copyOf(event.before()))
                .plain("after", event -> List.copyOf(event.after()))
                .plain(
                        "related",
                        event -> event.related().stream().map(EntityId::value).toList())
                .plain("cause", LineageEvent::cause)
                .plain("digest", LineageEvent::digest)
                .plain("previousHash", LineageEvent::previousHash)
                .plain("hash", LineageEvent::hash);
    }
}
