package dev.ravel.model.record;

/**
 * The attribute names that have a meaning of their own. A record may carry any others; they are kept and survive into
 * the golden record, but are no evidence.
 */
public final class AttributeName {
    /** A full name; {@code Family, Given Middle} says which part is which. */
    public static final String NAME = "name";
    /** A person's given name, where the source keeps it apart. */
    public static final String GIVEN_NAME = "givenName";
    /** A person's middle name, where the source keeps it apart. */
    public static final String MIDDLE_NAME = "middleName";
    /** A person's family name, where the source keeps it apart. */
    public static final String FAMILY_NAME = "familyName";
    /** The name of a company, shop or outlet. */
    public static final String ORGANIZATION_NAME = "organizationName";
    /** Where the person works: corroborates, is not the customer's own name. */
    public static final String EMPLOYER = "employer";
    /** A date of birth, or of registration for an organisation. */
    public static final String BIRTH_DATE = "birthDate";

    /** Where a person was born; of an organisation the country in which it is registered. */
    public static final String ORIGIN = "origin";
    /** What a person does: corroborates. */
    public static final String OCCUPATION = "occupation";

    public static final String GENDER = "gender";
    public static final String PHONE = "phone";
    /** The name of whoever receives goods for the customer (收货人): no evidence of who the customer is. */
    public static final String RECIPIENT_NAME = "recipientName";
    /** Their phone: corroborates. */
    public static final String RECIPIENT_PHONE = "recipientPhone";
    /** The phone of a salesperson, group-buy leader (团长) or other contact person: corroborates. */
    public static final String CONTACT_PHONE = "contactPhone";

    public static final String EMAIL = "email";
    /** A postal address in one text. */
    public static final String ADDRESS = "address";

    public static final String CITY = "city";
    public static final String POSTCODE = "postcode";
    /**
     * Coordinates in decimal degrees, latitude first, with their datum before them if it is not WGS-84: {@code
     * gcj02:31.2285,121.4782}, {@code bd09:31.2343,121.4847}.
     */
    public static final String LOCATION = "location";

    public static final String DEVICE = "device";
    public static final String WEBSITE = "website";
    /** A national identity number (身份证, social security number). */
    public static final String NATIONAL_ID = "nationalId";

    public static final String PASSPORT = "passport";
    public static final String DRIVERS_LICENCE = "driversLicence";
    public static final String TAX_ID = "taxId";
    /** A business licence (统一社会信用代码), company register number or LEI. */
    public static final String BUSINESS_LICENCE = "businessLicence";

    public static final String LOYALTY_CARD = "loyaltyCard";
    /** WeChat openid, scoped to one app: {@code app/openid}. */
    public static final String OPEN_ID = "openId";
    /** WeChat unionid, scoped to one open-platform account: {@code account/unionid}. */
    public static final String UNION_ID = "unionId";
    /** An account at another system that several sources refer to: {@code system/account}. */
    public static final String ACCOUNT = "account";

    private AttributeName() {}
}
