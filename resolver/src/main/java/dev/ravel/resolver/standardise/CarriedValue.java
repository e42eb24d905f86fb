package dev.ravel.resolver.standardise;

import dev.ravel.model.identifier.IdentifierType;
import java.util.Comparator;

/**
 * A value that a record carried, as its source wrote it, so that it means the same under every version of the standardisers.
 *
 * @param type its kind
 * @param raw the value as received
 */
public record CarriedValue(IdentifierType type, String raw) implements Comparable<CarriedValue> {
    private static final Comparator<CarriedValue> ORDER =
            Comparator.comparing(CarriedValue::type).thenComparing(CarriedValue::raw);

    @Override
    public int compareTo(CarriedValue other) {
        return ORDER.compare(this, other);
    }
}
