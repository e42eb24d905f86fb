package dev.ravel.resolver.lineage;

import dev.ravel.model.identity.RecordKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;

/**
 * SHA-256 over a sequence of fields of which each says its length, so that no two sequences share an encoding. One use.
 */
final class EventHash {
    private final MessageDigest sha;

    EventHash() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    EventHash add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        sha.update(bytes);
        return this;
    }

    EventHash add(long number) {
        sha.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
        return this;
    }

    EventHash add(Instant time) {
        return add(time.getEpochSecond()).add(time.getNano());
    }

    EventHash addRecords(Collection<RecordKey> records) {
        add(records.size());
        records.forEach(record -> add(record.text()));
        return this;
    }

    /** 64 lower-case hexadecimal digits. */
    String hex() {
        return HexFormat.of().formatHex(sha.digest());
    }
}
