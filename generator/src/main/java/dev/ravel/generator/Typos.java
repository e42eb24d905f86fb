package dev.ravel.generator;

/** The slips of people at keyboards. */
final class Typos {
    private Typos() {}

    /** The text with the characters at {@code index} and {@code index + 1} swapped. */
    static String swapped(String text, int index) {
        return text.substring(0, index) + text.charAt(index + 1) + text.charAt(index) + text.substring(index + 2);
    }

    /** The text with one of its later letters left out or swapped with the next; short texts stay as they are. */
    static String slip(String text, Dice dice) {
        if (text.length() < 5) {
            return text;
        }
        int index = dice.between(2, text.length() - 2);
        return dice.chance(0.5) ? swapped(text, index) : text.substring(0, index) + text.substring(index + 1);
    }
}
