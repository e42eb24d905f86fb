package dev.ravel.model.record;

import java.util.Locale;
import java.util.Map;

/** What kind of customer a record describes. Records of two different known kinds are never the same customer. */
public enum RecordType {
    /** A human being. */
    PERSON,
    /** A company, a shop or any other outlet. */
    ORGANIZATION,
    /** Not said: comparable with every kind. */
    UNKNOWN;

    private static final Map<String, RecordType> WORDS = Map.ofEntries(
            Map.entry("PERSON", PERSON),
            Map.entry("INDIVIDUAL", PERSON),
            Map.entry("CUSTOMER", PERSON),
            Map.entry("个人", PERSON),
            Map.entry("ORGANIZATION", ORGANIZATION),
            Map.entry("ORGANISATION", ORGANIZATION),
            Map.entry("COMPANY", ORGANIZATION),
            Map.entry("OUTLET", ORGANIZATION),
            Map.entry("SHOP", ORGANIZATION),
            Map.entry("STORE", ORGANIZATION),
            Map.entry("企业", ORGANIZATION),
            Map.entry("门店", ORGANIZATION),
            Map.entry("", UNKNOWN),
            Map.entry("UNKNOWN", UNKNOWN),
            Map.entry("GENERIC", UNKNOWN));

    /**
     * Reads the words that sources use for a kind ({@code person}, {@code company}, {@code outlet}, …).
     *
     * @throws IllegalArgumentException if the word is none of them
     */
    public static RecordType parse(String word) {
        RecordType type = WORDS.get(word.strip().toUpperCase(Locale.ROOT));
        if (type == null) {
            throw new IllegalArgumentException("unknown record type: " + word);
        }
        return type;
    }

    /** Whether records of the two kinds may be one customer. */
    public boolean compatibleWith(RecordType other) {
        return this == UNKNOWN || other == UNKNOWN || this == other;
    }
}
