package dev.ravel.resolver.standardise;

/**
 * How a name in Latin letters sounds, roughly and across languages: the consonants that carry it, voiced and voiceless
 * ones alike, vowels only at the start. {@code Geoffrey} and {@code Jeffrey} are {@code JFR}, {@code Siddiqui} and the
 * transliterated {@code sdyqy} are {@code STK}. Coarse by intent: it finds candidates and softens spelling, and is never
 * evidence without a look at the letters.
 */
final class Phonetics {
    private Phonetics() {}

    /** The key of a name in lower-case Latin letters; empty if it has no letter. */
    static String key(String name) {
        StringBuilder key = new StringBuilder(name.length());
        int i = 0;
        while (i < name.length()) {
            i += append(key, name, i);
        }
        return key.toString();
    }

    /** Appends what the letters from {@code at} sound like; how many letters that took. */
    private static int append(StringBuilder key, String name, int at) {
        char c = name.charAt(at);
        char next = at + 1 < name.length() ? name.charAt(at + 1) : ' ';
        switch (c) {
            case 'a', 'e', 'i', 'o', 'u' -> vowel(key, at);
            case 'y' -> {
                if (at == 0) {
                    add(key, isVowel(next) ? 'Y' : 'A');
                }
            }
            case 'h' -> {
                if (at == 0) {
                    add(key, 'H');
                }
            }
            case 'w' -> {
                if (at == 0 && next == 'r') {
                    return 1;
                }
                if (at == 0) {
                    add(key, 'W');
                }
            }
            case 'b', 'p' -> {
                if (c == 'p' && next == 'h') {
                    add(key, 'F');
                    return 2;
                }
                add(key, 'P');
            }
            case 'd', 't' -> {
                if (c == 't' && next == 'h') {
                    add(key, 'T');
                    return 2;
                }
                add(key, 'T');
            }
            case 'f', 'v' -> add(key, 'F');
            case 'c' -> {
                return c(key, next);
            }
            case 'g' -> {
                return g(key, next, at);
            }
            case 'j' -> add(key, 'J');
            case 'k' -> {
                if (at == 0 && next == 'n') {
                    return 1;
                }
                add(key, 'K');
            }
            case 'q' -> add(key, 'K');
            case 's' -> {
                return s(key, name, next, at);
            }
            case 'z' -> add(key, 'S');
            case 'x' -> {
                if (at > 0) {
                    add(key, 'K');
                }
                add(key, 'S');
            }
            case 'l', 'm', 'n', 'r' -> add(key, Character.toUpperCase(c));
            default -> {
                // digits and other signs have no sound
            }
        }
        return 1;
    }

    private static void vowel(StringBuilder key, int at) {
        if (at == 0) {
            key.append('A');
        }
    }

    private static int c(StringBuilder key, char next) {
        if (next == 'h') {
            add(key, 'X');
            return 2;
        }
        add(key, next == 'e' || next == 'i' || next == 'y' ? 'S' : 'K');
        return 1;
    }

    private static int g(StringBuilder key, char next, int at) {
        if (next == 'h') {
            if (at == 0) {
                add(key, 'K');
            }
            return 2;
        }
        add(key, next == 'e' || next == 'i' || next == 'y' ? 'J' : 'K');
        return 1;
    }

    private static int s(StringBuilder key, String name, char next, int at) {
        if (next == 'h') {
            add(key, 'X');
            return 2;
        }
        if (next == 'c' && at + 2 < name.length() && name.charAt(at + 2) == 'h') {
            add(key, 'X');
            return 3;
        }
        add(key, 'S');
        return 1;
    }

    private static boolean isVowel(char c) {
        return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
    }

    private static void add(StringBuilder key, char sound) {
        int last = key.length() - 1;
        if (last < 0 || key.charAt(last) != sound) {
            key.append(sound);
        }
    }
}
