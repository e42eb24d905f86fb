package dev.ravel.resolver.identity;

import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * How a new entity id is made: {@code tenant:E} and 20 base-32 characters (100 bits) of the SHA-256 of the founding
 * record's key and the incarnation. The same founder and incarnation always give the same id, so that minting needs no
 * counter and no coordination. Among a billion ids the chance of any collision is below 10⁻¹².
 */
final class MintedId {
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int LENGTH = 20;
    private static final int BITS_PER_CHARACTER = 5;

    private MintedId() {}

    /**
     * The id.
     *
     * @param founder the record that the entity is minted for
     * @param incarnation how many ids were minted for this record before, from 0
     */
    static EntityId of(RecordKey founder, int incarnation) {
        byte[] hash = sha256(founder.text() + '\n' + incarnation);
        StringBuilder text = new StringBuilder(founder.tenant().length() + 2 + LENGTH);
        text.append(founder.tenant()).append(":E");
        int buffer = 0;
        int bits = 0;
        int next = 0;
        for (int i = 0; i < LENGTH; i++) {
            if (bits < BITS_PER_CHARACTER) {
                buffer = ((buffer << Byte.SIZE) | (hash[next++] & 0xff)) & 0xffff;
                bits += Byte.SIZE;
            }
            bits -= BITS_PER_CHARACTER;
            text.append(BASE_32.charAt((buffer >>> bits) & 31));
        }
        return new EntityId(text.toString());
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
