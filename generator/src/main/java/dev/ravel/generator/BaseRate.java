package dev.ravel.generator;

/**
 * How customers live and what the four systems know and write of them: a share that is not 0 by itself. Scenarios are not
 * touched by any.
 */
public enum BaseRate implements Dialled {
    OUTLETS(0.06, "customers that are outlets; the others are people, in households"),
    OUTLET_LANDLINES(0.5, "outlets whose phone is a landline and not a mobile"),
    SECOND_MEMBERS(0.7, "households with a second member"),
    THIRD_MEMBERS(0.55, "households with one member more"),
    FOURTH_MEMBERS(0.15, "households with yet another one"),
    FAMILY_NAMES(0.5, "Chinese members of a household who have the family name of its head"),
    FAMILY_PHONE_RECORDS(0.5, "records of such members with the head's phone, where a household shares it"),
    ENGLISH_PEOPLE(0.04, "people with English names"),
    SECOND_PHONES(0.15, "people with a second phone"),
    OTHER_PHONES(0.15, "records that give any of a person's phones, and not the first by choice"),
    MOVES(0.08, "people who moved: some of their records have the old address"),
    IN_CRM(0.7, "customers whom the CRM knows"),
    IN_SHOP(0.75, "customers whom the shop knows"),
    TWICE_IN_SHOP(0.15, "customers with one more account in the shop"),
    IN_APP(0.6, "customers whom the app knows"),
    IN_SUPPORT(0.35, "customers whom the help desk knows"),
    REPEATED_VERSIONS(0.01, "versions that are delivered twice"),
    LATER_VERSIONS(0.03, "records with a later version that says the same"),
    DELETED_RECORDS(0.005, "records that their system deletes"),
    CRM_TRADITIONAL_NAMES(0.04, "names in traditional characters, in the CRM"),
    CRM_PHONES(0.92, "records of people with a phone, in the CRM"),
    CRM_EMAILS(0.55, "records of people with a mailbox, in the CRM"),
    CRM_ADDRESSES(0.75, "records of people with an address, in the CRM"),
    CRM_BIRTH_DATES(0.6, "records of people with a birth date, in the CRM"),
    CRM_GENDERS(0.7, "records of people with a gender, in the CRM"),
    CRM_NATIONAL_IDS(0.1, "records of people with an identity number, in the CRM"),
    CRM_LOYALTY_CARDS(0.25, "records of people with a loyalty card, in the CRM"),
    SHOP_LATIN_NAMES(0.08, "names in pinyin or \"Smith, Robert\", family name first, in the shop"),
    SHOP_PHONES(0.97, "records of people with a phone, in the shop"),
    SHOP_EMAILS(0.2, "records of people with a mailbox, in the shop"),
    SHOP_ADDRESSES(0.95, "records of people with an address, in the shop"),
    SHOP_PARCEL_LABELS(0.5, "such addresses as a parcel label has them; the others are without province"),
    SHOP_LOYALTY_CARDS(0.15, "records of people with a loyalty card, in the shop"),
    APP_NAMES(0.7, "records with a name, in the app"),
    APP_LATIN_NAMES(0.3, "such names in pinyin or English, given name first"),
    APP_NICKNAMES(0.5, "records with a nickname where there is no name, in the app"),
    APP_PHONES(0.93, "records with a phone, in the app"),
    APP_EMAILS(0.35, "records with a mailbox, in the app"),
    APP_DEVICES(0.95, "records with a device, in the app"),
    APP_BIRTH_DATES(0.2, "records with a birth date, in the app"),
    SUPPORT_LATIN_NAMES(
            0.25, "names in pinyin or English in full, at the help desk; the others as friends say it: Bob"),
    SUPPORT_TYPOS(0.03, "names in Latin letters with a slip, at the help desk"),
    SUPPORT_PHONES(0.85, "records of people with a phone, at the help desk"),
    SUPPORT_EMAILS(0.5, "records of people with a mailbox, at the help desk"),
    PHONE_SLIPS(0.01, "phones of people with two neighbouring digits swapped"),
    UPPER_CASE_EMAILS(0.1, "mailboxes of people in capitals"),
    OUTLET_ADDRESSES(0.7, "records of outlets with an address, outside the CRM, which has all"),
    OUTLET_EMAILS(0.3, "records of outlets with a mailbox"),
    LOCATIONS_ALONE(0.5, "records with coordinates (LOCATIONS) that have them in place of the address");

    private final double usual;
    private final String meaning;

    BaseRate(double usual, String meaning) {
        this.usual = usual;
        this.meaning = meaning;
    }

    @Override
    public double usual() {
        return usual;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
