package dev.ravel.resolver.identity;

/** How a part came by its entity id. */
public enum IdOrigin {
    /** It claimed an id that stood. */
    KEPT,
    /** It took up a retired id again whose founding record it holds. */
    REVIVED,
    /** It is a new customer. */
    MINTED
}
