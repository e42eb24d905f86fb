package dev.ravel.model.identifier;

import java.util.Objects;

/**
 * A standardised value that points at a customer.
 *
 * @param type its kind
 * @param scope where the value is unique: an app, a country, a register; empty if everywhere
 * @param value the standardised value, not blank
 * @param raw the value as received
 * @param role what the record's customer is to it
 */
public record Identifier(IdentifierType type, String scope, String value, String raw, IdentifierRole role) {
    public Identifier {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(raw, "raw");
        Objects.requireNonNull(role, "role");
        if (value.equals(raw)) {
            // Most values arrive in their standard form, and there are millions: one text is enough for both.
            value = raw;
        }
        if (value.isBlank()) {
            throw new IllegalArgumentException("a standardised " + type + " is blank");
        }
    }

    /** The key under which records of a tenant share this identifier. */
    public SharedKey key(String tenant) {
        return SharedKey.identifier(tenant, type, scope, value);
    }
}
