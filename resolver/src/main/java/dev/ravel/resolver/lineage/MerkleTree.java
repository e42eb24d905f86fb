package dev.ravel.resolver.lineage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The Merkle tree of RFC 6962 (section 2.1) over SHA-256: a leaf is the hash of the byte 0 and the leaf's text in UTF-8, an
 * inner node that of the byte 1 and its two children, and the left part of a tree is the largest full one that leaves
 * something for the right. One hash binds any number of texts and their order.
 */
final class MerkleTree {
    private static final byte LEAF = 0;
    private static final byte INNER = 1;

    private MerkleTree() {}

    /** The hashes of leaves, in their order. */
    static List<byte[]> leaves(List<String> texts) {
        MessageDigest sha = sha256();
        List<byte[]> leaves = new ArrayList<>(texts.size());
        for (String text : texts) {
            sha.update(LEAF);
            leaves.add(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        }
        return leaves;
    }

    /** The root over the hashes of leaves, 64 lower-case hexadecimal digits; of no leaves, the hash of nothing. */
    static String root(List<byte[]> leaves) {
        MessageDigest sha = sha256();
        if (leaves.isEmpty()) {
            return HexFormat.of().formatHex(sha.digest());
        }
        List<byte[]> level = leaves;
        while (level.size() > 1) {
            List<byte[]> above = new ArrayList<>((level.size() + 1) / 2);
            for (int i = 0; i + 1 < level.size(); i += 2) {
                sha.update(INNER);
                sha.update(level.get(i));
                above.add(sha.digest(level.get(i + 1)));
            }
            if (level.size() % 2 == 1) {
                above.add(level.get(level.size() - 1));
            }
            level = above;
        }
        return HexFormat.of().formatHex(level.get(0));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
