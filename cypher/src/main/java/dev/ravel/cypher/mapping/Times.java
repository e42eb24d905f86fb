package dev.ravel.cypher.mapping;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.neo4j.driver.Value;

/** Times are {@code datetime} values in UTC, to the nanosecond, so that a person can read them in the graph. */
final class Times {
    private Times() {}

    static ZonedDateTime in(Instant time) {
        return time.atZone(ZoneOffset.UTC);
    }

    static Instant out(Value value) {
        return value.asZonedDateTime().toInstant();
    }
}
