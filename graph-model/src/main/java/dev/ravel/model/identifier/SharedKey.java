package dev.ravel.model.identifier;

import java.util.Objects;

/**
 * A key that records share: an identifier, or a blocking key. It is what the store locks, counts and looks records up
 * by. The text form is {@code tenant:KIND:…} and is the node's key in the graph.
 *
 * <p>Ordered by text; locks are always taken in this order.
 *
 * @param tenant the owner of the data
 * @param kind the name of an {@link IdentifierType}, or {@value #BLOCK}
 * @param scope an identifier's scope, or the name of the blocking rule
 * @param value the identifier's standardised value, or the blocking value
 */
public record SharedKey(String tenant, String kind, String scope, String value) implements Comparable<SharedKey> {
    /** The kind of blocking keys. */
    public static final String BLOCK = "BLOCK";

    public SharedKey {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(value, "value");
        if (scope.indexOf(':') >= 0) {
            throw new IllegalArgumentException("the scope of a shared key must not contain a colon: " + scope);
        }
    }

    /** The key of an identifier. */
    public static SharedKey identifier(String tenant, IdentifierType type, String scope, String value) {
        return new SharedKey(tenant, type.name(), scope, value);
    }

    /** The key of a block: the records that a blocking rule finds worth comparing. */
    public static SharedKey block(String tenant, String rule, String value) {
        return new SharedKey(tenant, BLOCK, rule, value);
    }

    /** Parses the text form. */
    public static SharedKey parse(String text) {
        String[] parts = text.split(":", 4);
        if (parts.length != 4) {
            throw new IllegalArgumentException("not a shared key (tenant:KIND:scope:value): " + text);
        }
        return new SharedKey(parts[0], parts[1], parts[2], parts[3]);
    }

    /** Whether this is a blocking key rather than an identifier. */
    public boolean isBlock() {
        return kind.equals(BLOCK);
    }

    /**
     * The identifier's kind.
     *
     * @throws IllegalStateException if this is a blocking key
     */
    public IdentifierType identifierType() {
        if (isBlock()) {
            throw new IllegalStateException("a blocking key has no identifier type: " + text());
        }
        return IdentifierType.valueOf(kind);
    }

    /** The text form {@code tenant:KIND:scope:value}. */
    public String text() {
        return tenant + ':' + kind + ':' + scope + ':' + value;
    }

    @Override
    public int compareTo(SharedKey other) {
        return text().compareTo(other.text());
    }

    @Override
    public String toString() {
        return text();
    }
}
