package dev.ravel.generator;

/**
 * A person's name in the ways that systems write it.
 *
 * @param family the family name in its own script; of a name of another language with the dot before it
 * @param given the given name in its own script
 * @param traditionalFamily the family name in traditional characters; the same where that means nothing
 * @param traditionalGiven the given name in traditional characters; the same where that means nothing
 * @param latinFamily the family name in Latin letters
 * @param latinGiven the given name in Latin letters
 * @param everydayGiven the given name that friends use, the full one if there is no other
 * @param chinese whether the name is written in Chinese characters
 */
record PersonName(
        String family,
        String given,
        String traditionalFamily,
        String traditionalGiven,
        String latinFamily,
        String latinGiven,
        String everydayGiven,
        boolean chinese) {

    /** As the person writes it: 王小明, Robert Smith. */
    String usual() {
        if (isDotted()) {
            return given + family;
        }
        return chinese ? family + given : given + " " + family;
    }

    /** In traditional characters: 張偉. */
    String traditional() {
        return chinese && !isDotted() ? traditionalFamily + traditionalGiven : usual();
    }

    /** In Latin letters, given name first: Xiaoming Wang. */
    String givenFirst() {
        return latinGiven + " " + latinFamily;
    }

    /** In Latin letters, family name first: Wang Xiaoming. */
    String familyFirst() {
        return chinese ? latinFamily + " " + latinGiven : latinFamily + ", " + latinGiven;
    }

    /** As friends write it: Bob Smith; the usual form for a Chinese name. */
    String everyday() {
        return chinese ? usual() : everydayGiven + " " + family;
    }

    private boolean isDotted() {
        return family.startsWith("·");
    }

    /** The same family, another given name. */
    PersonName withGivenOf(PersonName other) {
        return new PersonName(
                family,
                other.given,
                traditionalFamily,
                other.traditionalGiven,
                latinFamily,
                other.latinGiven,
                other.everydayGiven,
                chinese);
    }
}
