package dev.ravel.api.entity;

import dev.ravel.api.schema.Arguments;
import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.resolver.standardise.Standardiser;
import dev.ravel.resolver.standardise.WrittenIdentifier;
import java.util.List;
import java.util.Optional;

/**
 * Finds the key of an identifier that a person wrote. It is standardised as the value of a record would be, so that
 * every notation that the stream understands finds the same node.
 */
public final class IdentifierLookup {
    private final Standardiser standardiser;
    private final String tenant;

    public IdentifierLookup(Standardiser standardiser, String tenant) {
        this.standardiser = standardiser;
        this.tenant = tenant;
    }

    /**
     * The keys of a value, most often one.
     *
     * @throws dev.ravel.api.error.ApiException with {@code INVALID_INPUT} if the value cannot be standardised
     */
    List<SharedKey> keys(IdentifierType type, String value, Optional<String> scope) {
        WrittenIdentifier written = WrittenIdentifier.of(type, value, scope);
        if (written.needsScope()) {
            throw Arguments.invalid("an identifier of type " + type + " needs its attribute as scope");
        }
        List<SharedKey> keys = written.standardise(standardiser).stream()
                .map(identifier -> identifier.key(tenant))
                .toList();
        if (keys.isEmpty()) {
            throw Arguments.invalid("not a " + type + scope.map(s -> " of " + s).orElse("") + ": " + value);
        }
        return keys;
    }

    /** The keys of an identifier input, most often one. */
    List<SharedKey> keys(Arguments input) {
        return keys(input.value("type", IdentifierType.class), input.text("value"), input.optionalText("scope"));
    }

    /**
     * The key of an identifier input.
     *
     * @throws dev.ravel.api.error.ApiException with {@code INVALID_INPUT} if the value cannot be standardised, or stands
     *     for several
     */
    public SharedKey only(Arguments input) {
        List<SharedKey> keys = keys(input);
        if (keys.size() > 1) {
            throw Arguments.invalid("this may be any of " + keys + ": give the scope too");
        }
        return keys.get(0);
    }
}
