package dev.ravel.model.lineage;

/** What one transaction did to one entity, on balance. */
public enum EventType {
    /** It was minted. */
    CREATED,
    /** It took over records of entities that retired with it. */
    MERGED,
    /** It lost records to entities that were minted, or stood again, for them. */
    SPLIT,
    /** Records moved between it and other entities, all of which stood before and stand after. */
    MEMBER_MOVED,
    /** It gained or lost records without taking from or giving to another entity. */
    MEMBERS_CHANGED,
    /** Its records are the same, its golden record is not. */
    GOLDEN_CHANGED,
    /** It lost its last record. */
    RETIRED,
    /** A retired id stands again. */
    RESTORED
}
