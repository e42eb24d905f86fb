package dev.ravel.resolver.suppression;

import dev.ravel.model.identifier.IdentifierType;
import java.util.Set;

/** Values that mean "none", "test" or "nobody in particular", whoever carries them. */
final class GenericValues {
    private static final Set<String> PHONES = Set.of("+8613800138000");

    private GenericValues() {}

    static boolean contains(IdentifierType type, String value) {
        return type == IdentifierType.PHONE && PHONES.contains(value);
    }
}
