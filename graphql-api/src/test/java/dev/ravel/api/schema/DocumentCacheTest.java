package dev.ravel.api.schema;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentCacheTest {
    private final DocumentCache cache = new DocumentCache();
    private final List<String> parsed = new ArrayList<>();

    @Test
    void aDocumentIsParsedOnce() {
        PreparsedDocumentEntry first = ask("{ a }");

        assertThat(ask("{ a }")).isSameAs(first);
        assertThat(parsed).containsExactly("{ a }");
    }

    @Test
    void theDocumentUsedLongestAgoGoesFirst() {
        ask("kept");
        for (int i = 0; i < DocumentCache.MAX_DOCUMENTS; i++) {
            ask("other " + i);
            ask("kept");
        }
        parsed.clear();

        ask("kept");
        ask("other 0");

        assertThat(parsed).containsExactly("other 0");
        assertThat(cache.size()).isEqualTo(DocumentCache.MAX_DOCUMENTS);
    }

    @Test
    void longDocumentsAreNotKept() {
        ask("{ a }" + " ".repeat(10_000));

        assertThat(cache.size()).isZero();
    }

    private PreparsedDocumentEntry ask(String query) {
        return cache.getDocumentAsync(ExecutionInput.newExecutionInput(query).build(), input -> {
                    parsed.add(input.getQuery());
                    return new PreparsedDocumentEntry(Document.newDocument().build());
                })
                .join();
    }
}
