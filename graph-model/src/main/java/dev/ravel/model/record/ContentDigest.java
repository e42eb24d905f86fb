package dev.ravel.model.record;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The SHA-256 of a record version's canonical content: kind, deletion flag and the attributes in ascending order of
 * name, each text preceded by its length in bytes, so that no two contents share an encoding. It does not depend on any
 * file format. Ordered as text.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record ContentDigest(String hex) implements Comparable<ContentDigest> {
    private static final int HEX_LENGTH = 64;

    public ContentDigest {
        Objects.requireNonNull(hex, "hex");
        if (hex.length() != HEX_LENGTH) {
            throw new IllegalArgumentException("not a SHA-256 in hexadecimal digits: " + hex);
        }
    }

    static ContentDigest of(SourceRecord version) {
        MessageDigest sha = sha256();
        update(sha, version.type().name());
        sha.update((byte) (version.deleted() ? 1 : 0));
        for (Map.Entry<String, List<String>> attribute : version.attributes().entrySet()) {
            update(sha, attribute.getKey());
            sha.update(ByteBuffer.allocate(Integer.BYTES)
                    .putInt(attribute.getValue().size())
                    .array());
            for (String value : attribute.getValue()) {
                update(sha, value);
            }
        }
        return new ContentDigest(HexFormat.of().formatHex(sha.digest()));
    }

    @Override
    public int compareTo(ContentDigest other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }

    private static void update(MessageDigest sha, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        sha.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
