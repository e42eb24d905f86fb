package dev.ravel.resolver.standardise;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Telephone numbers that a platform gives away only as a hash: MD5, SHA-1 or SHA-256 in hexadecimal digits. Two equal
 * hashes are one number; a hash also agrees with a clear number if it is the hash of its national digits, or of its digits
 * with the country code, with or without {@code +}. A salted hash agrees with its like only.
 */
public final class HashedPhone {
    private static final Map<Integer, String> ALGORITHMS = Map.of(32, "MD5", 40, "SHA-1", 64, "SHA-256");
    private static final int SHORTEST = 32;

    private HashedPhone() {}

    /** Whether a standardised phone is a hash. */
    public static boolean isHash(String value) {
        return value.length() >= SHORTEST && ALGORITHMS.containsKey(value.length()) && isHexadecimal(value);
    }

    /**
     * Whether a hash is that of a clear number.
     *
     * @param hash one for which {@link #isHash} holds
     * @param phone a standardised phone: E.164, or bare digits
     */
    public static boolean isOf(String hash, String phone) {
        for (String writing : writings(phone)) {
            if (hash.equals(hashed(writing, hash.length()))) {
                return true;
            }
        }
        return false;
    }

    private static List<String> writings(String phone) {
        if (!phone.startsWith("+")) {
            return List.of(phone);
        }
        String digits = phone.substring(1);
        boolean chinese = digits.startsWith(Integer.toString(ChineseMobile.COUNTRY_CODE));
        return chinese ? List.of(digits.substring(2), phone, digits) : List.of(phone, digits);
    }

    private static String hashed(String writing, int length) {
        String algorithm = ALGORITHMS.getOrDefault(length, "SHA-256");
        try {
            byte[] hash = MessageDigest.getInstance(algorithm).digest(writing.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    private static boolean isHexadecimal(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }
}
