package dev.ravel.generator;

import java.util.List;

/** Draws names of people, surnames and characters as frequent as the tables say. */
final class Names {
    private static final double TWO_CHARACTER_GIVEN_NAMES = 0.82;

    private static final WeightedTable<Syllable> SURNAMES = table("surnames.tsv", 3);
    private static final WeightedTable<Syllable> MALE = given("f");
    private static final WeightedTable<Syllable> FEMALE = given("m");
    private static final List<String[]> ENGLISH_GIVEN = Tables.rows("english-names.tsv");
    private static final List<String> ENGLISH_FAMILY = Tables.lines("english-surnames.txt");

    private static final List<String[]> DOTTED = Tables.rows("dotted-names.tsv");

    private Names() {}

    /** A Chinese name for a man or a woman. */
    static PersonName chinese(Dice dice, boolean male) {
        Syllable family = SURNAMES.draw(dice);
        WeightedTable<Syllable> table = male ? MALE : FEMALE;
        Syllable given = table.draw(dice);
        if (dice.chance(TWO_CHARACTER_GIVEN_NAMES)) {
            given = given.followedBy(table.draw(dice));
        }
        return new PersonName(
                family.text,
                given.text,
                family.traditional,
                given.traditional,
                capitalised(family.pinyin),
                capitalised(given.pinyin),
                given.text,
                true);
    }

    /** An English name for a man or a woman. */
    static PersonName english(Dice dice, boolean male) {
        String sex = male ? "m" : "f";
        List<String[]> rows =
                ENGLISH_GIVEN.stream().filter(row -> row[2].equals(sex)).toList();
        String[] given = dice.pick(rows);
        String family = dice.pick(ENGLISH_FAMILY);
        return new PersonName(family, given[0], family, given[0], family, given[0], given[1], false);
    }

    /** A name of another language in Han characters: 古丽·买买提. */
    static PersonName dotted(Dice dice) {
        String[] given = dice.pick(DOTTED);
        String[] family = dice.pick(DOTTED);
        return new PersonName(
                "·" + family[0], given[0], "·" + family[0], given[0], family[1], given[1], given[0], true);
    }

    private static WeightedTable<Syllable> given(String exceptSex) {
        return new WeightedTable<>(
                Tables.rows("given-characters.tsv").stream()
                        .filter(row -> !row[3].equals(exceptSex))
                        .map(row -> Syllable.of(row, 4))
                        .toList(),
                Syllable::weight);
    }

    private static WeightedTable<Syllable> table(String resource, int weightColumn) {
        return new WeightedTable<>(
                Tables.rows(resource).stream()
                        .map(row -> Syllable.of(row, weightColumn))
                        .toList(),
                Syllable::weight);
    }

    /** With a capital at the beginning; not empty. */
    static String capitalised(String pinyin) {
        return Character.toUpperCase(pinyin.charAt(0)) + pinyin.substring(1);
    }

    private record Syllable(String text, String pinyin, String traditional, int weight) {
        static Syllable of(String[] row, int weightColumn) {
            return new Syllable(row[0], row[1], row[2], Integer.parseInt(row[weightColumn]));
        }

        Syllable followedBy(Syllable next) {
            return new Syllable(text + next.text, pinyin + next.pinyin, traditional + next.traditional, weight);
        }
    }
}
