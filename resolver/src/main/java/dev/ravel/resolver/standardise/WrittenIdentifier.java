package dev.ravel.resolver.standardise;

import dev.ravel.model.identifier.Identifier;
import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value of a kind that stands for itself, outside of any record. It is standardised as the value of a record would be, so
 * that every notation which the stream understands gives the same identifier.
 *
 * @param type its kind
 * @param value the value as written, or standardised
 * @param scope where it is unique; empty if that is not said
 */
public record WrittenIdentifier(IdentifierType type, String value, Optional<String> scope) {
    private static final RecordKey ASKED = RecordKey.of("ravel", "written");
    private static final Map<IdentifierType, String> ATTRIBUTES = attributes();

    /** A value of a kind. */
    public static WrittenIdentifier of(IdentifierType type, String value, Optional<String> scope) {
        return new WrittenIdentifier(type, value, scope);
    }

    /** Whether the kind has no attribute of its own, and none is said. */
    public boolean needsScope() {
        return !ATTRIBUTES.containsKey(type) && scope.isEmpty();
    }

    /** The identifiers that it stands for, most often one; none if it cannot be standardised, or needs a scope. */
    public List<Identifier> standardise(Standardiser standardiser) {
        if (needsScope()) {
            return List.of();
        }
        String attribute = ATTRIBUTES.containsKey(type) ? ATTRIBUTES.get(type) : scope.orElseThrow();
        SourceRecord asked =
                SourceRecord.of(ASKED, RecordType.UNKNOWN, Instant.EPOCH, Map.of(attribute, List.of(raw())));
        return standardiser.standardise(asked).identifiers().stream()
                .filter(identifier -> identifier.type() == type)
                .filter(identifier -> scope.isEmpty() || scope.get().equals(identifier.scope()))
                .toList();
    }

    /** Kinds that belong to an app or a system are written {@code scope/value} in records. */
    private String raw() {
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
