package dev.ravel.resolver.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MerkleTreeTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 31, 33, 100})
    void isTheTreeOfRfc6962(int leaves) throws NoSuchAlgorithmException {
        List<String> texts = texts(leaves);
        assertThat(MerkleTree.root(MerkleTree.leaves(texts)))
                .isEqualTo(HexFormat.of().formatHex(byTheDefinition(texts)));
    }

    @Test
    void anyOtherLeafOrOrderHasAnotherRoot() {
        List<String> texts = texts(9);
        Set<String> roots = new HashSet<>();
        roots.add(MerkleTree.root(MerkleTree.leaves(texts)));
        for (int i = 0; i < texts.size(); i++) {
            List<String> other = new ArrayList<>(texts);
            other.set(i, "other");
            roots.add(MerkleTree.root(MerkleTree.leaves(other)));
            List<String> swapped = new ArrayList<>(texts);
            swapped.set(i, texts.get((i + 1) % texts.size()));
            swapped.set((i + 1) % texts.size(), texts.get(i));
            roots.add(MerkleTree.root(MerkleTree.leaves(swapped)));
            roots.add(MerkleTree.root(MerkleTree.leaves(texts.subList(0, i))));
        }
        assertThat(roots).hasSize(1 + 3 * texts.size());
    }

    private static List<String> texts(int count) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add("leaf " + i);
        }
        return texts;
    }

    /** MTH of RFC 6962, section 2.1, word for word. */
    private static byte[] byTheDefinition(List<String> texts) throws NoSuchAlgorithmException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (texts.size() == 1) {
            bytes.write(0);
            bytes.writeBytes(texts.get(0).getBytes(StandardCharsets.UTF_8));
        } else if (texts.size() > 1) {
            int left = Integer.highestOneBit(texts.size() - 1);
            bytes.write(1);
            bytes.writeBytes(byTheDefinition(texts.subList(0, left)));
            bytes.writeBytes(byTheDefinition(texts.subList(left, texts.size())));
        }
        return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
    }
}
