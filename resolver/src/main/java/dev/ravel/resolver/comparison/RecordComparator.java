package dev.ravel.resolver.comparison;

import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.standardise.Gender;
import dev.ravel.resolver.standardise.OrganizationName;
import dev.ravel.resolver.standardise.PersonName;
import dev.ravel.resolver.standardise.StandardValues;
import java.util.List;

/**
 * Compares two records by all comparisons. The answer is a {@link LevelPattern}; nothing is allocated. Symmetric.
 *
 * <p>Where the given names differ, or two organisations' names, what the two share says that they share a home, a shop or
 * a switchboard, not that they are one: those comparisons take their level {@code sharedByOthers}. So do the numbers of a
 * company where two organisations are at different places: a chain has one licence for all its outlets. One town is
 * what the companies of a group have in common, whose names have words in common.
 */
public final class RecordComparator {
    /** Raised with every change of the level that two values take; part of the resolution digest. */
    public static final int VERSION = 9;

    private static final int SHARED_PHONE = LevelPattern.number(Comparison.PHONE, "sharedByOthers");
    private static final int SHARED_EMAIL = LevelPattern.number(Comparison.EMAIL, "sharedByOthers");
    private static final int SHARED_ADDRESS = LevelPattern.number(Comparison.ADDRESS, "sharedByOthers");
    private static final int SHARED_LOCATION = LevelPattern.number(Comparison.LOCATION, "sharedByOthers");
    private static final int SIMILAR_EMPLOYER = LevelPattern.number(Comparison.EMPLOYER, "similar");
    private static final int SHARED_EMPLOYER = LevelPattern.number(Comparison.EMPLOYER, "sharedByOthers");
    private static final int SHARED_DEVICE = LevelPattern.number(Comparison.DEVICE, "sharedByOthers");
    private static final int SHARED_CARD = LevelPattern.number(Comparison.LOYALTY_CARD, "sharedByOthers");
    private static final int SHARED_LICENCE = LevelPattern.number(Comparison.BUSINESS_LICENCE, "sharedByOthers");
    private static final int LAST_AGREEING_PHONE = LevelPattern.number(Comparison.PHONE, "oneDigitOff");
    private static final int LAST_AGREEING_EMAIL = LevelPattern.number(Comparison.EMAIL, "similar");
    private static final int LAST_AGREEING_DEVICE = LevelPattern.number(Comparison.DEVICE, "sameOtherTime");

    private RecordComparator() {}

    /** The names that agree best, as packed by {@link PersonNameComparator}; 0 if there are none to compare. */
    public static int names(LiveRecord a, LiveRecord b) {
        return names(a.standard().values(), b.standard().values());
    }

    /** The same of what two records say. */
    public static int names(StandardValues a, StandardValues b) {
        return PersonNameComparator.compare(a.people(), b.people());
    }

    /**
     * The levels of all comparisons.
     *
     * @param names what {@link #names} gave for the two
     */
    public static long compare(LiveRecord a, LiveRecord b, int names) {
        return compare(a, b, names, true);
    }

    /**
     * The levels of all comparisons, each for itself: what two share counts in full, whoever they are. This is how often
     * values agree by chance.
     *
     * @param names what {@link #names} gave for the two
     */
    public static long compareApart(LiveRecord a, LiveRecord b, int names) {
        return compare(a, b, names, false);
    }

    /** Whether given names alone tell that two are not one, so that what they share says little. */
    public static boolean areOthers(int names) {
        return PersonNameComparator.given(names) == PersonNameComparator.GIVEN_DIFFERENT;
    }

    /** Whether given names alone do not tell a slip from two different ones. */
    public static boolean mayBeOthers(int names) {
        return PersonNameComparator.isSlip(PersonNameComparator.given(names));
    }

    /** The level of {@link Comparison#FAMILY_NAME} of two who are not one. */
    public static int familyOfOthers(int family) {
        boolean agrees = family != 0 && family != PersonNameComparator.FAMILY_DIFFERENT;
        return agrees ? PersonNameComparator.FAMILY_SHARED : family;
    }

    /** Whether two different spellings of a city, folded, can be one city's. Symmetric; allocates nothing. */
    public static boolean isSlip(String a, String b) {
        return WordComparator.bySpelling(a, b) <= WordComparator.LOOSE;
    }

    /**
     * Whether two that are known not to be one, by given names that differ, can have a level: not one that counts in full
     * what they share.
     */
    public static boolean isLevelOfOthers(Comparison comparison, int level) {
        return switch (comparison) {
            case FAMILY_NAME ->
                level == PersonNameComparator.FAMILY_DIFFERENT || level == PersonNameComparator.FAMILY_SHARED;
            case PHONE -> !agrees(level, LAST_AGREEING_PHONE);
            case EMAIL -> !agrees(level, LAST_AGREEING_EMAIL);
            case ADDRESS -> !agrees(level, AddressComparator.SAME_LOCALITY);
            case LOCATION -> !agrees(level, LocationComparator.SAME_AREA);
            case EMPLOYER -> !agrees(level, SIMILAR_EMPLOYER);
            case DEVICE -> !agrees(level, LAST_AGREEING_DEVICE);
            case LOYALTY_CARD -> level != 1;
            case GIVEN_NAME,
                    NAME_ORDER,
                    GENERATION,
                    ORGANIZATION_NAME,
                    BIRTH_DATE,
                    HOUSEHOLD,
                    GENDER,
                    NATIONAL_ID,
                    PASSPORT,
                    DRIVERS_LICENCE,
                    TAX_ID,
                    BUSINESS_LICENCE,
                    ACCOUNT,
                    WEBSITE,
                    ORIGIN,
                    OCCUPATION -> true;
        };
    }

    private static long compare(LiveRecord a, LiveRecord b, int names, boolean householdsCount) {
        StandardValues left = a.standard().values();
        StandardValues right = b.standard().values();
        int given = given(a, b, names);
        int family = PersonNameComparator.family(names);
        int organization = OrganizationNameComparator.compare(left.organizations(), right.organizations());
        boolean others = householdsCount
                && (given == PersonNameComparator.GIVEN_DIFFERENT
                        || organization == OrganizationNameComparator.DIFFERENT
                        || organization == OrganizationNameComparator.OTHER_BRANCH);
        long pattern = LevelPattern.with(0, Comparison.FAMILY_NAME, others ? familyOfOthers(family) : family);
        pattern = LevelPattern.with(pattern, Comparison.GIVEN_NAME, given);
        if (names != 0) {
            PersonName nameA = left.people().get(PersonNameComparator.left(names));
            PersonName nameB = right.people().get(PersonNameComparator.right(names));
            boolean swapped = PersonNameComparator.isSwapped(names) && nameA.partsKnown() && nameB.partsKnown();
            pattern = LevelPattern.with(pattern, Comparison.NAME_ORDER, swapped ? 1 : 0);
            pattern = LevelPattern.with(pattern, Comparison.GENERATION, generation(nameA, nameB));
        }
        pattern = LevelPattern.with(pattern, Comparison.ORGANIZATION_NAME, organization);
        pattern = LevelPattern.with(
                pattern, Comparison.BIRTH_DATE, BirthDateComparator.compare(left.birthDates(), right.birthDates()));
        pattern = LevelPattern.with(pattern, Comparison.GENDER, gender(left, right));
        boolean related = householdsCount
                && (organization == OrganizationNameComparator.CONTAINED
                        || organization == OrganizationNameComparator.OVERLAPPING);
        pattern = contacts(pattern, a, b, names, others, related);
        pattern = LevelPattern.with(pattern, Comparison.HOUSEHOLD, household(pattern, others && given != 0));
        boolean otherOutlets = householdsCount
                && (organization == OrganizationNameComparator.OTHER_BRANCH
                        || LevelPattern.level(pattern, Comparison.ADDRESS) == AddressComparator.OTHER_OUTLET
                        || LevelPattern.level(pattern, Comparison.LOCATION) == LocationComparator.OTHER_OUTLET);
        return documents(pattern, a, b, others, otherOutlets);
    }

    /** 1 for people of one household with one birth date, 2 for such with different ones, 0 for all others. */
    private static int household(long pattern, boolean otherPeople) {
        int birthDate = LevelPattern.level(pattern, Comparison.BIRTH_DATE);
        boolean linked = LevelPattern.level(pattern, Comparison.FAMILY_NAME) == PersonNameComparator.FAMILY_SHARED
                && (LevelPattern.level(pattern, Comparison.PHONE) == SHARED_PHONE
                        || LevelPattern.level(pattern, Comparison.ADDRESS) == SHARED_ADDRESS);
        if (!otherPeople || !linked || birthDate == 0) {
            return 0;
        }
        return birthDate == BirthDateComparator.EXACT ? 1 : 2;
    }

    private static long contacts(long before, LiveRecord a, LiveRecord b, int names, boolean others, boolean related) {
        int phone = IdentifierComparator.phones(a, b);
        long pattern = LevelPattern.with(
                before, Comparison.PHONE, others && agrees(phone, LAST_AGREEING_PHONE) ? SHARED_PHONE : phone);
        int email = emails(a, b, names);
        pattern = LevelPattern.with(
                pattern, Comparison.EMAIL, others && agrees(email, LAST_AGREEING_EMAIL) ? SHARED_EMAIL : email);
        int address = AddressComparator.compare(a, b);
        pattern = LevelPattern.with(
                pattern,
                Comparison.ADDRESS,
                (others && agrees(address, AddressComparator.SAME_LOCALITY))
                                || (related && address == AddressComparator.SAME_LOCALITY)
                        ? SHARED_ADDRESS
                        : address);
        int location = LocationComparator.compare(a, b, address);
        pattern = LevelPattern.with(
                pattern,
                Comparison.LOCATION,
                others && agrees(location, LocationComparator.SAME_AREA) ? SHARED_LOCATION : location);
        int employer = employer(a, b);
        pattern = LevelPattern.with(
                pattern,
                Comparison.EMPLOYER,
                others && agrees(employer, SIMILAR_EMPLOYER) ? SHARED_EMPLOYER : employer);
        int device = IdentifierComparator.devices(a, b);
        return LevelPattern.with(pattern, Comparison.DEVICE, device != 0 && others ? SHARED_DEVICE : device);
    }

    private static long documents(long before, LiveRecord a, LiveRecord b, boolean others, boolean otherOutlets) {
        long pattern = document(before, a, b, Comparison.NATIONAL_ID, IdentifierType.NATIONAL_ID);
        pattern = document(pattern, a, b, Comparison.PASSPORT, IdentifierType.PASSPORT);
        pattern = document(pattern, a, b, Comparison.DRIVERS_LICENCE, IdentifierType.DRIVERS_LICENCE);
        pattern = ofCompany(pattern, a, b, Comparison.TAX_ID, IdentifierType.TAX_ID, otherOutlets);
        pattern = ofCompany(pattern, a, b, Comparison.BUSINESS_LICENCE, IdentifierType.BUSINESS_LICENCE, otherOutlets);
        int account = IdentifierComparator.shared(a, b, IdentifierType.UNION_ID)
                | IdentifierComparator.shared(a, b, IdentifierType.OPEN_ID)
                | IdentifierComparator.shared(a, b, IdentifierType.ACCOUNT);
        pattern = LevelPattern.with(pattern, Comparison.ACCOUNT, account);
        int card = IdentifierComparator.shared(a, b, IdentifierType.LOYALTY_CARD);
        pattern = LevelPattern.with(pattern, Comparison.LOYALTY_CARD, card == 1 && others ? SHARED_CARD : card);
        int website = IdentifierComparator.shared(a, b, IdentifierType.WEBSITE);
        boolean otherSite = website == 0 && IdentifierComparator.bothHave(a, b, IdentifierType.WEBSITE);
        pattern = LevelPattern.with(pattern, Comparison.WEBSITE, otherSite ? 2 : website);
        StandardValues left = a.standard().values();
        StandardValues right = b.standard().values();
        pattern = LevelPattern.with(
                pattern, Comparison.ORIGIN, OriginComparator.compare(left.origins(), right.origins()));
        int occupation = OriginComparator.compare(left.occupations(), right.occupations());
        return LevelPattern.with(pattern, Comparison.OCCUPATION, Math.min(occupation, 2));
    }

    private static long document(long pattern, LiveRecord a, LiveRecord b, Comparison comparison, IdentifierType type) {
        return LevelPattern.with(pattern, comparison, IdentifierComparator.documents(a, b, type));
    }

    private static long ofCompany(
            long pattern,
            LiveRecord a,
            LiveRecord b,
            Comparison comparison,
            IdentifierType type,
            boolean otherOutlets) {
        int level = IdentifierComparator.documents(a, b, type);
        if (comparison == Comparison.BUSINESS_LICENCE
                && level != 1
                && IdentifierComparator.shareNumberOfCompany(a, b)) {
            level = 1;
        }
        return LevelPattern.with(pattern, comparison, level == 1 && otherOutlets ? SHARED_LICENCE : level);
    }

    private static boolean agrees(int level, int lastAgreeing) {
        return level != 0 && level <= lastAgreeing;
    }

    private static int generation(PersonName a, PersonName b) {
        if (a.generation() == 0 || b.generation() == 0) {
            return 0;
        }
        return a.generation() == b.generation() ? 1 : 2;
    }

    private static int gender(StandardValues a, StandardValues b) {
        Gender mine = a.gender().orElse(null);
        Gender theirs = b.gender().orElse(null);
        if (mine == null || theirs == null) {
            return 0;
        }
        return mine == theirs ? 1 : 2;
    }

    /** The given names; a slip that both mailboxes confirm is none. */
    private static int given(LiveRecord a, LiveRecord b, int names) {
        int given = PersonNameComparator.given(names);
        if (!PersonNameComparator.isSlip(given)) {
            return given;
        }
        PersonName nameA = a.standard().values().people().get(PersonNameComparator.left(names));
        PersonName nameB = b.standard().values().people().get(PersonNameComparator.right(names));
        boolean two = !PersonNameComparator.isSwapped(names) && MailboxParts.confirmBoth(a, b, nameA, nameB);
        return two ? PersonNameComparator.GIVEN_DIFFERENT : given;
    }

    /** E-mail addresses, whose local part counts only as far as it says more than names that agree. */
    private static int emails(LiveRecord a, LiveRecord b, int names) {
        if (!PersonNameComparator.bothAgree(names)) {
            return IdentifierComparator.emails(a, b, null, null);
        }
        PersonName nameA = a.standard().values().people().get(PersonNameComparator.left(names));
        PersonName nameB = b.standard().values().people().get(PersonNameComparator.right(names));
        return IdentifierComparator.emails(a, b, nameA, nameB);
    }

    /** Employers; where one record names none, its mailbox may do it. */
    private static int employer(LiveRecord a, LiveRecord b) {
        List<OrganizationName> left = a.standard().values().employers();
        List<OrganizationName> right = b.standard().values().employers();
        int level = OrganizationNameComparator.compare(left, right);
        if (level == 0) {
            return MailboxParts.name(a, right) || MailboxParts.name(b, left) ? SIMILAR_EMPLOYER : 0;
        }
        if (level == OrganizationNameComparator.EXACT) {
            return 1;
        }
        return level <= OrganizationNameComparator.CONTAINED ? SIMILAR_EMPLOYER : 3;
    }
}
