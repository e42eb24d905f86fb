package dev.ravel.resolver.lineage;

import dev.ravel.model.lineage.LineageEvent;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes the seal, block after block from the first one, and says of each event and block that does not fit what is
 * wrong with it; the first thing said is about the first in the order of the seal. Knows of an event only what its own
 * block says; memory does not grow with the number of blocks. Not thread-safe.
 */
public final class SealCheck {
    private final Consumer<String> findings;
    private final Map<Long, String> heads;
    private SealHead head = SealHead.NONE;
    private EventSum events = EventSum.NONE;
    private long unsealed;

    /**
     * A check that begins before the first block.
     *
     * @param heads heads that were kept outside the graph, which the seal must still have
     * @param findings told of each thing that does not fit
     */
    public SealCheck(List<SealHead> heads, Consumer<String> findings) {
        this.findings = findings;
        this.heads = new HashMap<>();
        heads.forEach(kept -> this.heads.put(kept.number(), kept.hash()));
    }

    /**
     * Goes on with the next block.
     *
     * @param stored the events of the block that are there and can be read, whatever their order
     */
    public void next(SealedBlock sealed, List<LineageEvent> stored) {
        String name = "block " + sealed.number();
        check(name, sealed.block(), stored);
        if (sealed.number() != head.number() + 1) {
            findings.accept(name + " does not follow block " + head.number());
        }
        if (!sealed.previousHash().equals(head.hash())) {
            findings.accept(name + " does not name the hash of the block before it");
        }
        if (!sealed.hash().equals(sealed.expectedHash())) {
            findings.accept(name + " has a hash that does not fit its content");
        }
        @Nullable String kept = heads.remove(sealed.number());
        if (kept != null && !kept.equals(sealed.hash())) {
            findings.accept(
                    name + " is not the one whose head was kept outside: it or one before it has been rewritten");
        }
        head = sealed.head();
    }

    /** Goes on with a block that waits for its place. */
    public void unsealed(EventBlock block, List<LineageEvent> stored) {
        check("the block of " + block.at() + ", not sealed yet,", block, stored);
        unsealed += block.events().size();
    }

    /**
     * Ends the check.
     *
     * @param expected what the graph says that the seal ends with
     */
    public void end(SealHead expected) {
        if (!head.equals(expected)) {
            findings.accept("the seal ends with block " + head.number() + ", but its head is that of block "
                    + expected.number() + ": blocks are missing, or the head has been changed");
        }
        heads.keySet().stream()
                .sorted()
                .findFirst()
                .ifPresent(missing -> findings.accept(
                        "block " + missing + ", whose head was kept outside, is not there: the seal has been cut off"));
    }

    /** The events of all blocks so far, as they are stored. */
    public EventSum events() {
        return events;
    }

    /** How many of them wait to be sealed. */
    public long unsealed() {
        return unsealed;
    }

    private void check(String name, EventBlock block, List<LineageEvent> stored) {
        Map<EventName, LineageEvent> byName = new HashMap<>();
        stored.forEach(event -> byName.put(EventName.of(event), event));
        List<String> hashes = new ArrayList<>();
        for (EventName event : block.events()) {
            @Nullable LineageEvent found = byName.get(event);
            hashes.add(found == null ? "" : EventChain.hashOf(found));
        }
        List<byte[]> leaves = MerkleTree.leaves(hashes);
        boolean named = false;
        for (int i = 0; i < leaves.size(); i++) {
            events = hashes.get(i).isEmpty() ? events : events.plus(leaves.get(i));
            if (EventBlock.mark(leaves.get(i)) != block.marks().get(i)) {
                named = true;
                findings.accept(name + " index " + i + ": " + block.events().get(i)
                        + (hashes.get(i).isEmpty()
                                ? " is missing or cannot be read"
                                : " is not what it was when it was written"));
            }
        }
        if (!named && !MerkleTree.root(leaves).equals(block.merkleRoot())) {
            findings.accept(name + " has a Merkle root that does not fit its events");
        }
    }

    /**
     * A number of events and the sum of their leaves: equal for two walks over the same events in any order, and, as far as
     * SHA-256 holds, for no others.
     */
    public record EventSum(long count, BigInteger leaves) {
        /** No events. */
        public static final EventSum NONE = new EventSum(0, BigInteger.ZERO);

        /** With one event more, as it is stored. */
        public EventSum plus(LineageEvent event) {
            return plus(MerkleTree.leaves(List.of(EventChain.hashOf(event))).get(0));
        }

        private EventSum plus(byte[] leaf) {
            return new EventSum(count + 1, leaves.add(new BigInteger(1, leaf)));
        }
    }
}
