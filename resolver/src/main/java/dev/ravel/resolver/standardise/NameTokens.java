package dev.ravel.resolver.standardise;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes name tokens and remembers the first {@value #MAX_REMEMBERED} distinct ones, because few words make most names.
 * What is remembered changes speed and memory, never a result. Thread-safe.
 */
final class NameTokens {
    private static final int MAX_REMEMBERED = 200_000;

    private final Map<String, NameToken> remembered = new ConcurrentHashMap<>();
    private final Nicknames nicknames = Nicknames.shipped();

    /** The token of a word in lower-case Latin letters. */
    NameToken of(String word) {
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
}
