package dev.ravel.cypher.mapping;

import dev.ravel.model.record.ContentDigest;
import dev.ravel.resolver.store.VersionStamp;
import java.time.Instant;

/**
 * The stamp of a version as one text: {@code 2026-03-01T08:00:00Z 0 live 64 hexadecimal digits}. One property costs the
 * graph less than four, and a list of them holds a whole history.
 */
final class Stamps {
    private static final String LIVE = "live";
    private static final String DELETED = "deleted";

    private Stamps() {}

    static String in(VersionStamp stamp) {
        return stamp.observedAt() + " " + stamp.sequence() + " " + (stamp.deleted() ? DELETED : LIVE) + " "
                + stamp.digest();
    }

    /**
     * The stamp with this text.
     *
     * @throws IllegalArgumentException if it is not the text of a stamp
     */
    static VersionStamp out(String text) {
        String[] parts = text.split(" ");
        if (parts.length != 4) {
            throw new IllegalArgumentException("not the stamp of a version: " + text);
        }
        return new VersionStamp(
                Instant.parse(parts[0]),
                Long.parseLong(parts[1]),
                parts[2].equals(DELETED),
                new ContentDigest(parts[3]));
    }
}
