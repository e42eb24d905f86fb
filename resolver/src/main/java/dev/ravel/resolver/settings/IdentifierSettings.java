package dev.ravel.resolver.settings;

import java.io.Serializable;
import java.time.Duration;

/**
 * How one kind of identifier is treated.
 *
 * @param nameCap a value carried by records of more than this many distinct names is suppressed; at least 1
 * @param exclusive whether a customer has one value at most, so that two different values in one entity are a conflict
 * @param grace by how much the time in which a record carried a value is taken to be longer, before its first and after its
 *     last observation; not negative, in whole seconds. Means nothing for kinds that are not {@linkplain
 *     dev.ravel.model.identifier.IdentifierType#passesOn() passed on}
 */
public record IdentifierSettings(int nameCap, boolean exclusive, Duration grace) implements Serializable {
    public IdentifierSettings {
        if (nameCap < 1) {
            throw new IllegalArgumentException("nameCap must be at least 1: " + nameCap);
        }
        if (grace.isNegative()) {
            throw new IllegalArgumentException("grace must not be negative: " + grace);
        }
    }
}
