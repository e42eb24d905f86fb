package dev.ravel.resolver.comparison;

import java.util.Random;

/** Words of few letters, so that random pairs have much in common. */
final class RandomWords {
    private RandomWords() {}

    static String word(Random random, int maxLength) {
        int length = random.nextInt(random.nextInt(10) == 0 ? maxLength : 12);
        StringBuilder word = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + random.nextInt(4)));
        }
        return word.toString();
    }

    static String mistyped(Random random, String word) {
        StringBuilder changed = new StringBuilder(word);
        for (int edits = random.nextInt(3); edits >= 0 && changed.length() > 1; edits--) {
            int at = random.nextInt(changed.length() - 1);
            switch (random.nextInt(4)) {
                case 0 -> changed.deleteCharAt(at);
                case 1 -> changed.insert(at, (char) ('a' + random.nextInt(4)));
                case 2 -> changed.setCharAt(at, (char) ('a' + random.nextInt(4)));
                default -> {
                    char c = changed.charAt(at);
                    changed.setCharAt(at, changed.charAt(at + 1));
                    changed.setCharAt(at + 1, c);
                }
            }
        }
        return changed.toString();
    }
}
