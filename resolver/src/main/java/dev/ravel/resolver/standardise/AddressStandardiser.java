package dev.ravel.resolver.standardise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Postal addresses: width, case and script variants folded, divided into words, common words abbreviated one way
 * ({@code Street}, {@code St.}, {@code Strasse}). Chinese addresses are divided after province, city, district, road and
 * number; the signs 省, 市 and 县 are dropped, so that {@code 上海市浦东新区} and {@code 上海浦东新区} agree.
 */
final class AddressStandardiser {
    private static final String ADMINISTRATIVE = "省市县";
    private static final String DIVIDERS = "省市区县镇乡村路街巷道";
    private static final String NUMBER_UNITS = "号弄栋幢室楼层座期单";
    private static final Set<String> NOISE = Set.of("no", "attn", "c", "usa", "uk", "china", "中国", "united", "states");

    private static final int REMEMBERED = 1 << 16;

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
        List<String> words = words(FoldedText.of(raw));
        if (words.isEmpty()) {
            return Optional.empty();
        }
        for (String word : words(city)) {
            if (!words.contains(word)) {
                words.add(word);
            }
        }
        String code = postcode.isEmpty() ? findPostcode(words) : compact(postcode);
        if (!postcode.isEmpty() && !words.contains(code)) {
            words.add(code);
        }
        return Optional.of(new StandardAddress(String.join(" ", words), List.copyOf(new TreeSet<>(words)), code));
    }

    /** A postal code that a source keeps apart, folded: without blanks and marks, the first five digits of a ZIP+4. */
    static String compact(String postcode) {
        StringBuilder signs = new StringBuilder(postcode.length());
        for (int i = 0; i < postcode.length(); i++) {
            if (Character.isLetterOrDigit(postcode.charAt(i))) {
                signs.append(postcode.charAt(i));
            }
        }
        return signs.length() == 9 && isNumeric(signs.toString()) ? signs.substring(0, 5) : signs.toString();
    }

    /** The words of a folded address or city in order, without noise. */
    List<String> words(String folded) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (!Character.isLetterOrDigit(c)) {
                boolean joins = c == '\'' || (c == '.' && word.length() == 1) || (c == '-' && isNumeric(word));
                if (joins) {
                    if (c == '-') {
                        word.append(c);
                    }
                } else {
                    flush(word, words);
                }
                continue;
            }
            if (startsNewWord(word, c)) {
                flush(word, words);
            }
            word.append(c);
            if (endsWord(word, c)) {
                flush(word, words);
            }
        }
        flush(word, words);
        return words;
    }

    /** A digit after Han characters, or Han after a number that is not its unit, begins a new word. */
    private static boolean startsNewWord(StringBuilder word, char c) {
        if (word.length() == 0) {
            return false;
        }
        char last = word.charAt(word.length() - 1);
        boolean hanNow = FoldedText.isHan(c);
        boolean hanBefore = FoldedText.isHan(last);
        if (hanNow == hanBefore) {
            return false;
        }
        return !hanNow || NUMBER_UNITS.indexOf(c) < 0;
    }

    private static boolean endsWord(StringBuilder word, char c) {
        if (!FoldedText.isHan(c)) {
            return false;
        }
        boolean numbered = Character.isDigit(word.charAt(0));
        return numbered || (word.length() > 1 && DIVIDERS.indexOf(c) >= 0);
    }

    private void flush(StringBuilder word, List<String> words) {
        while (word.length() > 0 && word.charAt(word.length() - 1) == '-') {
            word.setLength(word.length() - 1);
        }
        if (word.length() > 2 && ADMINISTRATIVE.indexOf(word.charAt(word.length() - 1)) >= 0) {
            word.setLength(word.length() - 1);
        }
        if (word.length() > 0) {
            String standard = standardWords.apply(word.toString());
            if (!NOISE.contains(standard)) {
                words.add(standard);
            }
            word.setLength(0);
        }
    }

    /** The last word of five, six or nine digits that is not the first; a ZIP+4 is shortened in place. */
    private static String findPostcode(List<String> words) {
        for (int i = words.size() - 1; i > 0; i--) {
            String word = words.get(i);
            String bare = word.replace("-", "");
            if (isNumeric(bare) && (bare.length() == 5 || bare.length() == 6 || bare.length() == 9)) {
                String code = bare.length() == 9 ? bare.substring(0, 5) : bare;
                words.set(i, code);
                return code;
            }
        }
        return "";
    }

    private static boolean isNumeric(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() > 0;
    }
}
