package dev.ravel.generator;

import dev.ravel.model.record.AttributeName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Traditional characters, as Hong Kong and Taiwan write them, for those that the tables use. */
final class TraditionalWriting {
    private static final List<String> WRITTEN =
            List.of(AttributeName.NAME, AttributeName.ORGANIZATION_NAME, AttributeName.ADDRESS);
    private static final Map<Character, Character> TRADITIONAL = table();

    private TraditionalWriting() {}

    static void apply(RecordDraft draft, Dice dice) {
        WRITTEN.forEach(attribute -> draft.replace(attribute, TraditionalWriting::of));
    }

    private static String of(String text) {
        StringBuilder traditional = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            traditional.append(
                    TRADITIONAL.getOrDefault(text.charAt(i), text.charAt(i)).charValue());
        }
        return traditional.toString();
    }

    private static Map<Character, Character> table() {
        Map<Character, Character> table = new HashMap<>();
        Tables.rows("traditional.tsv").forEach(row -> add(table, row[0], row[1]));
        Tables.rows("given-characters.tsv").forEach(row -> add(table, row[0], row[2]));
        Tables.rows("surnames.tsv").forEach(row -> add(table, row[0], row[2]));
        return Map.copyOf(table);
    }

    private static void add(Map<Character, Character> table, String simplified, String traditional) {
        for (int i = 0; i < simplified.length(); i++) {
            table.put(simplified.charAt(i), traditional.charAt(i));
        }
    }
}
