package dev.ravel.generator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads names that {@link Names} drew, as one who knows its tables; the reading of other texts is empty. */
final class NameReader {
    /** The columns of the tables of family names and of given names' characters. */
    private static final int TEXT = 0;

    private static final int PINYIN = 1;
    private static final int TRADITIONAL = 2;
    private static final int SEX = 3;

    private static final Map<String, String[]> FAMILIES = byText("surnames.tsv");
    private static final Map<String, String[]> CHARACTERS = byText("given-characters.tsv");
    private static final Map<String, List<String>> HOMOPHONES = CHARACTERS.values().stream()
            .collect(Collectors.groupingBy(
                    row -> row[PINYIN],
                    Collectors.mapping(
                            row -> row[TEXT], Collectors.collectingAndThen(Collectors.toList(), texts -> texts.stream()
                                    .sorted()
                                    .toList()))));
    private static final Map<String, String> ENGLISH_SEXES =
            Tables.rows("english-names.tsv").stream().collect(Collectors.toMap(row -> row[0], row -> row[2]));

    private NameReader() {}

    /** The name that a text of Han characters is, a compound family name taken whole. */
    static Optional<PersonName> chinese(String text) {
        for (int length = 2; length >= 1; length--) {
            if (text.length() > length) {
                String[] family = FAMILIES.get(text.substring(0, length));
                Optional<PersonName> name = family == null ? Optional.empty() : named(family, text.substring(length));
                if (name.isPresent()) {
                    return name;
                }
            }
        }
        return Optional.empty();
    }

    /** The given-name characters that sound like this one, itself among them, ascending; empty if it is none. */
    static List<String> homophones(String character) {
        String[] row = CHARACTERS.get(character);
        return row == null ? List.of() : HOMOPHONES.getOrDefault(row[PINYIN], List.of());
    }

    /** Whose given name it is by its look: {@code m}, {@code f}, or {@code n} if it may be either's. */
    static String sex(String given) {
        String english = ENGLISH_SEXES.get(given);
        if (english != null) {
            return english;
        }
        for (int i = 0; i < given.length(); i++) {
            String[] row = CHARACTERS.get(given.substring(i, i + 1));
            if (row != null && !row[SEX].equals("n")) {
                return row[SEX];
            }
        }
        return "n";
    }

    private static Optional<PersonName> named(String[] family, String given) {
        StringBuilder pinyin = new StringBuilder();
        StringBuilder traditional = new StringBuilder();
        for (int i = 0; i < given.length(); i++) {
            String[] row = CHARACTERS.get(given.substring(i, i + 1));
            if (row == null) {
                return Optional.empty();
            }
            pinyin.append(row[PINYIN]);
            traditional.append(row[TRADITIONAL]);
        }
        return Optional.of(new PersonName(
                family[TEXT],
                given,
                family[TRADITIONAL],
                traditional.toString(),
                Names.capitalised(family[PINYIN]),
                Names.capitalised(pinyin.toString()),
                given,
                true));
    }

    private static Map<String, String[]> byText(String table) {
        Map<String, String[]> rows = new HashMap<>();
        Tables.rows(table).forEach(row -> rows.put(row[TEXT], row));
        return Map.copyOf(rows);
    }
}
