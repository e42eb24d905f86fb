package dev.ravel.resolver.standardise;

import java.util.List;

/**
 * A postal address in its comparable form.
 *
 * @param value the words in the order written, joined by blanks; never empty
 * @param words the distinct words, ascending
 * @param parts what the words say, as far as it is known
 */
public record StandardAddress(String value, List<String> words, AddressParts parts) {
    public StandardAddress {
        words = List.copyOf(words);
    }

    /** Whether the address has the words of a town in their order. Allocates nothing. */
    public boolean isIn(String town) {
        for (int at = value.indexOf(town); at >= 0; at = value.indexOf(town, at + 1)) {
            int end = at + town.length();
            if ((at == 0 || value.charAt(at - 1) == ' ') && (end == value.length() || value.charAt(end) == ' ')) {
                return true;
            }
        }
        return false;
    }

    /** The postal code, empty if none was found. */
    public String postcode() {
        return parts.postcode();
    }

    /**
     * Whether a word is a house number: it begins with a digit and is neither ordinal nor postcode, nor the number of a
     * building, entrance, floor or room.
     */
    public boolean isNumber(String word) {
        char first = word.charAt(0);
        return first >= '0'
                && first <= '9'
                && !isOrdinal(word)
                && !word.equals(parts.postcode())
                && !parts.isInside(word);
    }

    static boolean isOrdinal(String word) {
        int length = word.length();
        return length > 2
                && !Character.isDigit(word.charAt(length - 1))
                && (word.endsWith("st") || word.endsWith("nd") || word.endsWith("rd") || word.endsWith("th"))
                && Character.isDigit(word.charAt(length - 3));
    }
}
