package dev.ravel.resolver.standardise;

/**
 * A telephone number in its comparable form.
 *
 * @param value E.164 with an optional {@code ;ext=}, or bare digits ({@code *} where masked) if it is not a valid number
 * @param kind what it is worth
 */
record StandardPhone(String value, Kind kind) {
    /** What a number is worth as evidence. */
    enum Kind {
        /** A valid number that belongs to a subscriber. */
        SUBSCRIBER,
        /** A valid number that serves many callers: toll-free, shared cost, a company's hotline. */
        HOTLINE,
        /** Not a valid number of the default region: only digits. */
        DIGITS,
        /** Some digits are hidden. */
        MASKED
    }
}
