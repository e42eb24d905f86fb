package dev.ravel.resolver.standardise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of documents as lists write them, with the kind before and the country behind: {@code Tax ID No. 7736050003
 * (Russia); Registration Number 1027700070518 (Russia)}.
 *
 * @param country what stands behind the number in brackets; empty if nothing does
 * @param number the number
 */
record LabelledNumber(Optional<String> country, String number) {
    private static final Pattern BETWEEN = Pattern.compile("[;\\n\\r\uff1b]+");
    private static final Pattern BEHIND = Pattern.compile("^(.*\\d.*?)\\s*\\(([^()\\d]+)\\)\\s*\\.?$");
    private static final Pattern WORD_BEFORE = Pattern.compile("^\\s*\\(?([\\p{L}.&-]+)\\)?[\\s.:#\u2116-]*(?=.*\\d)");

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
            "hrb",
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
            "ssn");

    /** The numbers of a text. */
    static List<LabelledNumber> in(String text) {
        if (text.indexOf(' ') < 0 && text.indexOf(';') < 0) {
            return List.of(new LabelledNumber(Optional.empty(), text));
        }
        List<LabelledNumber> numbers = new ArrayList<>(1);
        for (String part : BETWEEN.split(text)) {
            if (!part.isBlank()) {
                numbers.add(of(part));
            }
        }
        return numbers;
    }

    private static LabelledNumber of(String part) {
        Matcher behind = BEHIND.matcher(part);
        boolean inBrackets = behind.matches();
        String number = withoutLabel(inBrackets ? behind.group(1) : part);
        return new LabelledNumber(inBrackets ? Optional.ofNullable(behind.group(2)) : Optional.empty(), number);
    }

    private static String withoutLabel(String text) {
        @Nullable String rest = text;
        for (Matcher word = WORD_BEFORE.matcher(rest); word.find(); word = WORD_BEFORE.matcher(rest)) {
            String label = FoldedText.of(String.valueOf(word.group(1))).replace(".", "");
            if (!LABELS.contains(label)) {
                return rest;
            }
            rest = rest.substring(word.end());
        }
        return rest;
    }
}
