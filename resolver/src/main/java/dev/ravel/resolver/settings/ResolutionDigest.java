package dev.ravel.resolver.settings;

import java.util.Objects;

/**
 * What the partition depends on beside records and judgements, in one hash: model, settings, standardiser version, and
 * the data versions of libphonenumber and ICU. A graph is stamped with exactly one.
 *
 * @param hex lower-case hexadecimal digits
 */
public record ResolutionDigest(String hex) {
    public ResolutionDigest {
        Objects.requireNonNull(hex, "hex");
        if (hex.isBlank()) {
            throw new IllegalArgumentException("the resolution digest is blank");
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
