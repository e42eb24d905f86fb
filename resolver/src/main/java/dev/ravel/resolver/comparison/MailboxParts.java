package dev.ravel.resolver.comparison;

import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.standardise.NameToken;
import dev.ravel.resolver.standardise.OrganizationName;
import dev.ravel.resolver.standardise.PersonName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the two parts of an e-mail address say of its owner. A company gives its people mailboxes by one pattern: the local
 * part spells the name, the domain names the company. So an equal local part is no evidence where equal names have counted
 * already, and a domain stands for an employer that a record does not name. Nothing is allocated.
 */
final class MailboxParts {
    /** A shorter label is an abbreviation that many may use, or a country. */
    private static final int MIN_LABEL = 4;

    /** Positions are kept as the bits of a {@code long}. */
    private static final int MAX_LOCAL_PART = Long.SIZE - 1;

    private MailboxParts() {}

    /**
     * Whether a local part is nothing but a name: its words and their initials, in any order, with or without signs
     * between them. A digit is more than a name.
     *
     * @param end where the local part ends in the address
     */
    static boolean spells(String address, int end, PersonName name) {
        if (end > MAX_LOCAL_PART) {
            return false;
        }
        long reached = 1;
        for (int at = 0; at < end; at++) {
            if ((reached >>> at & 1) != 0) {
                if (isSeparator(address.charAt(at))) {
                    reached |= 1L << (at + 1);
                }
                reached |= after(address, at, name.familyJoined());
                reached |= after(address, at, name.givenJoined());
                reached |= afterAny(address, at, name.family());
                reached |= afterAny(address, at, name.given());
            }
        }
        return (reached >>> end & 1) != 0;
    }

    private static long afterAny(String address, int at, List<NameToken> words) {
        long reached = 0;
        for (int i = 0; i < words.size(); i++) {
            reached |= after(address, at, words.get(i));
        }
        return reached;
    }

    /** The positions behind the word and behind its initial, where they stand at a position. */
    private static long after(String address, int at, @Nullable NameToken word) {
        if (word == null || word.text().charAt(0) != address.charAt(at)) {
            return 0;
        }
        String text = word.text();
        long reached = 1L << (at + 1);
        boolean whole = at + text.length() <= MAX_LOCAL_PART && address.startsWith(text, at);
        return whole ? reached | 1L << (at + text.length()) : reached;
    }

    /**
     * Whether each of two records has a mailbox that holds its own first given name as a word. Two spellings that their
     * owners use themselves, {@code jose.lopez} and {@code joyce.lopez}, are two names and not a slip.
     */
    static boolean confirmBoth(LiveRecord a, LiveRecord b, PersonName nameA, PersonName nameB) {
        String givenA = nameA.given().get(0).text();
        String givenB = nameB.given().get(0).text();
        return !givenA.equals(givenB) && confirms(a, givenA) && confirms(b, givenB);
    }

    private static boolean confirms(LiveRecord record, String given) {
        IdentifierType type = IdentifierType.EMAIL;
        for (int i = record.standard().first(type); i < record.standard().end(type); i++) {
            String address = record.standard().identifiers().get(i).value();
            if (record.isEvidence(i) && holdsWord(address, given)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsWord(String address, String word) {
        int end = address.lastIndexOf('@');
        for (int at = address.indexOf(word); at >= 0 && at + word.length() <= end; at = address.indexOf(word, at + 1)) {
            boolean begins = at == 0 || !Character.isLetter(address.charAt(at - 1));
            if (begins && !Character.isLetter(address.charAt(at + word.length()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSeparator(char c) {
        return c == '.' || c == '_' || c == '-';
    }

    /**
     * Whether the domain of one of the record's mailboxes names one of the organisations: a label, not the last, is the
     * name written in one word, or its first word.
     */
    static boolean name(LiveRecord record, List<OrganizationName> organizations) {
        IdentifierType type = IdentifierType.EMAIL;
        for (int i = record.standard().first(type); i < record.standard().end(type); i++) {
            if (record.isEvidence(i)) {
                String address = record.standard().identifiers().get(i).value();
                for (int j = 0; j < organizations.size(); j++) {
                    if (domainNames(address, organizations.get(j).core())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean domainNames(String address, String core) {
        int from = address.lastIndexOf('@') + 1;
        for (int dot = address.indexOf('.', from); dot >= 0; dot = address.indexOf('.', from)) {
            if (dot - from >= MIN_LABEL && labelNames(address, from, dot, core)) {
                return true;
            }
            from = dot + 1;
        }
        return false;
    }

    /** Whether the letters of the label, without hyphens, are the first word of the name or all of its words. */
    private static boolean labelNames(String address, int from, int end, String core) {
        int at = 0;
        boolean wordEnded = false;
        for (int i = from; i < end; i++) {
            char c = address.charAt(i);
            if (c != '-') {
                if (at < core.length() && core.charAt(at) == ' ') {
                    at++;
                    wordEnded = true;
                }
                if (at == core.length() || core.charAt(at) != c) {
                    return false;
                }
                at++;
            }
        }
        return at == core.length() || (!wordEnded && core.charAt(at) == ' ');
    }
}
