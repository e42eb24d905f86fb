package dev.ravel.model.identifier;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A key that records share: an identifier, or a blocking key. It is what the store locks, counts and looks records up
 * by. The text form is {@code tenant:KIND:scope:value} and is the node's key in the graph; two keys are equal if their
 * texts are.
 *
 * <p>Ordered by text; locks are always taken in this order. Keys are compared, hashed and sorted far more often than they
 * are made or taken apart, so a key is its text, and its parts are cut out when they are asked for.
 */
public final class SharedKey implements Comparable<SharedKey> {
    /** The kind of blocking keys. */
    public static final String BLOCK = "BLOCK";

    private final String text;
    private final int tenantEnd;
    private final int scopeEnd;

    /** Null for a blocking key. */
    private final @Nullable IdentifierType type;

    private SharedKey(String tenant, @Nullable IdentifierType type, String scope, String value) {
        Objects.requireNonNull(value, "value");
        requireNoColon("tenant", tenant);
        requireNoColon("scope", scope);
        String kind = type == null ? BLOCK : type.name();
        this.type = type;
        this.text = tenant + ':' + kind + ':' + scope + ':' + value;
        this.tenantEnd = tenant.length();
        this.scopeEnd = tenantEnd + 1 + kind.length() + 1 + scope.length();
    }

    /** The key of an identifier. */
    public static SharedKey identifier(String tenant, IdentifierType type, String scope, String value) {
        return new SharedKey(tenant, Objects.requireNonNull(type, "type"), scope, value);
    }

    /** The key of a block: the records that a blocking rule finds worth comparing. */
    public static SharedKey block(String tenant, String rule, String value) {
        return new SharedKey(tenant, null, rule, value);
    }

    /**
     * Parses the text form.
     *
     * @throws IllegalArgumentException if the text is not one
     */
    public static SharedKey parse(String text) {
        String[] parts = text.split(":", 4);
        if (parts.length != 4) {
            throw new IllegalArgumentException("not a shared key (tenant:KIND:scope:value): " + text);
        }
        IdentifierType type = parts[1].equals(BLOCK) ? null : IdentifierType.valueOf(parts[1]);
        return new SharedKey(parts[0], type, parts[2], parts[3]);
    }

    /** The owner of the data. */
    public String tenant() {
        return text.substring(0, tenantEnd);
    }

    /** The name of an {@link IdentifierType}, or {@value #BLOCK}. */
    public String kind() {
        return type == null ? BLOCK : type.name();
    }

    /** An identifier's scope, or the name of the blocking rule. */
    public String scope() {
        return text.substring(tenantEnd + 1 + kind().length() + 1, scopeEnd);
    }

    /** The identifier's standardised value, or the blocking value. */
    public String value() {
        return text.substring(scopeEnd + 1);
    }

    /** Whether this is a blocking key rather than an identifier. */
    public boolean isBlock() {
        return type == null;
    }

    /**
     * The identifier's kind.
     *
     * @throws IllegalStateException if this is a blocking key
     */
    public IdentifierType identifierType() {
        if (type == null) {
            throw new IllegalStateException("a blocking key has no identifier type: " + text);
        }
        return type;
    }

    /** The text form {@code tenant:KIND:scope:value}. */
    public String text() {
        return text;
    }

    @Override
    public int compareTo(SharedKey other) {
        return text.compareTo(other.text);
    }

    @Override
    public boolean equals(Object other) {
        // A text remembers its hash, so unequal keys of equal length seldom need to be read through.
        return this == other
                || (other instanceof SharedKey that
                        && text.hashCode() == that.text.hashCode()
                        && text.equals(that.text));
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }

    private static void requireNoColon(String part, String given) {
        if (given.indexOf(':') >= 0) {
            throw new IllegalArgumentException("the " + part + " of a shared key must not contain a colon: " + given);
        }
    }
}
