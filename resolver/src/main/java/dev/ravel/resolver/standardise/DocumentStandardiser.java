package dev.ravel.resolver.standardise;

import java.util.Locale;
import java.util.Optional;

/**
 * Numbers of identity documents, licences and registers. A value may name its scope before a slash: {@code US/10251111},
 * {@code Germany/234456456}, {@code NV/112233}. Countries are written in many ways and become ISO 3166 codes. A Chinese
 * identity number with a right check digit says its scope itself.
 */
final class DocumentStandardiser {
    /** A number of at most this many signs is the tail of one. */
    private static final int MAX_TAIL = 4;

    private static final int MAX_SCOPE = 40;
    private static final int[] RESIDENT_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String RESIDENT_CHECKS = "10X98765432";

    private final Places places;

    DocumentStandardiser(Places places) {
        this.places = places;
    }

    /** The number in its comparable form; empty if the text holds none. */
    Optional<StandardDocument> standardise(String raw) {
        String text = FoldedText.of(raw);
        int slash = text.indexOf('/');
        String scope = "";
        if (slash > 0 && slash <= MAX_SCOPE) {
            scope = places.code(text.substring(0, slash));
            text = text.substring(slash + 1);
        }
        String value = signs(text);
        boolean masked = value.indexOf('*') >= 0;
        if (value.replace("*", "").isEmpty()) {
            return Optional.empty();
        }
        if (scope.isEmpty() && isResidentNumber(value)) {
            scope = "CN";
        }
        return Optional.of(new StandardDocument(scope, value, masked || value.length() <= MAX_TAIL));
    }

    private static String signs(String text) {
        StringBuilder signs = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c) || c == '*') {
                signs.append(c);
            }
        }
        return signs.toString().toUpperCase(Locale.ROOT);
    }

    /** GB 11643: seventeen digits and an ISO 7064 MOD 11-2 check sign. */
    static boolean isResidentNumber(String value) {
        if (value.length() != RESIDENT_WEIGHTS.length + 1) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < RESIDENT_WEIGHTS.length; i++) {
            char c = value.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
            sum += (c - '0') * RESIDENT_WEIGHTS[i];
        }
        return RESIDENT_CHECKS.charAt(sum % 11) == value.charAt(RESIDENT_WEIGHTS.length);
    }
}
