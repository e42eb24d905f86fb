package dev.ravel.resolver.standardise;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Postal addresses: width, case and script variants folded, divided into words of known parts. Texts with Chinese characters
 * are read by {@link ChineseAddress}, others by {@link WesternAddress}.
 */
final class AddressStandardiser {
    private static final int REMEMBERED = 1 << 16;

    private final ChinesePlaces places = ChinesePlaces.shipped();
    private final Map<String, String> shortForms = new HashMap<>();

    /** The standard form of a word; mostly one text for all addresses that have the word, which keeps memory small. */
    private final RememberedTexts<String> standardWords =
            new RememberedTexts<>(word -> shortForms.getOrDefault(word, word), REMEMBERED);

    AddressStandardiser() {
        for (String line : WordList.lines("address-words.txt")) {
            int equals = line.indexOf('=');
            for (String longForm : line.substring(equals + 1).split(",")) {
                shortForms.put(longForm.strip(), line.substring(0, equals).strip());
            }
        }
    }

    /**
     * The address in its comparable form; empty if the text holds none.
     *
     * @param raw the address, with or without city and postcode
     * @param city the city, folded, where the source keeps it apart; else empty
     * @param postcode the postal code, folded, where the source keeps it apart; else empty
     */
    Optional<StandardAddress> standardise(String raw, String city, String postcode) {
        List<AddressWord> words = words(FoldedText.of(raw));
        if (words.isEmpty()) {
            return Optional.empty();
        }
        addCity(words, city);
        if (!postcode.isEmpty()) {
            setPostcode(words, compact(postcode));
        }
        Set<String> said = new TreeSet<>();
        StringBuilder value = new StringBuilder();
        for (AddressWord word : words) {
            said.add(word.text());
            value.append(value.length() == 0 ? "" : " ").append(word.text());
        }
        return Optional.of(new StandardAddress(value.toString(), List.copyOf(said), AddressParts.of(words)));
    }

    /** A postal code that a source keeps apart, folded: without blanks and marks, the first five digits of a ZIP+4. */
    static String compact(String postcode) {
        StringBuilder signs = new StringBuilder(postcode.length());
        for (int i = 0; i < postcode.length(); i++) {
            if (Character.isLetterOrDigit(postcode.charAt(i))) {
                signs.append(postcode.charAt(i));
            }
        }
        return signs.length() == 9 && WesternAddress.isNumeric(signs) ? signs.substring(0, 5) : signs.toString();
    }

    private List<AddressWord> words(String folded) {
        return FoldedText.hasHan(folded)
                ? ChineseAddress.words(folded, places)
                : WesternAddress.words(folded, standardWords::apply);
    }

    /** The words of a city that the address does not have already; a place, whatever else such words would say. */
    private void addCity(List<AddressWord> words, String city) {
        for (AddressWord word : words(city)) {
            if (words.stream().noneMatch(known -> known.text().equals(word.text()))) {
                boolean known = word.part() == AddressPart.PROVINCE || word.part() == AddressPart.CITY;
                words.add(known ? word : new AddressWord(word.text(), AddressPart.OTHER));
            }
        }
    }

    private static void setPostcode(List<AddressWord> words, String code) {
        boolean said = false;
        for (int i = 0; i < words.size(); i++) {
            AddressWord word = words.get(i);
            if (word.text().equals(code)) {
                words.set(i, new AddressWord(code, AddressPart.POSTCODE));
                said = true;
            } else if (word.part() == AddressPart.POSTCODE) {
                words.set(i, new AddressWord(word.text(), AddressPart.OTHER));
            }
        }
        if (!said) {
            words.add(new AddressWord(code, AddressPart.POSTCODE));
        }
    }
}
