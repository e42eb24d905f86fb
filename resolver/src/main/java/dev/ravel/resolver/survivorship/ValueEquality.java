package dev.ravel.resolver.survivorship;

import dev.ravel.model.identifier.Identifier;
import dev.ravel.resolver.standardise.StandardRecord;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * When two raw values say the same: identifiers if their standardised values are equal, all else if they are equal
 * without regard to width, case and white space.
 */
final class ValueEquality {
    private static final char FIRST_HAN = '\u4e00';
    private static final char LAST_HAN = '\u9fff';

    private final Map<String, String> standardised;

    private ValueEquality(Map<String, String> standardised) {
        this.standardised = standardised;
    }

    /** The equality of the values of one record. */
    static ValueEquality of(StandardRecord record) {
        List<Identifier> identifiers = record.identifiers();
        if (identifiers.isEmpty()) {
            return new ValueEquality(Map.of());
        }
        Map<String, String> standardised = new HashMap<>(identifiers.size() * 2);
        for (Identifier identifier : identifiers) {
            standardised.put(identifier.raw(), identifier.value());
        }
        return new ValueEquality(standardised);
    }

    /** What equal values have in common. */
    String key(String raw) {
        String identifier = standardised.get(raw);
        return identifier != null ? identifier : folded(raw);
    }

    private static String folded(String raw) {
        StringBuilder folded = new StringBuilder(raw.length());
        String plain = isPlain(raw) ? raw : Normalizer.normalize(raw, Normalizer.Form.NFKC);
        boolean pendingSpace = false;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.isWhitespace(c)) {
                pendingSpace = folded.length() > 0;
            } else {
                if (pendingSpace) {
                    folded.append(' ');
                    pendingSpace = false;
                }
                folded.append(c);
            }
        }
        return folded.toString().toLowerCase(Locale.ROOT);
    }

    /** Whether normalising changes nothing: ASCII and common Han, which neither decompose nor combine. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 && (c < FIRST_HAN || c > LAST_HAN)) {
                return false;
            }
        }
        return true;
    }
}
