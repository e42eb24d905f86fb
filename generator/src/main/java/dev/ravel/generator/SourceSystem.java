package dev.ravel.generator;

/** The four systems that know the customers. */
public enum SourceSystem {
    /** Customer management: the fullest records, written by clerks. */
    CRM("crm", "c"),
    /** The web shop: names and addresses as on parcels. */
    SHOP("shop", "s"),
    /** The mobile app: devices, sometimes nicknames. */
    APP("app", "u"),
    /** The help desk: what callers say. */
    SUPPORT("support", "t");

    private final String source;
    private final String idPrefix;

    SourceSystem(String source, String idPrefix) {
        this.source = source;
        this.idPrefix = idPrefix;
    }

    /** The source's name in record keys. */
    public String source() {
        return source;
    }

    String idPrefix() {
        return idPrefix;
    }
}
