package dev.ravel.generator;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers of documents, with right check characters. */
final class Documents {
    private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String ID_CHECKS = "10X98765432";
    private static final int[] LICENCE_WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final String LICENCE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final long LICENCE_RANGE = 1_000_000_000L;
    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);

    private Documents() {}

    /** An identity number (GB 11643): district, birth date, order of birth (odd for men), check character. */
    static String nationalId(Place place, LocalDate birth, boolean male, int order) {
        int sequence = (order * 2 + (male ? 1 : 0)) % 1000;
        String body = place.code() + BASIC.format(birth) + String.format(Locale.ROOT, "%03d", sequence);
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += Character.digit(body.charAt(i), 10) * ID_WEIGHTS[i];
        }
        return body + ID_CHECKS.charAt(sum % 11);
    }

    /** A unified social credit code (GB 32100) of a company in a district; different indices differ. */
    static String businessLicence(Place place, long index) {
        String body = "91" + place.code() + String.format(Locale.ROOT, "%09d", Serials.scatter(index, LICENCE_RANGE));
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += LICENCE_ALPHABET.indexOf(body.charAt(i)) * LICENCE_WEIGHTS[i];
        }
        return body + LICENCE_ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
