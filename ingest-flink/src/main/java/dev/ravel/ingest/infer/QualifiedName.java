package dev.ravel.ingest.infer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A column's name with words around it that say whose it is or in which form, and not what it is: {@code RegAddress.PostTown},
 * {@code NameAlias_WholeName}, {@code country_label}. Words of somebody else, such as a mother or an employer, are none.
 */
final class QualifiedName {
    /** Words of the record itself, and of kinds of names and addresses. */
    private static final Set<String> BEFORE = Set.of(
            "address",
            "addr",
            "alias",
            "client",
            "current",
            "customer",
            "entity",
            "full",
            "head",
            "home",
            "hq",
            "legal",
            "mailing",
            "main",
            "member",
            "name",
            "office",
            "official",
            "organisation",
            "organization",
            "party",
            "patient",
            "person",
            "postal",
            "reg",
            "registered",
            "residential",
            "sdn",
            "subject");

    /** Words for the form of a value. */
    private static final Set<String> BEHIND =
            Set.of("clean", "label", "orig", "original", "raw", "str", "text", "value");

    private QualifiedName() {}

    /**
     * The folded name without such words; empty if it has none, or nothing else is known.
     *
     * @param known whether a folded name has a meaning that such words do not change
     */
    static Optional<String> without(String column, Predicate<String> known) {
        List<String> words = words(column);
        int end = words.size();
        while (end > 1 && (BEHIND.contains(words.get(end - 1)) || isNumber(words.get(end - 1)))) {
            end--;
        }
        for (int start = 0; start < end; start++) {
            String whole = String.join("", words.subList(start, words.size()));
            if (start > 0 && known.test(whole)) {
                return Optional.of(whole);
            }
            String rest = String.join("", words.subList(start, end));
            if (end < words.size() && known.test(rest)) {
                return Optional.of(rest);
            }
            if (!BEFORE.contains(words.get(start))) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The folded words of a name, divided by separators, by a capital behind a small letter, and before a number. */
    private static List<String> words(String column) {
        String divided = column.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{L})(?=\\p{Nd})", " ");
        return Arrays.stream(divided.split("[^\\p{L}\\p{M}\\p{Nd}]+"))
                .map(FoldedName::of)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toList());
    }

    private static boolean isNumber(String word) {
        return word.chars().allMatch(Character::isDigit);
    }
}
