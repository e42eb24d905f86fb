package dev.ravel.resolver.steward;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What tells one request from another, and the id of the operation that it is.
 *
 * @param operation {@code tenant:O} and the first 80 bits of the SHA-256 of the idempotency key
 * @param hex the SHA-256 of kind, terms, actor, reason and, if there are any, ticket and review date, each preceded by its
 *     length
 */
record Fingerprint(String operation, String hex) {
    private static final int ID_DIGITS = 20;
    private static final int LONGEST = 500;

    static Fingerprint of(String tenant, Proposal proposal, StewardRequest request) {
        return of(tenant, proposal.kind(), proposal.terms(), request);
    }

    static Fingerprint of(String tenant, String kind, List<String> ofKind, StewardRequest request) {
        MessageDigest terms = sha256();
        add(terms, kind);
        ofKind.forEach(term -> add(terms, term));
        add(terms, request.actor());
        add(terms, request.reason());
        if (!request.ticket().isEmpty()) {
            add(terms, request.ticket());
        }
        request.reviewAt().ifPresent(at -> add(terms, at.toString()));
        MessageDigest key = sha256();
        List.of(tenant, request.idempotencyKey()).forEach(part -> add(key, part));
        return new Fingerprint(
                tenant + ":O" + HexFormat.of().formatHex(key.digest()).substring(0, ID_DIGITS),
                HexFormat.of().formatHex(terms.digest()));
    }

    /** A text of any length as one that an index can hold: as it is up to {@value #LONGEST} characters, else its SHA-256. */
    static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        MessageDigest digest = sha256();
        add(digest, text);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest hash, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        hash.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        hash.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
