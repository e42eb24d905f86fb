package dev.ravel.resolver.store;

import com.ibm.icu.text.Transliterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The pinyin of single Han characters, each of which ICU is asked for once: it takes some ten microseconds a character,
 * and a golden record is indexed anew with each change. Thread-safe without locks.
 */
final class Syllables {
    private static final Transliterator PINYIN = Transliterator.getInstance("Han-Latin; Latin-ASCII; Lower");
    private static final int FIRST = 0x3400;
    private static final int LAST = 0x9fff;
    private static final AtomicReferenceArray<List<String>> READ = new AtomicReferenceArray<>(LAST - FIRST + 1);

    private Syllables() {}

    /** The readings of a character, most often one; a character that is not Han reads as itself. */
    static List<String> of(int character) {
        if (character < FIRST || character > LAST) {
            return read(character);
        }
        List<String> known = READ.get(character - FIRST);
        if (known == null) {
            known = read(character);
            READ.set(character - FIRST, known);
        }
        return known;
    }

    private static List<String> read(int character) {
        return List.of(PINYIN.transliterate(Character.toString(character))
                        .strip()
                        .split("\\s+"))
                .stream()
                .filter(syllable -> !syllable.isEmpty())
                .toList();
    }
}
