package dev.ravel.resolver.standardise;

import dev.ravel.model.identifier.IdentifierType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Numbers of identity documents, licences and registers. A value may name its scope before a slash: {@code US/10251111},
 * {@code Germany/234456456}, {@code NV/112233}. Countries are written in many ways and become ISO 3166 codes. A Chinese
 * identity number or social credit code with a right check sign says its scope itself; with a wrong one it identifies
 * nobody, and is only part of the evidence. Identity numbers of fifteen digits get their eighteen.
 */
final class DocumentStandardiser {
    /** A number of at most this many signs is the tail of one. */
    private static final int MAX_TAIL = 4;

    private static final int MAX_SCOPE = 40;
    private static final String CHINA = "CN";

    private final Places places;
    private final String defaultRegion;

    /**
     * A standardiser.
     *
     * @param defaultRegion the ISO 3166 region that a number without a scope is taken to be of, if it is built like one
     */
    DocumentStandardiser(Places places, String defaultRegion) {
        this.places = places;
        this.defaultRegion = defaultRegion;
    }

    /** The numbers of a text that holds one or several, see {@link LabelledNumber}, in their comparable form. */
    List<StandardDocument> all(String raw, IdentifierType type) {
        List<StandardDocument> found = new ArrayList<>(1);
        for (LabelledNumber labelled : LabelledNumber.in(raw, places)) {
            Optional<String> scope = labelled.country();
            String number = labelled.number();
            standardise(scope.isPresent() && number.indexOf('/') < 0 ? scope.get() + '/' + number : number, type)
                    .ifPresent(found::add);
        }
        return found;
    }

    /** The number in its comparable form; empty if the text holds none, or a number that lost its digits. */
    Optional<StandardDocument> standardise(String raw, IdentifierType type) {
        String text = SpreadsheetNumber.repaired(FoldedText.of(raw));
        int slash = text.indexOf('/');
        String scope = "";
        if (slash > 0 && slash <= MAX_SCOPE) {
            scope = places.code(text.substring(0, slash));
            text = text.substring(slash + 1);
        }
        String value = signs(text);
        boolean masked = value.indexOf('*') >= 0;
        if (value.replace("*", "").isEmpty()) {
            return Optional.empty();
        }
        boolean chinese = scope.equals(CHINA) || (scope.isEmpty() && defaultRegion.equals(CHINA));
        if (chinese && type == IdentifierType.NATIONAL_ID && ResidentNumber.isOld(value)) {
            return Optional.of(new StandardDocument(CHINA, ResidentNumber.modern(value), false));
        }
        if (ResidentNumber.isValid(value) || (isRegister(type) && SocialCreditCode.isValid(value))) {
            return Optional.of(new StandardDocument(scope.isEmpty() ? CHINA : scope, value, false));
        }
        boolean wrong = chinese && hasChineseShape(value, type);
        return Optional.of(new StandardDocument(scope, value, masked || wrong || value.length() <= MAX_TAIL));
    }

    private static boolean isRegister(IdentifierType type) {
        return type == IdentifierType.BUSINESS_LICENCE || type == IdentifierType.TAX_ID;
    }

    private static boolean hasChineseShape(String value, IdentifierType type) {
        return (type == IdentifierType.NATIONAL_ID && ResidentNumber.hasShape(value))
                || (isRegister(type) && SocialCreditCode.hasShape(value));
    }

    private static String signs(String text) {
        StringBuilder signs = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c) || c == '*') {
                signs.append(c);
            }
        }
        return signs.toString().toUpperCase(Locale.ROOT);
    }
}
