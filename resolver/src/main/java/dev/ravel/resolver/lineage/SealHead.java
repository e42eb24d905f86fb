package dev.ravel.resolver.lineage;

/**
 * A block of the seal, named by its place and its hash. Kept where whoever can write to the graph cannot, it shows that
 * nothing up to that block has been rewritten or cut off.
 *
 * @param number the block's number, 0 before the first block
 * @param hash the block's hash, empty before the first block
 */
public record SealHead(long number, String hash) {
    /** Where the chain begins. */
    public static final SealHead NONE = new SealHead(0, "");
}
