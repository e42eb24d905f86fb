package dev.ravel.resolver.standardise;

import java.util.Arrays;

/**
 * One word of a name in its comparable form. Made once for each distinct word and shared by all names that have it.
 */
public final class NameToken {
    private final String text;
    private final String sound;
    private final int[] nicknameGroups;
    private final boolean particle;

    NameToken(String text, String sound, int[] nicknameGroups, boolean particle) {
        this.text = text;
        this.sound = sound;
        this.nicknameGroups = nicknameGroups.clone();
        this.particle = particle;
    }

    /** The word in lower-case Latin letters without accents; other scripts transliterated. Not empty. */
    public String text() {
        return text;
    }

    /** The word's phonetic key, see {@link Phonetics}; may be empty. */
    public String sound() {
        return sound;
    }

    /** Whether the word is one letter. */
    public boolean isInitial() {
        return text.length() == 1;
    }

    /** Whether the word stands before many names and says little alone: al, bin, de, van. */
    public boolean isParticle() {
        return particle;
    }

    /** Whether the two words are forms of one given name: Robert, Bob, Robbie. */
    public boolean isNicknameOf(NameToken other) {
        for (int mine : nicknameGroups) {
            for (int theirs : other.nicknameGroups) {
                if (mine == theirs) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof NameToken token && token.text.equals(text));
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return nicknameGroups.length == 0 ? text : text + Arrays.toString(nicknameGroups);
    }
}
