package dev.ravel.resolver.standardise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers of documents as lists write them, with the kind before and the country behind: {@code Tax ID No. 7736050003
 * (Russia); Registration Number 1027700070518 (Russia)}. What may be part of a number stays: {@code HRB 12345}, {@code NO
 * 923609016}, {@code Z683365 (A)}.
 *
 * @param country the known country that stands behind the number in brackets, folded; empty if none does
 * @param number the number
 */
record LabelledNumber(Optional<String> country, String number) {
    private static final Pattern BETWEEN = Pattern.compile("[;\\n\\r\uff1b]+");
    private static final Pattern BEHIND =
            Pattern.compile("^(.*\\d.*?)\\s*[(\uff08]([^()\uff08\uff09\\d]+)[)\uff09]\\s*\\.?$");
    private static final Pattern WORD_BEFORE =
            Pattern.compile("^\\s*\\(?([\\p{L}&-]+(?:\\.[\\p{L}&-]+)*)(\\)?[\\s.:\uff1a#\u2116-]*)(?=.*\\d)");
    private static final Pattern SIGN_OF_LABEL = Pattern.compile("[.:\uff1a#\u2116]");

    /** A word of so few letters may be part of the number: {@code NO 923609016}, {@code VAT 123}. */
    private static final int SHORT = 3;

    /** Short names of registers that are never part of a number. */
    private static final Set<String> REGISTERS = Set.of(
            "ein",
            "gst",
            "inn",
            "kpp",
            "krs",
            "lei",
            "nip",
            "ssn",
            "tin",
            "unp",
            "\u0438\u043d\u043d",
            "\u043a\u043f\u043f",
            "\u0443\u043d\u043f");

    private static final Set<String> LABELS = Set.of(
            "business",
            "certificate",
            "code",
            "commercial",
            "company",
            "corporate",
            "credit",
            "economic",
            "ein",
            "enterprise",
            "entity",
            "fiscal",
            "gst",
            "id",
            "identification",
            "identifier",
            "incorporation",
            "inn",
            "krs",
            "legal",
            "lei",
            "licence",
            "license",
            "national",
            "nip",
            "no",
            "nr",
            "number",
            "of",
            "ogrn",
            "okpo",
            "organization",
            "passport",
            "reg",
            "regon",
            "register",
            "registered",
            "registration",
            "registry",
            "siren",
            "siret",
            "social",
            "tax",
            "taxpayer",
            "tin",
            "trade",
            "unified",
            "unp",
            "uscc",
            "vat",
            "identity",
            "card",
            "drivers",
            "ssn",
            "kpp",
            "\u0438\u043d\u043d",
            "\u043a\u043f\u043f",
            "\u0443\u043d\u043f",
            "\u043e\u0433\u0440\u043d",
            "\u0431\u0438\u043d",
            "\u0435\u0434\u0440\u043f\u043e\u0443");

    /** The numbers of a text, in brackets behind them one of these places. */
    static List<LabelledNumber> in(String text, Places places) {
        if (isPlain(text)) {
            return List.of(new LabelledNumber(Optional.empty(), text));
        }
        List<LabelledNumber> numbers = new ArrayList<>(1);
        for (String part : BETWEEN.split(text)) {
            if (!part.isBlank()) {
                numbers.add(of(part.strip(), places));
            }
        }
        return numbers;
    }

    /** Whether a text is nothing but a number, as most are. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isLetterOrDigit(c) && c != '-' && c != '/' && c != '*') {
                return false;
            }
        }
        return true;
    }

    private static LabelledNumber of(String part, Places places) {
        Matcher behind = BEHIND.matcher(part);
        if (behind.matches()) {
            String country = FoldedText.of(String.valueOf(behind.group(2)));
            if (places.isKnown(country)) {
                return new LabelledNumber(Optional.of(country), withoutLabel(String.valueOf(behind.group(1))));
            }
        }
        return new LabelledNumber(Optional.empty(), withoutLabel(part));
    }

    /** Without the words before the number, unless they are one short word that nothing marks as a label. */
    private static String withoutLabel(String text) {
        String rest = text;
        boolean marked = false;
        for (Matcher word = WORD_BEFORE.matcher(rest); word.find(); word = WORD_BEFORE.matcher(rest)) {
            String label = FoldedText.of(String.valueOf(word.group(1))).replace(".", "");
            String behind = String.valueOf(word.group(2));
            if (behind.isEmpty() || !LABELS.contains(label)) {
                break;
            }
            marked |= label.length() > SHORT
                    || REGISTERS.contains(label)
                    || rest.length() < text.length()
                    || SIGN_OF_LABEL.matcher(behind).find();
            rest = rest.substring(word.end());
        }
        return marked ? rest : text;
    }
}
