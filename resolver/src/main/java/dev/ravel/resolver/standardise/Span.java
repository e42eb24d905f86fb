package dev.ravel.resolver.standardise;

import java.time.Instant;

/**
 * A time from one {@code observedAt} to another, both included.
 *
 * @param first when the value was first observed
 * @param last when it was last observed; {@link #OPEN} where that is when the record's newest version was observed
 */
public record Span(Instant first, Instant last) {
    /** The end of a span that the newest version goes on with. */
    public static final Instant OPEN = Instant.MAX;

    public Span {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("a span ends at " + last + ", before it begins at " + first);
        }
    }

    /** From the earlier beginning to the later end. */
    Span with(Span other) {
        return new Span(
                first.isBefore(other.first) ? first : other.first, last.isAfter(other.last) ? last : other.last);
    }
}
