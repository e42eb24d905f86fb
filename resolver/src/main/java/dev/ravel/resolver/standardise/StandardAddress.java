package dev.ravel.resolver.standardise;

import java.util.List;

/**
 * A postal address in its comparable form.
 *
 * @param value the words in the order written, joined by blanks; never empty
 * @param words the distinct words, ascending
 * @param postcode the postal code, empty if none was found
 */
public record StandardAddress(String value, List<String> words, String postcode) {
    public StandardAddress {
        words = List.copyOf(words);
    }

    /** Whether a word is a house, building or room number: it begins with a digit and is neither ordinal nor postcode. */
    public boolean isNumber(String word) {
        char first = word.charAt(0);
        return first >= '0' && first <= '9' && !isOrdinal(word) && !word.equals(postcode);
    }

    private static boolean isOrdinal(String word) {
        int length = word.length();
        return length > 2
                && !Character.isDigit(word.charAt(length - 1))
                && (word.endsWith("st") || word.endsWith("nd") || word.endsWith("rd") || word.endsWith("th"))
                && Character.isDigit(word.charAt(length - 3));
    }
}
