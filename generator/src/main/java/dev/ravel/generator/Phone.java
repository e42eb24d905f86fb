package dev.ravel.generator;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A Chinese phone number in the ways that people write it.
 *
 * @param digits the national number: eleven digits of a mobile, or a landline with its area code and leading 0
 * @param areaDigits how many of them are the area code, 0 for a mobile
 */
record Phone(String digits, int areaDigits) {
    private static final List<String> PREFIXES = List.of(
            "130", "131", "132", "133", "134", "135", "136", "137", "138", "139", "150", "151", "152", "155", "156",
            "157", "158", "159", "176", "177", "178", "180", "181", "182", "183", "185", "186", "187", "188", "189",
            "191", "193", "195", "197", "198", "199");
    private static final Set<String> SEVEN_DIGIT_AREAS =
            Set.of("0351", "0471", "0535", "0717", "0771", "0816", "0931", "0991");
    private static final long PER_PREFIX = 100_000_000L;
    private static final int WRITINGS = 7;

    /** The mobile of an index: different indices have different numbers. */
    static Phone mobile(long index) {
        long number = Serials.scatter(index, PREFIXES.size() * PER_PREFIX);
        String prefix = PREFIXES.get((int) (number / PER_PREFIX));
        return new Phone(prefix + String.format(Locale.ROOT, "%08d", number % PER_PREFIX), 0);
    }

    /** The landline of an index in a district. */
    static Phone landline(Place place, long index) {
        String area = place.diallingCode();
        int subscriberDigits = SEVEN_DIGIT_AREAS.contains(area) ? 7 : 8;
        long range = subscriberDigits == 8 ? 100_000_000L : 10_000_000L;
        long number = Serials.scatter(index % range, range);
        String subscriber = String.format(Locale.ROOT, "%0" + subscriberDigits + "d", number);
        return new Phone(area + "6" + subscriber.substring(1), area.length());
    }

    /** One of the usual ways to write it. */
    String written(Dice dice) {
        return written(dice.below(WRITINGS));
    }

    /** The plain digits. */
    String plain() {
        return digits;
    }

    /** In digits of full width, as a Chinese input method leaves them: １３８…. */
    String fullWidth() {
        return FullWidth.of(digits);
    }

    /** With the country code: +86 138 0013 8001, +86 21 6288 1234. */
    String international() {
        return "+86 " + grouped(' ').substring(areaDigits > 0 ? 1 : 0);
    }

    /** With the middle four digits masked, as a courier shows it: 138****8001. */
    String masked() {
        return digits.substring(0, 3) + "****" + digits.substring(digits.length() - 4);
    }

    /** The same with two neighbouring digits swapped. */
    String mistyped(Dice dice) {
        return Typos.swapped(digits, dice.between(4, digits.length() - 2));
    }

    private String written(int way) {
        if (way <= 2) {
            return digits;
        }
        if (way == 3) {
            return international();
        }
        if (way == 4) {
            return grouped('-');
        }
        if (way == 5) {
            return areaDigits > 0 ? "(" + digits.substring(0, areaDigits) + ")" + subscriber() : "0086" + digits;
        }
        return grouped(' ');
    }

    private String grouped(char separator) {
        if (areaDigits > 0) {
            return digits.substring(0, areaDigits) + separator + subscriber();
        }
        return digits.substring(0, 3) + separator + digits.substring(3, 7) + separator + digits.substring(7);
    }

    private String subscriber() {
        return digits.substring(areaDigits);
    }
}
