package dev.ravel.resolver.standardise;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Reads an address in letters: common words abbreviated one way ({@code Street}, {@code St.}, {@code Strasse}), and of each
 * word whether it is house number, road, postal code, or part of the building ({@code Unit 5}, {@code 5/12 High Street},
 * {@code 3rd floor}).
 */
final class WesternAddress {
    private static final Set<String> NOISE = Set.of("no", "attn", "c", "usa", "uk", "china", "united", "states");

    /** What a number behind these words, in their standard form, says. */
    private static final Map<String, AddressPart> MARKERS = Map.of(
            "apt", AddressPart.ROOM,
            "ste", AddressPart.ROOM,
            "rm", AddressPart.ROOM,
            "fl", AddressPart.FLOOR,
            "bldg", AddressPart.BUILDING);

    /** Words that end the names of roads, in their standard form. */
    private static final Set<String> ROADS = Set.of(
            "st", "rd", "ave", "blvd", "dr", "ln", "ct", "cres", "pl", "plz", "sq", "ter", "pde", "cl", "cct", "cir",
            "hwy", "pkwy", "expy", "fwy", "way", "trl", "aly", "gr", "gdns");

    private static final int LONGEST_ROAD = 5;

    private WesternAddress() {}

    /**
     * The words of an address in order, without noise.
     *
     * @param folded the folded text
     * @param standard the standard form of a word
     */
    static List<AddressWord> words(String folded, UnaryOperator<String> standard) {
        List<AddressWord> words = divided(folded, standard);
        findPostcode(words);
        findInside(words);
        findNumber(words);
        return words;
    }

    private static List<AddressWord> divided(String folded, UnaryOperator<String> standard) {
        List<AddressWord> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (Character.isLetterOrDigit(c) || (c == '-' && isNumeric(word))) {
                word.append(c);
            } else if (c != '\'' && !(c == '.' && word.length() == 1)) {
                flush(word, words, standard);
            }
        }
        flush(word, words, standard);
        return words;
    }

    private static void flush(StringBuilder word, List<AddressWord> words, UnaryOperator<String> standard) {
        while (word.length() > 0 && word.charAt(word.length() - 1) == '-') {
            word.setLength(word.length() - 1);
        }
        if (word.length() > 0) {
            String text = standard.apply(word.toString());
            if (!NOISE.contains(text)) {
                words.add(new AddressWord(text, AddressPart.OTHER));
            }
            word.setLength(0);
        }
    }

    /** The last word of five, six or nine digits that is not the first; a ZIP+4 is shortened. */
    private static void findPostcode(List<AddressWord> words) {
        for (int i = words.size() - 1; i > 0; i--) {
            String bare = words.get(i).text().replace("-", "");
            if (isNumeric(bare) && (bare.length() == 5 || bare.length() == 6 || bare.length() == 9)) {
                String code = bare.length() == 9 ? bare.substring(0, 5) : bare;
                words.set(i, new AddressWord(code, AddressPart.POSTCODE));
                return;
            }
        }
    }

    private static void findInside(List<AddressWord> words) {
        for (int i = 0; i < words.size(); i++) {
            AddressPart part = MARKERS.get(words.get(i).text());
            if (part == null) {
                continue;
            }
            boolean ordinalBefore =
                    i > 0 && StandardAddress.isOrdinal(words.get(i - 1).text());
            if (part == AddressPart.FLOOR && ordinalBefore) {
                mark(words, i - 1, part);
            } else if (i + 1 < words.size()
                    && isLabel(words.get(i + 1))
                    && (part != AddressPart.BUILDING || isNumberedBuilding(words, i + 1))) {
                mark(words, i + 1, part);
            }
        }
    }

    /** Whether a label behind {@code Building} is its own: in {@code Chrysler Building, 405 Lexington} it is the house's. */
    private static boolean isNumberedBuilding(List<AddressWord> words, int label) {
        if (!isHouseNumber(words.get(label))) {
            return true;
        }
        for (int i = 0; i < words.size(); i++) {
            if (i != label && isHouseNumber(words.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLabel(AddressWord word) {
        String text = word.text();
        return word.part() == AddressPart.OTHER && (text.length() == 1 || isDigit(text.charAt(0)));
    }

    /** The house number, and the road behind it, or before it where numbers come last. */
    private static void findNumber(List<AddressWord> words) {
        int number = -1;
        for (int i = 0; i < words.size() && number < 0; i++) {
            number = isHouseNumber(words.get(i)) ? i : -1;
        }
        if (number < 0) {
            return;
        }
        boolean flatBefore = number + 2 < words.size()
                && isHouseNumber(words.get(number + 1))
                && !isDigit(words.get(number + 2).text().charAt(0));
        if (flatBefore) {
            mark(words, number, AddressPart.ROOM);
            number++;
        }
        mark(words, number, AddressPart.NUMBER);
        int end = number + 1;
        while (end < words.size()
                && end <= number + LONGEST_ROAD
                && !ROADS.contains(words.get(end).text())) {
            end++;
        }
        if (end < words.size() && ROADS.contains(words.get(end).text())) {
            markRoad(words, number + 1, end);
        } else {
            markRoad(words, 0, number);
        }
    }

    private static boolean isHouseNumber(AddressWord word) {
        return word.part() == AddressPart.OTHER
                && isDigit(word.text().charAt(0))
                && !StandardAddress.isOrdinal(word.text());
    }

    private static void markRoad(List<AddressWord> words, int from, int to) {
        for (int i = from; i < to; i++) {
            if (words.get(i).part() == AddressPart.OTHER) {
                mark(words, i, AddressPart.ROAD);
            }
        }
    }

    private static void mark(List<AddressWord> words, int place, AddressPart part) {
        words.set(place, new AddressWord(words.get(place).text(), part));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isNumeric(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return text.length() > 0;
    }
}
