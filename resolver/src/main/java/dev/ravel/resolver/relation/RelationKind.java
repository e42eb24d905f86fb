package dev.ravel.resolver.relation;

/** How two entities are related, the closest first. */
public enum RelationKind {
    /** Persons at one address. */
    HOUSEHOLD,
    /** At one address, and one of the two is an organisation. */
    PREMISES,
    /** They use one device: a family's, or a shop's. */
    DEVICE,
    /** They give one phone number. */
    PHONE,
    /** They give one e-mail address. */
    EMAIL,
    /** They share another kind of identifier, such as a website or the licence of a chain. */
    OTHER
}
