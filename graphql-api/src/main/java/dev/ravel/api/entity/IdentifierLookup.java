package dev.ravel.api.entity;

import dev.ravel.api.schema.Arguments;
import dev.ravel.model.identifier.Identifier;
import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.standardise.Standardiser;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the key of an identifier that a person wrote. It is standardised as the value of a record would be, so that
 * every notation that the stream understands finds the same node.
 */
public final class IdentifierLookup {
    private static final RecordKey ASKED = RecordKey.of("api", "lookup");
    private static final Map<IdentifierType, String> ATTRIBUTES = attributes();

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
        SourceRecord asked = SourceRecord.of(
                ASKED,
                RecordType.UNKNOWN,
                Instant.EPOCH,
                Map.of(attribute(type, scope), List.of(raw(type, value, scope))));
        List<SharedKey> keys = standardiser.standardise(asked).identifiers().stream()
                .filter(identifier -> identifier.type() == type)
                .filter(identifier -> scope.isEmpty() || scope.get().equals(identifier.scope()))
                .map(identifier -> key(identifier))
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

    private SharedKey key(Identifier identifier) {
        return identifier.key(tenant);
    }

    private static String attribute(IdentifierType type, Optional<String> scope) {
        String attribute = ATTRIBUTES.get(type);
        return attribute != null
                ? attribute
                : scope.orElseThrow(
                        () -> Arguments.invalid("an identifier of type " + type + " needs its attribute as scope"));
    }

    /** Kinds that belong to an app or a system are written {@code scope/value} in records. */
    private static String raw(IdentifierType type, String value, Optional<String> scope) {
        return switch (type) {
            case OPEN_ID, UNION_ID, ACCOUNT -> scope.map(s -> s + '/' + value).orElse(value);
            case PHONE,
                    EMAIL,
                    ADDRESS,
                    DEVICE,
                    NATIONAL_ID,
                    PASSPORT,
                    DRIVERS_LICENCE,
                    TAX_ID,
                    BUSINESS_LICENCE,
                    LOYALTY_CARD,
                    WEBSITE,
                    OTHER -> value;
        };
    }

    private static Map<IdentifierType, String> attributes() {
        Map<IdentifierType, String> names = new EnumMap<>(IdentifierType.class);
        names.put(IdentifierType.PHONE, AttributeName.PHONE);
        names.put(IdentifierType.EMAIL, AttributeName.EMAIL);
        names.put(IdentifierType.ADDRESS, AttributeName.ADDRESS);
        names.put(IdentifierType.DEVICE, AttributeName.DEVICE);
        names.put(IdentifierType.NATIONAL_ID, AttributeName.NATIONAL_ID);
        names.put(IdentifierType.PASSPORT, AttributeName.PASSPORT);
        names.put(IdentifierType.DRIVERS_LICENCE, AttributeName.DRIVERS_LICENCE);
        names.put(IdentifierType.TAX_ID, AttributeName.TAX_ID);
        names.put(IdentifierType.BUSINESS_LICENCE, AttributeName.BUSINESS_LICENCE);
        names.put(IdentifierType.LOYALTY_CARD, AttributeName.LOYALTY_CARD);
        names.put(IdentifierType.OPEN_ID, AttributeName.OPEN_ID);
        names.put(IdentifierType.UNION_ID, AttributeName.UNION_ID);
        names.put(IdentifierType.ACCOUNT, AttributeName.ACCOUNT);
        names.put(IdentifierType.WEBSITE, AttributeName.WEBSITE);
        return names;
    }
}
