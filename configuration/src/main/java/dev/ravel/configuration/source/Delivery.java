package dev.ravel.configuration.source;

/** What a file of a source holds. */
public enum Delivery {
    /** Some records: what it lacks stays as it is. */
    DELTA,
    /** All records: what it lacks is deleted. */
    SNAPSHOT
}
