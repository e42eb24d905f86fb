package dev.ravel.cypher.verify;

import dev.ravel.cypher.mapping.EventRows;
import dev.ravel.model.lineage.LineageEvent;
import dev.ravel.resolver.lineage.EventName;
import java.util.ArrayList;
import java.util.List;
import org.neo4j.driver.Record;

/** Reads events that may have been damaged in any way. */
final class StoredEvents {
    private StoredEvents() {}

    /**
     * The events in these rows, in their order.
     *
     * @param findings where those that cannot be read are told, which are left out
     */
    static List<LineageEvent> of(List<Record> rows, Findings findings) {
        List<LineageEvent> events = new ArrayList<>(rows.size());
        for (Record row : rows) {
            String key = row.get("key").asString();
            try {
                LineageEvent event = EventRows.event(row);
                events.add(event);
                if (!EventName.of(event).text().equals(key)) {
                    findings.add(EventName.of(event) + " has the key " + key + " of another one");
                }
            } catch (IllegalArgumentException e) {
                findings.add("event " + key + " cannot be read: " + e.getMessage());
            }
        }
        return events;
    }
}
