package dev.ravel.resolver.comparison;

import dev.ravel.model.identifier.Identifier;
import dev.ravel.model.identifier.IdentifierRole;
import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.standardise.StandardDate;
import dev.ravel.resolver.standardise.StandardValues;
import java.util.List;

/**
 * What of a record fits into a few numbers: which comparisons it can take part in, its birth date and its telephone
 * number. Two records are compared by them without looking at the records, which mostly means waiting for memory.
 */
public final class RecordOutline {
    /** Stands for a value that a record lacks, has several of, or has in a form that is no number. */
    public static final long UNKNOWN = 0;

    /** Marks the telephone number of one who receives goods for the customer; above what {@link PackedPhone} fills. */
    private static final long OF_RECIPIENT = Long.MIN_VALUE;

    private static final Comparison[] COMPARISONS = Comparison.values();

    private RecordOutline() {}

    /**
     * The comparisons in which a record can have another level than 0, as bits by {@link Comparison#index()}. A comparison
     * that only one of two records can take part in has level 0.
     */
    public static int comparable(LiveRecord record) {
        int comparable = 0;
        for (Comparison comparison : COMPARISONS) {
            if (isComparable(record, comparison)) {
                comparable |= 1 << comparison.index();
            }
        }
        return comparable;
    }

    private static boolean isComparable(LiveRecord record, Comparison comparison) {
        StandardValues values = record.standard().values();
        return switch (comparison) {
            case FAMILY_NAME, GIVEN_NAME, NAME_ORDER, GENERATION ->
                !values.people().isEmpty();
            case ORGANIZATION_NAME -> !values.organizations().isEmpty();
            case BIRTH_DATE -> !values.birthDates().isEmpty();
            case HOUSEHOLD -> !values.people().isEmpty() && !values.birthDates().isEmpty();
            case GENDER -> values.gender().isPresent();
            case PHONE -> IdentifierComparator.has(record, IdentifierType.PHONE);
            case EMAIL -> IdentifierComparator.has(record, IdentifierType.EMAIL);
            case ADDRESS ->
                !values.addresses().isEmpty()
                        || !values.cities().isEmpty()
                        || !values.postcodes().isEmpty();
            case LOCATION -> !values.locations().isEmpty();
            case EMPLOYER -> !values.employers().isEmpty() || IdentifierComparator.has(record, IdentifierType.EMAIL);
            case DEVICE -> IdentifierComparator.has(record, IdentifierType.DEVICE);
            case NATIONAL_ID -> IdentifierComparator.has(record, IdentifierType.NATIONAL_ID);
            case PASSPORT -> IdentifierComparator.has(record, IdentifierType.PASSPORT);
            case DRIVERS_LICENCE -> IdentifierComparator.has(record, IdentifierType.DRIVERS_LICENCE);
            case TAX_ID -> IdentifierComparator.has(record, IdentifierType.TAX_ID);
            case BUSINESS_LICENCE ->
                IdentifierComparator.has(record, IdentifierType.BUSINESS_LICENCE)
                        || IdentifierComparator.has(record, IdentifierType.TAX_ID);
            case ACCOUNT ->
                IdentifierComparator.has(record, IdentifierType.UNION_ID)
                        || IdentifierComparator.has(record, IdentifierType.OPEN_ID)
                        || IdentifierComparator.has(record, IdentifierType.ACCOUNT);
            case LOYALTY_CARD -> IdentifierComparator.has(record, IdentifierType.LOYALTY_CARD);
            case WEBSITE -> IdentifierComparator.has(record, IdentifierType.WEBSITE);
            case ORIGIN -> !values.origins().isEmpty();
            case OCCUPATION -> !values.occupations().isEmpty();
        };
    }

    /** The record's birth date as {@link StandardDate#digits()}, or {@value #UNKNOWN} if it has not just one. */
    public static int birthDate(LiveRecord record) {
        List<StandardDate> dates = record.standard().values().birthDates();
        return dates.size() == 1 ? dates.get(0).digits() : (int) UNKNOWN;
    }

    /** The level of {@link Comparison#BIRTH_DATE} for two known birth dates. */
    public static int birthDateLevel(int a, int b) {
        return BirthDateComparator.compare(a, b);
    }

    /**
     * The record's telephone number and whether it is a recipient's, as one number; {@value #UNKNOWN} if it has not just one, in
     * international form.
     */
    public static long phone(LiveRecord record) {
        long phone = UNKNOWN;
        for (int i = record.standard().first(IdentifierType.PHONE);
                i < record.standard().end(IdentifierType.PHONE);
                i++) {
            if (record.isEvidence(i)) {
                if (phone != UNKNOWN) {
                    return UNKNOWN;
                }
                Identifier found = record.standard().identifiers().get(i);
                phone = PackedPhone.of(found.value());
                if (phone == UNKNOWN) {
                    return UNKNOWN;
                }
                if (found.role() == IdentifierRole.RECIPIENT) {
                    phone |= OF_RECIPIENT;
                }
            }
        }
        return phone;
    }

    /**
     * The level of {@link Comparison#PHONE} for two known telephone numbers, where equal ones are the customers' own, carried at
     * one time, and nobody else shares them. A recipient's number that is another one says nothing: 0.
     */
    public static int phoneLevel(long a, long b) {
        if (((a ^ b) & ~OF_RECIPIENT) == 0) {
            return IdentifierComparator.SAME_PHONE;
        }
        if (((a | b) & OF_RECIPIENT) != 0) {
            return 0;
        }
        return PackedPhone.oneEditApart(a, b)
                ? IdentifierComparator.ONE_DIGIT_OFF
                : IdentifierComparator.DIFFERENT_PHONE;
    }
}
