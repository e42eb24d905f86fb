package dev.ravel.resolver.lineage;

import dev.ravel.model.lineage.LineageEvent;
import java.util.Objects;

/**
 * An event in its place in the change feed.
 *
 * @param block the number of its block of the seal, from 1
 * @param index its place in the block, from 0
 * @param of how many events the block has
 * @param event the event
 */
public record FeedLine(long block, int index, int of, LineageEvent event) {
    public FeedLine {
        Objects.requireNonNull(event, "event");
    }

    /** Whether it is the last one of its block, so that a reader who stops after it has whole transactions only. */
    public boolean endsBlock() {
        return index + 1 == of;
    }
}
