package dev.ravel.model.identifier;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A key that records share: an identifier, or a blocking key. It is what the store locks, counts and looks records up
 * by. The text form is {@code tenant:KIND:scope:value} and is the node's key in the graph; two keys are equal if their
 * texts are.
 *
 * <p>Ordered by text; locks are always taken in this order. There may be millions of keys, and few of them are asked for
 * their text: it is made then, and kept.
 */
public final class SharedKey implements Comparable<SharedKey> {
    /** The kind of blocking keys. */
    public static final String BLOCK = "BLOCK";

    private final String tenant;

    /** Null for a blocking key. */
    private final @Nullable IdentifierType type;

    private final String scope;
    private final String value;

    /** Null until it is asked for; two threads may make it twice, which harms nobody. */
    private @Nullable String text;

    private SharedKey(String tenant, @Nullable IdentifierType type, String scope, String value) {
        requireNoColon("tenant", tenant);
        requireNoColon("scope", scope);
        this.tenant = tenant;
        this.type = type;
        this.scope = scope;
        this.value = Objects.requireNonNull(value, "value");
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
        SharedKey key = new SharedKey(parts[0], type, parts[2], parts[3]);
        key.text = text;
        return key;
    }

    /** The owner of the data. */
    public String tenant() {
        return tenant;
    }

    /** The name of an {@link IdentifierType}, or {@value #BLOCK}. */
    public String kind() {
        return type == null ? BLOCK : type.name();
    }

    /** An identifier's scope, or the name of the blocking rule. */
    public String scope() {
        return scope;
    }

    /** The identifier's standardised value, or the blocking value. */
    public String value() {
        return value;
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
            throw new IllegalStateException("a blocking key has no identifier type: " + text());
        }
        return type;
    }

    /** The text form {@code tenant:KIND:scope:value}. */
    public String text() {
        String made = text;
        if (made == null) {
            made = tenant + ':' + kind() + ':' + scope + ':' + value;
            text = made;
        }
        return made;
    }

    @Override
    public int compareTo(SharedKey other) {
        return isBeside(other) ? value.compareTo(other.value) : text().compareTo(other.text());
    }

    @Override
    public boolean equals(Object other) {
        // A text remembers its hash, so unequal values of equal length seldom need to be read through.
        return this == other
                || (other instanceof SharedKey that
                        && value.hashCode() == that.value.hashCode()
                        && isBeside(that)
                        && value.equals(that.value));
    }

    /** Whether only the values can be different. */
    private boolean isBeside(SharedKey other) {
        return type == other.type && scope.equals(other.scope) && tenant.equals(other.tenant);
    }

    @Override
    public int hashCode() {
        return ((tenant.hashCode() * 31 + kind().hashCode()) * 31 + scope.hashCode()) * 31 + value.hashCode();
    }

    @Override
    public String toString() {
        return text();
    }

    private static void requireNoColon(String part, String given) {
        if (given.indexOf(':') >= 0) {
            throw new IllegalArgumentException("the " + part + " of a shared key must not contain a colon: " + given);
        }
    }
}
