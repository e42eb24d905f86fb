package dev.ravel.model.identifier;

import java.util.Arrays;
import java.util.Optional;

/**
 * The kinds of identifier. Each is a node label and a relationship type in the graph; a source's own kinds use {@link
 * #OTHER} with the attribute's name as scope.
 */
public enum IdentifierType {
    PHONE("Phone", "HAS_PHONE"),
    EMAIL("Email", "HAS_EMAIL"),
    ADDRESS("Address", "HAS_ADDRESS"),
    DEVICE("Device", "HAS_DEVICE"),
    NATIONAL_ID("NationalId", "HAS_NATIONAL_ID"),
    PASSPORT("Passport", "HAS_PASSPORT"),
    DRIVERS_LICENCE("DriversLicence", "HAS_DRIVERS_LICENCE"),
    TAX_ID("TaxId", "HAS_TAX_ID"),
    BUSINESS_LICENCE("BusinessLicence", "HAS_BUSINESS_LICENCE"),
    LOYALTY_CARD("LoyaltyCard", "HAS_LOYALTY_CARD"),
    OPEN_ID("OpenId", "HAS_OPEN_ID"),
    UNION_ID("UnionId", "HAS_UNION_ID"),
    ACCOUNT("Account", "HAS_ACCOUNT"),
    WEBSITE("Website", "HAS_WEBSITE"),
    OTHER("OtherIdentifier", "HAS_IDENTIFIER");

    private final String label;
    private final String relationship;

    IdentifierType(String label, String relationship) {
        this.label = label;
        this.relationship = relationship;
    }

    /** The node label in the graph, beside {@code Identifier}. */
    public String label() {
        return label;
    }

    /** The type of the relationship from a record to such a node. */
    public String relationship() {
        return relationship;
    }

    /**
     * Whether values of this kind pass from one owner to another in time, so that they count for the time in which a record
     * carried them.
     */
    public boolean passesOn() {
        return this == PHONE || this == EMAIL || this == DEVICE;
    }

    /** The kind with this node label. */
    public static Optional<IdentifierType> ofLabel(String label) {
        return Arrays.stream(values()).filter(type -> type.label.equals(label)).findFirst();
    }
}
