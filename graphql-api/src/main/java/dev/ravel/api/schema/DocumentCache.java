package dev.ravel.api.schema;

import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Keeps the {@value #MAX_DOCUMENTS} documents used last, parsed and validated. Documents that are long or wrong are not
 * kept, so its memory is bounded by its callers' useful queries. Thread-safe.
 */
final class DocumentCache implements PreparsedDocumentProvider {
    static final int MAX_DOCUMENTS = 1_000;

    private static final int MAX_CHARACTERS = 8_192;
    private static final float LOAD_FACTOR = 0.75f;

    private final Map<String, PreparsedDocumentEntry> documents =
            new LinkedHashMap<>(MAX_DOCUMENTS, LOAD_FACTOR, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, PreparsedDocumentEntry> eldest) {
                    return size() > MAX_DOCUMENTS;
                }
            };

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
        String query = input.getQuery();
        synchronized (documents) {
            PreparsedDocumentEntry known = documents.get(query);
            if (known != null) {
                return CompletableFuture.completedFuture(known);
            }
        }
        PreparsedDocumentEntry entry = parseAndValidate.apply(input);
        if (!entry.hasErrors() && query.length() <= MAX_CHARACTERS) {
            synchronized (documents) {
                documents.put(query, entry);
            }
        }
        return CompletableFuture.completedFuture(entry);
    }

    int size() {
        synchronized (documents) {
            return documents.size();
        }
    }
}
