package dev.ravel.resolver.standardise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A text in the place of an address that says no more than a town, with or without postcode and country: {@code Moscow,
 * Russia}, {@code Saint Petersburg 190000 RU}. Everybody in the town has it, so that it is no address.
 *
 * @param city the town, folded; empty if the text names a country alone
 * @param postcode the postcode; empty if there is none
 */
record TownText(String city, String postcode) {
    /** The names of towns and of countries have at most as many words: {@code Frankfurt am Main}. */
    private static final int MOST_WORDS = 3;

    private static final Set<String> ROADS_BEGIN =
            Set.of("avenida", "calle", "rua", "rue", "ul", "ul.", "ulica", "ulitsa", "via");

    private static final List<String> ROADS_END = List.of(
            "avenue",
            "boulevard",
            "court",
            "drive",
            "gasse",
            "highway",
            "lane",
            "park",
            "pereulok",
            "platz",
            "prospekt",
            "road",
            "square",
            "street",
            "str",
            "str.",
            "strasse",
            "ulitsa",
            "zone");

    private static final int LONGEST = 60;
    private static final int SHORTEST_CODE = 5;
    private static final int LONGEST_CODE = 6;

    /**
     * What a text says; empty if it says more, or if nothing in it is known to be a place.
     *
     * @param raw the text
     * @param cities the record's cities, folded
     * @param places the countries and states that are known
     */
    static Optional<TownText> of(String raw, List<String> cities, Places places) {
        String text = FoldedText.of(raw);
        if (text.length() > LONGEST || FoldedText.hasHan(text)) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        for (String word : text.split("[\\s,;]+")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        String postcode = "";
        int firstPlace = words.size();
        int end = words.size();
        while (end > 0) {
            int place = startOfPlace(words, end, places);
            if (place < end) {
                boolean townOfTheName = place == 0 && firstPlace < words.size();
                firstPlace = place;
                if (townOfTheName) {
                    break;
                }
                end = place;
            } else if (postcode.isEmpty() && isPostcode(words.get(end - 1))) {
                postcode = words.get(--end);
            } else {
                break;
            }
        }
        boolean known = firstPlace < words.size();
        String city = String.join(" ", words.subList(0, end));
        boolean town = cities.contains(city) || (known && end <= MOST_WORDS && isName(words.subList(0, end)));
        return town || (known && end == 0) ? Optional.of(new TownText(city, postcode)) : Optional.empty();
    }

    /** Where a country or state begins that ends here; the end itself if none does. */
    private static int startOfPlace(List<String> words, int end, Places places) {
        for (int from = Math.max(0, end - MOST_WORDS); from < end; from++) {
            if (places.isKnown(String.join(" ", words.subList(from, end)))) {
                return from;
            }
        }
        return end;
    }

    private static boolean isPostcode(String word) {
        return word.length() >= SHORTEST_CODE && word.length() <= LONGEST_CODE && WesternAddress.isNumeric(word);
    }

    /** Whether words have no digit and are no road: kinds of roads stand last or first. */
    private static boolean isName(List<String> words) {
        return !words.isEmpty()
                && words.stream().allMatch(word -> word.chars().noneMatch(Character::isDigit))
                && !ROADS_BEGIN.contains(words.get(0))
                && ROADS_END.stream().noneMatch(words.get(words.size() - 1)::endsWith);
    }
}
