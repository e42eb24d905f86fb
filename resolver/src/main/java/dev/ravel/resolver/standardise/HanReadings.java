package dev.ravel.resolver.standardise;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The readings of Han texts put together from the readings of their characters, each of which ICU is asked for once.
 *
 * <p>In ICU's rules for names a character is read by where it stands, first (as a family name) or later, and for a few
 * characters by the one that follows. So a text of common Han characters, none of these few followed by another, reads as
 * its characters do one by one; a test holds this against the rules themselves. All other texts are left to ICU. Bounded
 * in memory by the number of characters; thread-safe without locks.
 */
final class HanReadings {
    /** The characters that ICU's rules read by the one that follows: 令狐, 万俟, 澹台, 长孙, 藏文, 重庆, 秘鲁. */
    static final String READ_BY_WHAT_FOLLOWS = "令万澹长藏重秘";

    private static final char FIRST = '\u4e00';
    private static final char LAST = '\u9fa5';

    /** A character that no rule reads in another way because of its neighbours. */
    private static final char NEUTRAL = '一';

    /** Stands for a reading that is not in Latin letters throughout. */
    private static final String NOT_LATIN = "";

    private final UnaryOperator<String> reading;
    private final AtomicReferenceArray<@Nullable String> first = new AtomicReferenceArray<>(LAST - FIRST + 1);
    private final AtomicReferenceArray<@Nullable String> later = new AtomicReferenceArray<>(LAST - FIRST + 1);

    /**
     * Readings by a transliterator.
     *
     * @param reading gives the readings of a Han text's characters, separated by blanks
     */
    HanReadings(UnaryOperator<String> reading) {
        this.reading = reading;
    }

    /** The readings of a text's characters, separated by blanks; null if they cannot be told one by one. */
    @Nullable
    String of(String text) {
        StringBuilder readings = new StringBuilder(text.length() * 6);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < FIRST || c > LAST || (i + 1 < text.length() && READ_BY_WHAT_FOLLOWS.indexOf(c) >= 0)) {
                return null;
            }
            String one = i == 0 ? first(c) : later(c);
            if (one.equals(NOT_LATIN)) {
                return null;
            }
            if (i > 0) {
                readings.append(' ');
            }
            readings.append(one);
        }
        return readings.toString();
    }

    private String first(char c) {
        String known = first.get(c - FIRST);
        if (known == null) {
            known = latin(reading.apply(String.valueOf(c)));
            first.set(c - FIRST, known);
        }
        return known;
    }

    private String later(char c) {
        String known = later.get(c - FIRST);
        if (known == null) {
            String both = reading.apply(String.valueOf(new char[] {NEUTRAL, c}));
            known = latin(both.substring(both.indexOf(' ') + 1));
            later.set(c - FIRST, known);
        }
        return known;
    }

    private static String latin(String reading) {
        return FoldedText.isAscii(reading) && reading.indexOf(' ') < 0 ? reading : NOT_LATIN;
    }
}
