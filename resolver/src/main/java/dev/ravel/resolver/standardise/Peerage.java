package dev.ravel.resolver.standardise;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The style behind a noble's name, which is no part of it: {@code Sir John Smith, 2nd Bt}, {@code John Churchill, 1st Duke of
 * Marlborough}. A baronetcy goes from father to son under one name, so its number tells namesakes apart and is kept; of
 * other ranks a person may have several, each with a number of its own.
 */
final class Peerage {
    private static final String BARONET = "(?:bt|bart|baronet)";
    private static final String RANKS = "(?:baron|baroness|earl|count|countess|viscount|viscountess|marquess|marquis"
            + "|marchioness|duke|duchess|lord|lady|prince|princess)";
    private static final Pattern NUMBERED =
            Pattern.compile("(?<=\\w{2})[, ]+(\\d{1,2}(?:st|nd|rd|th))\\s+(?:(" + BARONET + ")|" + RANKS + ")\\b.*$");
    private static final Pattern AT_START =
            Pattern.compile("^\\d{1,2}(?:st|nd|rd|th)\\s+(?:" + BARONET + "|" + RANKS + ")\\s+(?:of\\s+)?(?=\\S)");
    private static final Pattern BEHIND_COMMA = Pattern.compile("(?<=\\w{2})\\s*,\\s*(?:" + BARONET + "\\.?\\s*$|(?:"
            + RANKS + "|king|queen|emperor|empress)\\s+(?:of|de|von)\\b.*$)");

    private Peerage() {}

    /** A folded full name without the style; the number of a baronet stays behind it, like that of a generation. */
    static String withoutStyle(String folded) {
        if (folded.indexOf(',') < 0 && !hasDigit(folded)) {
            return folded;
        }
        Matcher atStart = AT_START.matcher(folded);
        if (atStart.find()) {
            return withoutStyle(folded.substring(atStart.end()));
        }
        Matcher numbered = NUMBERED.matcher(folded);
        if (numbered.find()) {
            String name = folded.substring(0, numbered.start());
            return numbered.group(2) == null ? name : name + ", " + numbered.group(1);
        }
        return BEHIND_COMMA.matcher(folded).replaceFirst("");
    }

    private static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }
}
