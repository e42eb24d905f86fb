package dev.ravel.resolver.bulk;

import dev.ravel.model.identifier.Identifier;
import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.standardise.StandardRecord;

/**
 * How many of the phone numbers of an input mean something: a number that is valid neither in the region of the
 * configuration nor with a country code of its own identifies nobody. Each record's numbers count; masked and hashed ones
 * do not.
 *
 * @param valid numbers that are valid somewhere
 * @param invalid numbers that are not
 */
public record PhoneNumbers(long valid, long invalid) {
    /** Fewer numbers say nothing about the region that they are from. */
    private static final int LEAST = 20;

    /** Hashes are longer. */
    private static final int LONGEST = 20;

    /** Counts the numbers of all live records. */
    public static PhoneNumbers of(PreparedRecords records) {
        PhoneNumbers all = new PhoneNumbers(0, 0);
        for (LiveRecord record : records.records()) {
            PhoneNumbers own = of(record.standard());
            all = new PhoneNumbers(all.valid + own.valid, all.invalid + own.invalid);
        }
        return all;
    }

    /** Counts the numbers of a record. */
    public static PhoneNumbers of(StandardRecord record) {
        long valid = 0;
        long invalid = 0;
        for (Identifier identifier : record.identifiers()) {
            if (identifier.type() == IdentifierType.PHONE) {
                String value = identifier.value();
                boolean digits = value.length() <= LONGEST && value.chars().allMatch(c -> c >= '0' && c <= '9');
                valid += value.charAt(0) == '+' ? 1 : 0;
                invalid += digits ? 1 : 0;
            }
        }
        return new PhoneNumbers(valid, invalid);
    }

    /** Whether most numbers mean nothing, so that the region of the configuration is hardly theirs. */
    public boolean areOfAnotherRegion() {
        return valid + invalid >= LEAST && invalid > valid;
    }
}
