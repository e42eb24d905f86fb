package dev.ravel.bench.strings;

import java.util.Random;

/** Pairs of random texts: half are one text and the same mistyped once or twice, half have nothing to do with each other. */
final class RandomPairs {
    /** What the texts are written in. */
    enum Script {
        /** The small letters of English; 5 to 16 of them, as in a name or a mailbox. */
        LATIN('a', 26, 5, 16),
        /** Common Han characters; 2 to 16 of them, as in a name, a shop's sign or a street with its number. */
        CJK('\u4e00', 3_000, 2, 16);

        private final char first;
        private final int signs;
        private final int shortest;
        private final int longest;

        Script(char first, int signs, int shortest, int longest) {
            this.first = first;
            this.signs = signs;
            this.shortest = shortest;
            this.longest = longest;
        }
    }

    private final Random random;
    private final Script script;
    private final int signs;

    /**
     * An endless sequence of pairs, the same for the same arguments.
     *
     * @param signs how many different signs there are at most; few make texts with much in common by chance
     */
    RandomPairs(long seed, Script script, int signs) {
        this.random = new Random(seed);
        this.script = script;
        this.signs = Math.min(signs, script.signs);
    }

    /** Pairs of all signs of a script. */
    RandomPairs(long seed, Script script) {
        this(seed, script, script.signs);
    }

    /** The next pair: two texts. */
    String[] next() {
        String one = text();
        return new String[] {one, random.nextBoolean() ? mistyped(one) : text()};
    }

    private String text() {
        int length = script.shortest + random.nextInt(script.longest - script.shortest + 1);
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(sign());
        }
        return text.toString();
    }

    private char sign() {
        return (char) (script.first + random.nextInt(signs));
    }

    private String mistyped(String text) {
        StringBuilder changed = new StringBuilder(text);
        for (int edits = 1 + random.nextInt(2); edits > 0; edits--) {
            int at = random.nextInt(changed.length());
            switch (random.nextInt(4)) {
                case 0 -> changed.insert(at, sign());
                case 1 -> changed.setCharAt(at, sign());
                case 2 -> {
                    if (changed.length() > 1) {
                        changed.deleteCharAt(at);
                    }
                }
                default -> {
                    char moved = changed.charAt(at);
                    changed.deleteCharAt(at);
                    changed.insert(Math.max(0, at - 1), moved);
                }
            }
        }
        return changed.toString();
    }
}
