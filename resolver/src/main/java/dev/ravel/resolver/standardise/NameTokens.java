package dev.ravel.resolver.standardise;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes name tokens and remembers the first {@value #MAX_REMEMBERED} distinct ones, because few words make most names.
 * What is remembered changes speed and memory, never a result. Thread-safe.
 */
final class NameTokens {
    private static final int MAX_REMEMBERED = 200_000;

    private static final String VOWELS = "aeiou";

    private final Map<String, NameToken> remembered = new ConcurrentHashMap<>();
    private final Nicknames nicknames = Nicknames.shipped();

    /** The token of a word in lower-case Latin letters; {@code lv} and {@code lyu} of keyboards and passports are lu (吕). */
    NameToken of(String written) {
        String word = pinyin(written);
        NameToken known = remembered.get(word);
        if (known != null) {
            return known;
        }
        NameToken made =
                new NameToken(word, Phonetics.key(word), nicknames.groups(word), NameStandardiser.isParticle(word));
        if (remembered.size() < MAX_REMEMBERED) {
            remembered.putIfAbsent(word, made);
        }
        return made;
    }

    /** Pinyin with v or yu for an u with two dots, as its plain reading has it: {@code lvmeng} as {@code lumeng}. */
    private static String pinyin(String word) {
        if (word.length() < 2 || (word.charAt(0) != 'l' && word.charAt(0) != 'n')) {
            return word;
        }
        boolean v = word.charAt(1) == 'v' && (word.length() == 2 || VOWELS.indexOf(word.charAt(2)) < 0);
        if (v) {
            return word.charAt(0) + "u" + word.substring(2);
        }
        return word.equals("lyu") || word.equals("nyu") ? word.charAt(0) + "u" : word;
    }
}
