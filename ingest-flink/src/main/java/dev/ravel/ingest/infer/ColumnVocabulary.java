package dev.ravel.ingest.infer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What columns are called in the languages of {@code column-names.txt}, which says how it is written. */
final class ColumnVocabulary {
    /** The language that no file shows to be its own: others take its words. */
    static final String ENGLISH = "en";

    private static final String RESOURCE = "column-names.txt";
    private static final ColumnVocabulary SHIPPED = new ColumnVocabulary();

    /**
     * One meaning of a name.
     *
     * @param meaning an attribute, or with {@code @} what else a column can be
     * @param certain whether it counts in a file of any language
     */
    record Sense(String language, String meaning, boolean certain) {}

    private final Map<String, List<Sense>> senses = new LinkedHashMap<>();
    private final Map<String, Set<String>> names = new LinkedHashMap<>();

    private ColumnVocabulary() {
        String language = "";
        for (String line : lines()) {
            if (line.startsWith("[")) {
                language = line.substring(1, line.length() - 1);
            } else {
                int colon = line.indexOf(':');
                for (String name : line.substring(colon + 1).split(",")) {
                    add(language, line.substring(0, colon).strip(), name.strip());
                }
            }
        }
    }

    static ColumnVocabulary shipped() {
        return SHIPPED;
    }

    /** The meanings of a folded name, the one that wins first; empty if it has none. */
    List<Sense> senses(String name) {
        return Collections.unmodifiableList(senses.getOrDefault(name, List.of()));
    }

    /** The folded names of a meaning, the one that wins first. */
    Set<String> names(String meaning) {
        return Collections.unmodifiableSet(names.getOrDefault(meaning, Set.of()));
    }

    /** All meanings, in the order of the resource. */
    Set<String> meanings() {
        return Collections.unmodifiableSet(names.keySet());
    }

    /** All folded names, in the order of the resource. */
    Set<String> names() {
        return Collections.unmodifiableSet(senses.keySet());
    }

    private void add(String language, String meaning, String written) {
        boolean certain = !written.endsWith("?");
        String name = FoldedName.of(certain ? written : written.substring(0, written.length() - 1));
        senses.computeIfAbsent(name, key -> new ArrayList<>()).add(new Sense(language, meaning, certain));
        names.computeIfAbsent(meaning, key -> new LinkedHashSet<>()).add(name);
    }

    private static List<String> lines() {
        InputStream in = ColumnVocabulary.class.getResourceAsStream(RESOURCE);
        if (in == null) {
            throw new IllegalStateException("the resource " + RESOURCE + " is missing from the jar of ingest-flink");
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
