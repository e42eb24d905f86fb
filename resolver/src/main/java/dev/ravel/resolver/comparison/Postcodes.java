package dev.ravel.resolver.comparison;

import java.util.List;

/** How near two postcodes are by their signs: neighbours have the beginning in common, and a slip is one sign. */
final class Postcodes {
    /** What stands behind the district in a British postcode. */
    private static final int INWARD = 3;

    private static final int FIRST_BRITISH = 5;
    private static final int LAST_BRITISH = 7;

    /** So many first digits are one region where a code has five. */
    private static final int REGION = 3;

    private static final int AMERICAN = 5;

    private Postcodes() {}

    /** Whether two of these postcodes, blanks taken out, are near. */
    static boolean areNear(List<String> a, List<String> b) {
        for (int i = 0; i < a.size(); i++) {
            for (int j = 0; j < b.size(); j++) {
                if (areNear(a.get(i), b.get(j))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean areNear(String a, String b) {
        if (isBritish(a) && isBritish(b)) {
            int district = a.length() - INWARD;
            return (a.length() == b.length() && a.regionMatches(0, b, 0, district)) || isSlip(a, b);
        }
        boolean american = a.length() == AMERICAN && b.length() == AMERICAN;
        return (american && a.regionMatches(0, b, 0, REGION)) || isSlip(a, b);
    }

    private static boolean isSlip(String a, String b) {
        return Math.min(a.length(), b.length()) >= AMERICAN && EditDistance.alignment(a, b) == 1;
    }

    private static boolean isBritish(String code) {
        int length = code.length();
        return length >= FIRST_BRITISH
                && length <= LAST_BRITISH
                && Character.isLetter(code.charAt(0))
                && Character.isDigit(code.charAt(length - INWARD))
                && Character.isLetter(code.charAt(length - 1));
    }
}
