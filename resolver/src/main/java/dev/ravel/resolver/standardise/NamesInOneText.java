package dev.ravel.resolver.standardise;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Several names that stand in one text: {@code Acme Ltd (a.k.a. Apex; f/k/a "Zenith")}. Each becomes a name of its own, and
 * none is weaker than the others.
 */
final class NamesInOneText {
    private static final String A_NAME_BEFORE = "(?<=[\\p{L}\\p{M}\\p{N}][^\\p{L}\\p{N}]{0,6})";
    private static final String A_NAME_BEHIND = "(?=[: \\t]*[\"'\u201c\u201e\u00ab]?[\\p{L}\\p{N}])";
    private static final String QUOTED_BEHIND = "(?=[: \\t]*[\"\u201c\u201e\u00ab])";

    private static final String LETTERS = "(?:[afn]\\.\\s?k|d\\.b)\\.\\s?a(?![\\p{L}\\p{N}])\\.?";

    /**
     * Letters with dots, which may be somebody's initials: {@code A. K. A. Khan}. They are words for another name between
     * two names, before quotation marks, and where they are small before a capital.
     */
    private static final String DOTTED = "(?<![\\p{L}\\p{N}])(?:"
            + ("(?i:" + LETTERS + ")" + QUOTED_BEHIND)
            + ("|" + A_NAME_BEFORE + "(?i:" + LETTERS + ")" + A_NAME_BEHIND)
            + ("|" + LETTERS + "(?=[: \\t]*[\\p{Lu}\\p{Lo}])")
            + ")[:\\s]*";

    /**
     * A semicolon or a new line, or words that say that another name follows; the short ones only between two names, for
     * {@code Aka} is a name too.
     */
    private static final Pattern BETWEEN = Pattern.compile("[;\\n\\r\uff1b]+"
            + ("|" + DOTTED)
            + "|(?i)(?<![\\p{L}\\p{N}])(?:[afn]/k/a|d/b/a"
            + "|(?:also|formerly|previously|now) known as|formerly|trading as|doing business as)(?![\\p{L}\\p{N}])[:\\s]*"
            + "|(?<=[\\p{L}\\p{N}.)\"]\\s{0,2}[,(]?\\s{0,2})(?<![\\p{L}\\p{N}])(?:aka|fka|dba|alias)(?![\\p{L}\\p{N}])"
            + (A_NAME_BEHIND + "[:\\s]*"));

    private static final String MARKS = " \t,:'\"\u201c\u201d\u201e\u00ab\u00bb";

    private NamesInOneText() {}

    /** The names of these texts, in their order; a text of one name stays as it is. */
    static List<String> apart(List<String> texts) {
        boolean several = false;
        for (String text : texts) {
            several |= mayHoldSeveral(text);
        }
        if (!several) {
            return texts;
        }
        List<String> names = new ArrayList<>();
        for (String text : texts) {
            String[] parts = mayHoldSeveral(text) ? BETWEEN.split(text) : new String[] {text};
            if (parts.length == 1 && parts[0].equals(text)) {
                names.add(text);
            } else {
                for (String part : parts) {
                    String name = bare(part);
                    if (!name.isEmpty()) {
                        names.add(name);
                    }
                }
            }
        }
        return names;
    }

    /** Whether it is worth while to look: most texts hold one name. */
    private static boolean mayHoldSeveral(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean atWord = i > 0 && (text.charAt(i - 1) == ' ' || text.charAt(i - 1) == '(');
            if (c == ';'
                    || c == '\uff1b'
                    || c == '\n'
                    || c == '\r'
                    || c == '/'
                    || (c == '.' && i + 1 < text.length())
                    || (atWord && "aAfFdDtTpPnN".indexOf(c) >= 0)) {
                return true;
            }
        }
        return false;
    }

    /** A name without quotation marks around it and brackets that are not a pair. */
    private static String bare(String part) {
        int start = 0;
        int end = part.length();
        while (start < end && isMark(part, start, end)) {
            start++;
        }
        while (end > start && isMark(part, end - 1, end)) {
            end--;
        }
        String name = part.substring(start, end);
        int open = name.lastIndexOf('(');
        if (open >= 0 && name.indexOf(')', open) < 0) {
            return bare(name.substring(0, open) + ' ' + name.substring(open + 1));
        }
        int close = name.indexOf(')');
        if (close >= 0 && name.indexOf('(') < 0) {
            return bare(name.substring(0, close) + ' ' + name.substring(close + 1));
        }
        return name;
    }

    private static boolean isMark(String text, int at, int end) {
        char c = text.charAt(at);
        boolean lastDot = c == '.' && at == 0 && end > 1;
        return MARKS.indexOf(c) >= 0 || lastDot;
    }
}
