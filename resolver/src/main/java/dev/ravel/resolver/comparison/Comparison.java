package dev.ravel.resolver.comparison;

import dev.ravel.model.identifier.IdentifierType;
import java.util.List;
import java.util.Optional;

/**
 * The comparisons, each with its ordered levels: the first level that holds is the one that counts. A model gives every
 * level a weight. The names are those of the model file and of explanations.
 *
 * <p>{@code sharedByOthers} is the level of a value that two people of different given names have in common: family,
 * address, phone and mailbox are then explained by one household or shop, and do not count as if they were independent.
 * Two outlets at different places share the licence and the tax number of their chain.
 *
 * <p>{@code sameOtherTime} is the level of a value that both records carry and carried at different times: numbers, mailboxes
 * and devices pass from one owner to another.
 */
public enum Comparison {
    /** The family name. */
    FAMILY_NAME(
            "familyName",
            "exact",
            "sameReading",
            "partSame",
            "similar",
            "initial",
            "loose",
            "different",
            "sharedByOthers"),
    /** The given and middle names. */
    GIVEN_NAME(
            "givenName",
            "exact",
            "sameReading",
            "nickname",
            "similar",
            "middleDiffers",
            "initial",
            "loose",
            "different"),
    /** Family and given name in the other order, where both records say which is which. */
    NAME_ORDER("nameOrder", "swapped"),
    /** Junior, senior, second, third. */
    GENERATION("generation", "same", "different"),
    /** The name of an organisation. */
    ORGANIZATION_NAME("organizationName", "exact", "similar", "contained", "overlapping", "otherBranch", "different"),
    /**
     * The date of birth; {@code yearOnly} is one year, and at least one of the two says no more, {@code close} is two digits
     * off, or a month at most.
     */
    BIRTH_DATE(
            "birthDate",
            "exact",
            "dayMonthSwapped",
            "oneDigitOff",
            "twoPartsSame",
            "yearOnly",
            "close",
            "sameYear",
            "different",
            "contradictory"),
    /**
     * Members of one household, as it seems, with one birth date: twins, or one person under two given names. The same
     * family name and a phone or address in common, but different given names.
     */
    HOUSEHOLD("household", "sameBirthDate", "otherBirthDate"),
    /** The gender. */
    GENDER("gender", "same", "different"),
    /** The telephone numbers; {@code sameWeak} is a hotline, a masked number or one that is not valid. */
    PHONE("phone", "same", "sameOtherTime", "sameWeak", "sameTail", "oneDigitOff", "different", "sharedByOthers"),
    /** The e-mail addresses. */
    EMAIL("email", "same", "sameOtherTime", "sameRole", "similar", "sameLocalPart", "different", "sharedByOthers"),
    /**
     * The postal addresses; {@code sameBuilding} is another flat, floor or building of one house number; city and postcode, the
     * localities, where there is no address to compare, {@code nearLocality} a neighbouring or mistyped postcode.
     */
    ADDRESS(
            "address",
            "same",
            "samePremises",
            "similar",
            "sameBuilding",
            "sameStreet",
            "sameLocality",
            "nearLocality",
            "otherLocality",
            "different",
            "otherOutlet",
            "sharedByOthers"),
    /**
     * Coordinates, as far as they say more than the addresses: {@code sameSpot} is 50 metres at most, {@code nearby} 300,
     * {@code sameArea} 3,000; {@code otherOutlet} are organisations more than 300 metres apart.
     */
    LOCATION("location", "sameSpot", "nearby", "sameArea", "far", "otherOutlet", "sharedByOthers"),
    /** Where the person works. */
    EMPLOYER("employer", "same", "similar", "different", "sharedByOthers"),
    /** Devices. */
    DEVICE("device", "same", "sameOtherTime", "sharedByOthers"),
    /** National identity numbers. */
    NATIONAL_ID("nationalId", "same", "samePart", "oneSignOff", "different"),
    /** Passport numbers. */
    PASSPORT("passport", "same", "samePart", "oneSignOff", "different"),
    /** Driver's licence numbers. */
    DRIVERS_LICENCE("driversLicence", "same", "samePart", "oneSignOff", "different"),
    /** Tax numbers. */
    TAX_ID("taxId", "same", "samePart", "oneSignOff", "different", "sharedByOthers"),
    /** Business licence and register numbers. */
    BUSINESS_LICENCE("businessLicence", "same", "samePart", "oneSignOff", "different", "sharedByOthers"),
    /** Accounts elsewhere: openid, unionid, account. */
    ACCOUNT("account", "same"),
    /** Loyalty cards. */
    LOYALTY_CARD("loyaltyCard", "same", "sharedByOthers"),
    /** Web sites. */
    WEBSITE("website", "same", "different"),
    /** Where a person was born, or the country in which an organisation is registered. */
    ORIGIN("origin", "same", "similar", "different"),
    /** What a person does. */
    OCCUPATION("occupation", "same", "different");

    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> levels;

    Comparison(String label, String... levels) {
        this.label = label;
        this.levels = List.of(levels);
    }

    /** The name in model files and explanations. */
    public String label() {
        return label;
    }

    /** The comparison's place among all, for arrays that hold one entry a comparison. */
    @SuppressWarnings("EnumOrdinal") // an array in the hot path; nothing stored depends on the number
    public int index() {
        return ordinal();
    }

    /** The comparison of a kind of document; empty if the kind is none. */
    public static Optional<Comparison> ofDocument(IdentifierType type) {
        return switch (type) {
            case NATIONAL_ID -> Optional.of(NATIONAL_ID);
            case PASSPORT -> Optional.of(PASSPORT);
            case DRIVERS_LICENCE -> Optional.of(DRIVERS_LICENCE);
            case TAX_ID -> Optional.of(TAX_ID);
            case BUSINESS_LICENCE -> Optional.of(BUSINESS_LICENCE);
            case PHONE, EMAIL, ADDRESS, DEVICE, LOYALTY_CARD, OPEN_ID, UNION_ID, ACCOUNT, WEBSITE, OTHER ->
                Optional.empty();
        };
    }

    /**
     * The number of the level that two records of one customer hardly ever have: another birth date altogether, another
     * generation, another given name, another document; 0 if the comparison has none.
     */
    public int contradiction() {
        return switch (this) {
            case BIRTH_DATE -> levels.indexOf("contradictory") + 1;
            case GENERATION, GIVEN_NAME, NATIONAL_ID, PASSPORT, DRIVERS_LICENCE, TAX_ID, BUSINESS_LICENCE ->
                levels.indexOf("different") + 1;
            case FAMILY_NAME,
                    NAME_ORDER,
                    ORGANIZATION_NAME,
                    HOUSEHOLD,
                    GENDER,
                    PHONE,
                    EMAIL,
                    ADDRESS,
                    LOCATION,
                    EMPLOYER,
                    DEVICE,
                    ACCOUNT,
                    LOYALTY_CARD,
                    WEBSITE,
                    ORIGIN,
                    OCCUPATION -> 0;
        };
    }

    /**
     * The number of the level whose weight depends on how frequent the term is that the two have: an equal name, or a city
     * where it alone agrees; 0 if no terms are counted.
     */
    public int termLevel() {
        return switch (this) {
            case FAMILY_NAME, GIVEN_NAME, ORGANIZATION_NAME -> 1;
            case ADDRESS -> levels.indexOf("sameLocality") + 1;
            case NAME_ORDER,
                    GENERATION,
                    BIRTH_DATE,
                    HOUSEHOLD,
                    GENDER,
                    PHONE,
                    EMAIL,
                    LOCATION,
                    EMPLOYER,
                    DEVICE,
                    NATIONAL_ID,
                    PASSPORT,
                    DRIVERS_LICENCE,
                    TAX_ID,
                    BUSINESS_LICENCE,
                    ACCOUNT,
                    LOYALTY_CARD,
                    WEBSITE,
                    ORIGIN,
                    OCCUPATION -> 0;
        };
    }

    /** The names of the levels in their order; level number 1 is the first, 0 means that there was nothing to compare. */
    public List<String> levels() {
        return levels;
    }
}
