package dev.ravel.model.identifier;

/** What a record's customer is to an identifier. Only {@link #OWNER} evidence can merge alone. */
public enum IdentifierRole {
    /** The customer's own. */
    OWNER,
    /** Someone who receives goods for the customer (收货人). */
    RECIPIENT,
    /** A contact person, salesperson or group-buy leader. */
    CONTACT,
    /** Whoever registered the record. */
    REGISTRAR,
    /** A value that is masked, hashed or otherwise only corroborates. */
    CORROBORATING
}
