package dev.ravel.resolver.settings;

import java.io.Serializable;

/**
 * How one kind of identifier is treated.
 *
 * @param nameCap a value carried by records of more than this many distinct names is suppressed; at least 1
 * @param exclusive whether a customer has one value at most, so that two different values in one entity are a conflict
 */
public record IdentifierSettings(int nameCap, boolean exclusive) implements Serializable {
    public IdentifierSettings {
        if (nameCap < 1) {
            throw new IllegalArgumentException("nameCap must be at least 1: " + nameCap);
        }
    }
}
