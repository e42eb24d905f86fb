package dev.ravel.resolver.comparison;

/**
 * Edit distances on UTF-16 code units without allocation.
 *
 * <p>Bit-parallel after Hyyrö, "A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit Distances" (2003):
 * one column of the dynamic programme is two machine words. The words hold the shorter text, so one of the two texts
 * must have at most {@value #MAX_PATTERN} units; longer pairs take the row-wise dynamic programme, which allocates. Where
 * a unit occurs in the pattern is found at once as far as {@link AsciiWords} or {@link PackedUnits} hold it, else by scanning: a table would
 * have to be filled and cleared for each pair.
 */
public final class EditDistance {
    /** The longest shorter text that is compared without allocation. */
    public static final int MAX_PATTERN = Long.SIZE;

    private EditDistance() {}

    /** The number of insertions, deletions and substitutions that turn one text into the other. */
    public static int levenshtein(String a, String b) {
        return distance(a, b, false);
    }

    /**
     * The optimal string alignment distance: as {@link #levenshtein}, and swapping two neighbours counts one, but no
     * part is edited twice.
     */
    public static int alignment(String a, String b) {
        return distance(a, b, true);
    }

    private static int distance(String a, String b, boolean transpositions) {
        int lengthA = a.length();
        int lengthB = b.length();
        if (AsciiWords.mayFit(a, lengthA) && AsciiWords.mayFit(b, lengthB)) {
            long lowA = AsciiWords.low(a, lengthA);
            long highA = AsciiWords.high(a, lengthA);
            long lowB = AsciiWords.low(b, lengthB);
            long highB = AsciiWords.high(b, lengthB);
            if (AsciiWords.areAscii(lowA, highA, lowB, highB)) {
                // Which of the two is longer cannot be foreseen, so they change places without a branch.
                int shorter = (lengthA - lengthB) >> (Integer.SIZE - 1);
                long low = (lowA ^ lowB) & shorter;
                long high = (highA ^ highB) & shorter;
                int length = (lengthA ^ lengthB) & shorter;
                return distance(
                        lowA ^ low,
                        highA ^ high,
                        lengthA ^ length,
                        lowB ^ low,
                        highB ^ high,
                        lengthB ^ length,
                        transpositions);
            }
        }
        return anyDistance(a, b, transpositions);
    }

    /**
     * The distance of two texts of {@link AsciiWords}, the first not shorter than the second. After a common beginning the
     * column of the dynamic programme is known, and after a common end nothing changes any more, so that only the columns
     * between are computed.
     */
    private static int distance(
            long patternLow,
            long patternHigh,
            int patternLength,
            long textLow,
            long textHigh,
            int textLength,
            boolean transpositions) {
        int start = Math.min(AsciiWords.commonPrefix(patternLow, patternHigh, textLow, textHigh), textLength);
        int suffix = Math.min(
                AsciiWords.commonSuffix(patternLow, patternHigh, patternLength, textLow, textHigh, textLength),
                textLength - start);
        int end = textLength - suffix;
        long positive = -1L << start;
        long negative = ~positive;
        long diagonal = 0;
        long previousMatches = 0;
        for (int j = start; j < end; j++) {
            long matches = AsciiWords.places(patternLow, patternHigh, AsciiWords.unit(textLow, textHigh, j));
            long swap = transpositions ? ((~diagonal & matches) << 1) & previousMatches : 0;
            diagonal = (((matches & positive) + positive) ^ positive) | matches | negative | swap;
            long shiftedPositive = ((negative | ~(diagonal | positive)) << 1) | 1;
            positive = ((diagonal & positive) << 1) | ~(diagonal | shiftedPositive);
            negative = shiftedPositive & diagonal;
            previousMatches = matches;
        }
        long rows = (1L << (patternLength - suffix)) - 1;
        return end + Long.bitCount(positive & rows) - Long.bitCount(negative & rows);
    }

    /** What two texts begin and end with in common is left out first: it changes neither distance. */
    private static int anyDistance(String a, String b, boolean transpositions) {
        String pattern = a.length() <= b.length() ? a : b;
        String text = a.length() <= b.length() ? b : a;
        int start = 0;
        int patternEnd = pattern.length();
        int textEnd = text.length();
        while (start < patternEnd && pattern.charAt(start) == text.charAt(start)) {
            start++;
        }
        while (patternEnd > start && pattern.charAt(patternEnd - 1) == text.charAt(textEnd - 1)) {
            patternEnd--;
            textEnd--;
        }
        if (patternEnd == start) {
            return textEnd - start;
        }
        return patternEnd - start > MAX_PATTERN
                ? longDistance(pattern.substring(start, patternEnd), text.substring(start, textEnd), transpositions)
                : distance(pattern, patternEnd, text, textEnd, start, transpositions);
    }

    private static int distance(
            String pattern, int patternEnd, String text, int textEnd, int start, boolean transpositions) {
        int rows = patternEnd - start;
        int last = rows - 1;
        long positive = -1L;
        long negative = 0;
        long diagonal = 0;
        long previousMatches = 0;
        int score = rows;
        long summary = PackedUnits.summary(pattern, start, patternEnd);
        boolean wide = PackedUnits.isWide(summary);
        boolean packed = rows <= PackedUnits.capacity(wide);
        long word0 = packed ? PackedUnits.word(pattern, start, patternEnd, 0, wide) : 0;
        long word1 = packed ? PackedUnits.word(pattern, start, patternEnd, 1, wide) : 0;
        long word2 = packed ? PackedUnits.word(pattern, start, patternEnd, 2, wide) : 0;
        long word3 = packed ? PackedUnits.word(pattern, start, patternEnd, 3, wide) : 0;
        for (int j = start; j < textEnd; j++) {
            char unit = text.charAt(j);
            long matches = packed
                    ? PackedUnits.places(word0, word1, word2, word3, rows, unit, summary)
                    : matches(pattern, start, patternEnd, unit);
            long swap = transpositions ? ((~diagonal & matches) << 1) & previousMatches : 0;
            diagonal = (((matches & positive) + positive) ^ positive) | matches | negative | swap;
            long horizontalPositive = negative | ~(diagonal | positive);
            long horizontalNegative = diagonal & positive;
            score += (int) (horizontalPositive >>> last & 1) - (int) (horizontalNegative >>> last & 1);
            long shiftedPositive = (horizontalPositive << 1) | 1;
            positive = (horizontalNegative << 1) | ~(diagonal | shiftedPositive);
            negative = shiftedPositive & diagonal;
            previousMatches = matches;
        }
        return score;
    }

    private static long matches(String pattern, int start, int end, char unit) {
        long mask = 0;
        for (int i = start; i < end; i++) {
            if (pattern.charAt(i) == unit) {
                mask |= 1L << (i - start);
            }
        }
        return mask;
    }

    private static int longDistance(String pattern, String text, boolean transpositions) {
        int columns = pattern.length() + 1;
        int[] beforeLast = new int[columns];
        int[] last = new int[columns];
        int[] current = new int[columns];
        for (int i = 0; i < columns; i++) {
            last[i] = i;
        }
        for (int j = 1; j <= text.length(); j++) {
            current[0] = j;
            for (int i = 1; i < columns; i++) {
                boolean same = pattern.charAt(i - 1) == text.charAt(j - 1);
                int best = Math.min(Math.min(last[i], current[i - 1]) + 1, last[i - 1] + (same ? 0 : 1));
                if (transpositions
                        && i > 1
                        && j > 1
                        && pattern.charAt(i - 1) == text.charAt(j - 2)
                        && pattern.charAt(i - 2) == text.charAt(j - 1)) {
                    best = Math.min(best, beforeLast[i - 2] + 1);
                }
                current[i] = best;
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = current;
            current = spare;
        }
        return last[pattern.length()];
    }
}
