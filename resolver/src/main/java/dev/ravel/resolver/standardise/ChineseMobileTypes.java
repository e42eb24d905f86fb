package dev.ravel.resolver.standardise;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What libphonenumber says that a Chinese mobile number is. Its first five digits decide, so that libphonenumber is asked
 * once for each of those; a test holds this against its patterns. Thread-safe without locks.
 */
final class ChineseMobileTypes {
    private static final long REST = 1_000_000;
    private static final int FIRST = 13_000;
    private static final int LAST = 19_999;

    private final PhoneNumberUtil phones;
    private final AtomicReferenceArray<@Nullable PhoneNumberType> types = new AtomicReferenceArray<>(LAST - FIRST + 1);

    ChineseMobileTypes(PhoneNumberUtil phones) {
        this.phones = phones;
    }

    /**
     * The type of a number; {@code UNKNOWN} if it is not in use.
     *
     * @param nationalNumber what {@link ChineseMobile#nationalNumber} gave
     */
    PhoneNumberType of(long nationalNumber) {
        int place = (int) (nationalNumber / REST) - FIRST;
        PhoneNumberType known = types.get(place);
        if (known == null) {
            known = ask(nationalNumber);
            types.set(place, known);
        }
        return known;
    }

    /** What libphonenumber says of just this number. */
    PhoneNumberType ask(long nationalNumber) {
        return phones.getNumberType(
                new PhoneNumber().setCountryCode(ChineseMobile.COUNTRY_CODE).setNationalNumber(nationalNumber));
    }
}
