package dev.ravel.model.entity;

/** Whether an entity stands. */
public enum EntityState {
    /** It has records. */
    ACTIVE,
    /** It has none any more; it answers with its successors, of which there may be none, one or many. */
    RETIRED
}
