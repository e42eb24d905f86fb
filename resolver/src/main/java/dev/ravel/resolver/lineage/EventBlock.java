package dev.ravel.resolver.lineage;

import dev.ravel.model.lineage.LineageEvent;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The events that one transaction wrote, bound by one hash. The transaction writes it with them; {@link Sealer} gives it
 * its place in the seal afterwards, so that no transaction waits for another one's place.
 *
 * @param at recorded time of the transaction
 * @param events the events, in the order in which they were written; never none
 * @param marks for each event the first 8 bytes of its leaf of the Merkle tree, as a big-endian number: what tells
 *     which event it is that does not fit
 * @param merkleRoot the root over the hashes of the events, 64 lower-case hexadecimal digits
 */
public record EventBlock(Instant at, List<EventName> events, List<Long> marks, String merkleRoot) {
    public EventBlock {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(merkleRoot, "merkleRoot");
        events = List.copyOf(events);
        marks = List.copyOf(marks);
        if (events.isEmpty() || events.size() != marks.size()) {
            throw new IllegalArgumentException(
                    "a block of " + events.size() + " event(s) with " + marks.size() + " mark(s)");
        }
    }

    /** The block of a transaction's events. O(events). */
    public static EventBlock of(Instant at, List<LineageEvent> events) {
        List<byte[]> leaves =
                MerkleTree.leaves(events.stream().map(LineageEvent::hash).toList());
        return new EventBlock(
                at,
                events.stream().map(EventName::of).toList(),
                leaves.stream().map(EventBlock::mark).toList(),
                MerkleTree.root(leaves));
    }

    static long mark(byte[] leaf) {
        return ByteBuffer.wrap(leaf).getLong();
    }
}
