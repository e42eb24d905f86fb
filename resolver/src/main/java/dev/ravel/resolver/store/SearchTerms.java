package dev.ravel.resolver.store;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.text.UnicodeSet;
import dev.ravel.model.entity.GoldenRecord;
import dev.ravel.model.entity.GoldenValue;
import dev.ravel.model.record.AttributeName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The terms under which an entity is found by text. A text fits if each of its words is a prefix of some term.
 *
 * <p>A word of a name is a term in lower case without accents. A word in 汉字 gives each of its suffixes, in simplified
 * characters, in pinyin and in initials: 王小明 is found by 王, 小明, xiaoming, wangxiao and xm. A phone number is found
 * by its digits with and without the country code, an e-mail by its address, its local part and its domain.
 */
public final class SearchTerms {
    private static final Set<String> NAMES = Set.of(
            AttributeName.NAME,
            AttributeName.GIVEN_NAME,
            AttributeName.MIDDLE_NAME,
            AttributeName.FAMILY_NAME,
            AttributeName.ORGANIZATION_NAME);
    private static final Pattern WORD_BREAK = Pattern.compile("[\\p{Z}\\p{P}\\p{S}\\p{C}]+");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s()+.\\-]+");
    private static final Pattern PHONE = Pattern.compile("[+(]?\\d[\\d\\s()+.\\-]{4,}");
    private static final String CHINA = "86";
    private static final int CHINESE_MOBILE_DIGITS = 11;
    private static final int MAX_HAN_SUFFIXES = 32;

    private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");
    private static final UnicodeSet TRADITIONAL = SIMPLIFIED.getSourceSet().freeze();
    private static final Transliterator PLAIN = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");

    private SearchTerms() {}

    /** The terms of a golden record, ascending. */
    public static SortedSet<String> of(GoldenRecord golden) {
        TreeSet<String> terms = new TreeSet<>();
        for (GoldenValue value : golden.values()) {
            if (NAMES.contains(value.attribute())) {
                words(value.value()).forEach(word -> addWord(word, terms));
            } else if (value.attribute().equals(AttributeName.PHONE)) {
                addPhone(value.value(), terms);
            } else if (value.attribute().equals(AttributeName.EMAIL)) {
                addEmail(value.value(), terms);
            }
        }
        return terms;
    }

    /** The words of a text that a person searches for, in the form that the terms have. */
    public static List<String> ofQuery(String text) {
        String stripped = text.strip();
        if (PHONE.matcher(stripped).matches()) {
            return List.of(digits(stripped));
        }
        if (stripped.indexOf('@') > 0) {
            return List.of(stripped.toLowerCase(Locale.ROOT));
        }
        return words(stripped).stream()
                .map(word -> hasHan(word) ? word : plain(word))
                .toList();
    }

    /**
     * How well words fit terms: 0 if a word fits none, else 2 for each word that is a term and 1 for each that begins
     * one. More is better.
     */
    public static int fit(Collection<String> words, SortedSet<String> terms) {
        int fit = 0;
        for (String word : words) {
            SortedSet<String> from = terms.tailSet(word);
            if (from.isEmpty() || !from.first().startsWith(word)) {
                return 0;
            }
            fit += from.first().equals(word) ? 2 : 1;
        }
        return fit;
    }

    private static void addWord(String word, Set<String> terms) {
        if (!hasHan(word)) {
            terms.add(plain(word));
            return;
        }
        int[] characters = word.codePoints().limit(MAX_HAN_SUFFIXES).toArray();
        List<String> syllables = new ArrayList<>(characters.length);
        for (int character : characters) {
            syllables.addAll(Syllables.of(character));
        }
        for (int start = 0; start < characters.length; start++) {
            terms.add(new String(characters, start, characters.length - start));
        }
        for (int start = 0; start < syllables.size(); start++) {
            List<String> rest = syllables.subList(start, syllables.size());
            terms.add(String.join("", rest));
            StringBuilder initials = new StringBuilder();
            rest.forEach(syllable -> initials.append(syllable.charAt(0)));
            terms.add(initials.toString());
        }
    }

    private static void addPhone(String value, Set<String> terms) {
        String digits = digits(value);
        if (digits.isEmpty()) {
            return;
        }
        terms.add(digits);
        if (digits.startsWith(CHINA) && digits.length() == CHINA.length() + CHINESE_MOBILE_DIGITS) {
            terms.add(digits.substring(CHINA.length()));
        } else if (digits.length() == CHINESE_MOBILE_DIGITS && digits.startsWith("1")) {
            terms.add(CHINA + digits);
        }
    }

    private static void addEmail(String value, Set<String> terms) {
        String email = value.strip().toLowerCase(Locale.ROOT);
        terms.add(email);
        int at = email.lastIndexOf('@');
        if (at > 0 && at < email.length() - 1) {
            terms.add(email.substring(0, at));
            terms.add(email.substring(at + 1));
        }
    }

    private static List<String> words(String text) {
        String normal = FOLD.normalize(text);
        String folded = TRADITIONAL.containsSome(normal) ? SIMPLIFIED.transliterate(normal) : normal;
        return WORD_BREAK.splitAsStream(folded).filter(word -> !word.isEmpty()).toList();
    }

    private static String plain(String word) {
        return word.chars().allMatch(c -> c < 128) ? word : PLAIN.transliterate(word);
    }

    private static String digits(String text) {
        return BETWEEN_DIGITS.matcher(FOLD.normalize(text)).replaceAll("");
    }

    private static boolean hasHan(String word) {
        return word.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }
}
