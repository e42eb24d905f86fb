package dev.ravel.resolver.comparison;

import java.util.List;

/**
 * The comparisons, each with its ordered levels: the first level that holds is the one that counts. A model gives every
 * level a weight. The names are those of the model file and of explanations.
 *
 * <p>{@code sharedByOthers} is the level of a value that two people of different given names have in common: family,
 * address, phone and mailbox are then explained by one household or shop, and do not count as if they were independent.
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
    /** The date of birth. */
    BIRTH_DATE(
            "birthDate",
            "exact",
            "dayMonthSwapped",
            "oneDigitOff",
            "twoPartsSame",
            "sameYear",
            "different",
            "contradictory"),
    /** The gender. */
    GENDER("gender", "same", "different"),
    /** The telephone numbers; {@code sameWeak} is a hotline, a masked number or one that is not valid. */
    PHONE("phone", "same", "sameWeak", "sameTail", "oneDigitOff", "different", "sharedByOthers"),
    /** The e-mail addresses. */
    EMAIL("email", "same", "sameRole", "similar", "sameLocalPart", "different", "sharedByOthers"),
    /** The postal addresses; city and postcode where there is no address to compare. */
    ADDRESS(
            "address",
            "same",
            "samePremises",
            "similar",
            "sameStreet",
            "sameLocality",
            "different",
            "otherOutlet",
            "sharedByOthers"),
    /** Where the person works. */
    EMPLOYER("employer", "same", "similar", "different", "sharedByOthers"),
    /** Devices. */
    DEVICE("device", "same", "sharedByOthers"),
    /** National identity numbers. */
    NATIONAL_ID("nationalId", "same", "samePart", "oneSignOff", "different"),
    /** Passport numbers. */
    PASSPORT("passport", "same", "samePart", "oneSignOff", "different"),
    /** Driver's licence numbers. */
    DRIVERS_LICENCE("driversLicence", "same", "samePart", "oneSignOff", "different"),
    /** Tax numbers. */
    TAX_ID("taxId", "same", "samePart", "oneSignOff", "different"),
    /** Business licence and register numbers. */
    BUSINESS_LICENCE("businessLicence", "same", "samePart", "oneSignOff", "different"),
    /** Accounts elsewhere: openid, unionid, account. */
    ACCOUNT("account", "same"),
    /** Loyalty cards. */
    LOYALTY_CARD("loyaltyCard", "same", "sharedByOthers"),
    /** Web sites. */
    WEBSITE("website", "same", "different");

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

    /** The names of the levels in their order; level number 1 is the first, 0 means that there was nothing to compare. */
    public List<String> levels() {
        return levels;
    }
}
