package dev.ravel.bench.peers;

/**
 * A column of a labelled set that says something of the person.
 *
 * @param name its name in the file
 * @param kind what it holds
 */
record Column(String name, Kind kind) {
    /** What a column holds, which is all that a peer is told of it. */
    enum Kind {
        /** A given or family name. */
        NAME,
        /** A street, a place, a postcode. */
        PLACE,
        /** A date of birth. */
        DATE,
        /** An e-mail address. */
        EMAIL,
        /** A telephone number, or a number that a person has alone. */
        NUMBER
    }
}
