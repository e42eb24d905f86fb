package dev.ravel.resolver.standardise;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Several values in one cell: {@code 13800000001/13900000002}, {@code a@x.com; b@y.com}. A text is several values only if
 * each of its parts is a value by itself, so that an extension ({@code 021-64123456/801}) stays with its number.
 */
final class JoinedValues {
    /** What people write between values, in the order in which it is tried; of each sign the form of full width too. */
    private static final List<String> SEPARATORS = List.of("\n\r", ";；", "、､", "|｜", ",，", "/／");

    private JoinedValues() {}

    /**
     * The values of a cell as they are written, in their order, without the blanks around them.
     *
     * @param isValue whether a text is one value by itself
     * @return at least two; empty if the text is not divided into values by the signs between them
     */
    static List<String> of(String raw, Predicate<String> isValue) {
        List<String> values = new ArrayList<>(2);
        return addTo(values, raw, 0, isValue) && values.size() > 1 ? List.copyOf(values) : List.of();
    }

    /** Adds the values of a text divided by the signs from one on; false if some part is none. */
    private static boolean addTo(List<String> values, String text, int first, Predicate<String> isValue) {
        String part = text.strip();
        if (part.isEmpty()) {
            return true;
        }
        if (isValue.test(part)) {
            return values.add(part);
        }
        int before = values.size();
        for (int i = first; i < SEPARATORS.size(); i++) {
            if (next(part, 0, SEPARATORS.get(i)) < part.length() && addEach(values, part, i, isValue)) {
                return true;
            }
            values.subList(before, values.size()).clear();
        }
        return false;
    }

    private static boolean addEach(List<String> values, String text, int separator, Predicate<String> isValue) {
        for (int from = 0; from <= text.length(); ) {
            int end = next(text, from, SEPARATORS.get(separator));
            if (!addTo(values, text.substring(from, end), separator + 1, isValue)) {
                return false;
            }
            from = end + 1;
        }
        return true;
    }

    /** Where the next of the signs is; the length of the text if there is none. */
    private static int next(String text, int from, String signs) {
        int at = from;
        while (at < text.length() && signs.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }
}
