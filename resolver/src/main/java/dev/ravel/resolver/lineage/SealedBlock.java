package dev.ravel.resolver.lineage;

import java.util.Objects;

/**
 * A block in its place in the seal, which is one chain over all events of a tenant. (Number, index in the block) is the
 * one order of all events; the versions of an entity ascend in it.
 *
 * @param number 1, 2, 3 … without gaps
 * @param previousHash the hash of the block before it, empty for the first
 * @param block the events
 * @param hash what is kept of the block: covers number, previous hash, time, number of events and Merkle root
 */
public record SealedBlock(long number, String previousHash, EventBlock block, String hash) {
    public SealedBlock {
        Objects.requireNonNull(previousHash, "previousHash");
        Objects.requireNonNull(block, "block");
        Objects.requireNonNull(hash, "hash");
    }

    /** Puts a block behind a head. */
    public static SealedBlock after(SealHead head, EventBlock block) {
        long number = head.number() + 1;
        return new SealedBlock(number, head.hash(), block, hashOf(number, head.hash(), block));
    }

    /** What the chain ends with if this is its last block. */
    public SealHead head() {
        return new SealHead(number, hash);
    }

    /** The hash that the block must carry. */
    String expectedHash() {
        return hashOf(number, previousHash, block);
    }

    private static String hashOf(long number, String previousHash, EventBlock block) {
        return new EventHash()
                .add(number)
                .add(previousHash)
                .add(block.at())
                .add(block.events().size())
                .add(block.merkleRoot())
                .hex();
    }
}
