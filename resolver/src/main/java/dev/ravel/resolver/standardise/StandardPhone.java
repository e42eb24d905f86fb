package dev.ravel.resolver.standardise;

/**
 * A telephone number in its comparable form.
 *
 * @param value E.164 with an optional {@code ;ext=}, or bare digits ({@code *} where masked) if it is not a valid number, or a
 *     hash in hexadecimal digits
 * @param kind what it is worth
 * @param homeMobile whether it is a mobile number of the default region, which everybody writes in full
 */
record StandardPhone(String value, Kind kind, boolean homeMobile) {
    private static final int TAIL = 7;

    /** The digits that are written even where country and area code are not; empty where nobody leaves those out. */
    String tail() {
        int end = value.indexOf(';') < 0 ? value.length() : value.indexOf(';');
        return homeMobile || kind == Kind.MASKED || kind == Kind.HASHED || end < TAIL
                ? ""
                : value.substring(end - TAIL, end);
    }

    /** What a number is worth as evidence. */
    enum Kind {
        /** A valid number that belongs to a subscriber. */
        SUBSCRIBER,
        /** A valid number that serves many callers: toll-free, shared cost, a company's hotline. */
        HOTLINE,
        /** Not a valid number of the default region: only digits. */
        DIGITS,
        /** Some digits are hidden. */
        MASKED,
        /** Only its hash is known. */
        HASHED,
        /** A platform's number with an extension that is the customer's for one order. */
        PRIVACY
    }
}
