package dev.ravel.resolver.comparison;

import dev.ravel.resolver.standardise.NameToken;
import java.util.List;

/** How two words of a name agree; the smaller the number, the better. */
final class WordComparator {
    static final int SAME = 0;
    /** Of several words some are the same; {@link #compare} of two words never gives this. */
    static final int PART = 1;

    static final int NICKNAME = 2;
    static final int SIMILAR = 3;
    static final int INITIAL = 4;
    static final int LOOSE = 5;
    static final int DIFFERENT = 6;

    /** Words that sound alike must also look alike to this degree, Jaro-Winkler. */
    private static final double MIN_LOOK_ALIKE = 0.70;

    /** The same where the sound has three consonants or more, which is seldom chance: scripts without vowels. */
    private static final double MIN_LOOK_ALIKE_LONG_SOUND = 0.60;

    private static final int LONG_SOUND = 3;

    /** Words this short are other words already when one letter is another. */
    private static final int SHORT = 4;

    /** Words of this length are the same word with two edits only if they look much alike, Jaro-Winkler. */
    private static final int MEDIUM = 5;

    private static final double MIN_LOOK_ALIKE_TWO_EDITS = 0.82;
    private static final int LONG = 6;

    private WordComparator() {}

    /** Whether two lists are equal; {@link List#equals} makes an iterator for each pair of records. */
    static boolean sameWords(List<?> a, List<?> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!a.get(i).equals(b.get(i))) {
                return false;
            }
        }
        return true;
    }

    static int compare(NameToken a, NameToken b) {
        if (a.equals(b)) {
            return SAME;
        }
        if (a.isInitial() || b.isInitial()) {
            return a.text().charAt(0) == b.text().charAt(0) ? INITIAL : DIFFERENT;
        }
        if (a.isNicknameOf(b)) {
            return NICKNAME;
        }
        return soundsAlike(a, b) ? SIMILAR : bySpelling(a.text(), b.text());
    }

    private static boolean soundsAlike(NameToken a, NameToken b) {
        if (a.sound().isEmpty() || !a.sound().equals(b.sound())) {
            return false;
        }
        double needed = a.sound().length() >= LONG_SOUND ? MIN_LOOK_ALIKE_LONG_SOUND : MIN_LOOK_ALIKE;
        return JaroWinkler.similarity(a.text(), b.text()) >= needed;
    }

    /** By edits: one in a word of some length is a slip; in a short one only if a letter was added, lost or moved. Two edits need a long word. */
    static int bySpelling(String a, String b) {
        int longer = Math.max(a.length(), b.length());
        if (Math.abs(a.length() - b.length()) > 2) {
            return DIFFERENT;
        }
        int edits = EditDistance.alignment(a, b);
        if (edits == 1) {
            boolean replaced = a.length() == b.length() && EditDistance.levenshtein(a, b) == 1;
            return longer <= SHORT && replaced ? LOOSE : SIMILAR;
        }
        boolean longEnough =
                longer >= LONG || (longer >= MEDIUM && JaroWinkler.similarity(a, b) >= MIN_LOOK_ALIKE_TWO_EDITS);
        return edits == 2 && longEnough ? LOOSE : DIFFERENT;
    }
}
