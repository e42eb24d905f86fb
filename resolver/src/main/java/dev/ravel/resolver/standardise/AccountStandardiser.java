package dev.ravel.resolver.standardise;

import java.util.Optional;

/**
 * Ids at another system, an app or a loyalty scheme, written {@code system/id}. They are opaque: only surrounding blanks
 * are dropped, case counts.
 */
final class AccountStandardiser {
    private AccountStandardiser() {}

    /** The id with its scope; empty if the text holds none. */
    static Optional<StandardDocument> standardise(String raw) {
        String text = raw.strip();
        if (FoldedText.isBlank(text)) {
            return Optional.empty();
        }
        int slash = text.indexOf('/');
        String scope = slash > 0 ? text.substring(0, slash).strip().replace(':', '-') : "";
        String value = slash > 0 ? text.substring(slash + 1).strip() : text;
        return value.isEmpty() ? Optional.empty() : Optional.of(new StandardDocument(scope, value, false));
    }
}
