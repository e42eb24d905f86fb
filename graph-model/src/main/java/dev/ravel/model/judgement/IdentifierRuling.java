package dev.ravel.model.judgement;

/** What a person said of an identifier; it goes before what the rules say. */
public enum IdentifierRuling {
    /** Nothing: the rules decide whether it is suppressed. */
    NONE,
    /** It is no evidence, however few carry it. */
    SUPPRESSED,
    /** It is evidence, however many carry it. */
    TRUSTED
}
