package dev.ravel.cypher.store;

import dev.ravel.resolver.store.SearchTerms;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a person typed, as a query of the full-text index: each word must begin a term, and whole terms come first. */
final class SearchQuery {
    private static final String SPECIAL = "+-&|!(){}[]^\"~*?:\\/";

    private SearchQuery() {}

    /** The query, empty if the text has no words. */
    static Optional<String> of(String text) {
        List<String> words = SearchTerms.ofQuery(text).stream()
                .filter(word -> !word.isBlank())
                .map(SearchQuery::escaped)
                .toList();
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(words.stream()
                        .map(word -> "+(" + word + "^2 " + word + "*)")
                        .collect(Collectors.joining(" ")));
    }

    private static String escaped(String word) {
        StringBuilder escaped = new StringBuilder(word.length() + 4);
        word.chars().forEach(c -> {
            if (SPECIAL.indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.append((char) c);
        });
        return escaped.toString();
    }
}
