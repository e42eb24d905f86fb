package dev.ravel.ingest.infer;

import dev.ravel.model.record.AttributeName;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What values look like. Some shapes are enough by themselves; others count only where a word of the column's name points
 * at them ({@code postcode_of_delivery}). A column that speaks of somebody else, such as a salesperson, has none.
 */
enum ValueShape {
    EMAIL(AttributeName.EMAIL, "[^@\\s]+@[^@\\s]+\\.[A-Za-z]{2,}", true, Set.of()),
    IDENTITY_NUMBER(
            AttributeName.NATIONAL_ID,
            "[1-9]\\d{5}(19|20)\\d\\d(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])\\d{3}[\\dXx]",
            true,
            Set.of()),
    /** A Chinese mobile number, one with its country, or one in the groups of a country with a trunk 0 or of North America. */
    WRITTEN_PHONE(
            AttributeName.PHONE,
            "(\\+?86[- ]?)?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}"
                    + "|(?=(?:\\D*\\d){8,15}\\D*$)\\+[1-9][\\d ()./-]*"
                    + "|(?=(?:\\D*\\d){9,12}\\D*$)\\(?0[1-9]\\d*\\)?[ ./-][\\d ()./-]+"
                    + "|\\(?[2-9]\\d\\d\\)?[-./ ] ?[2-9]\\d\\d[-. ]\\d{4}",
            true,
            Set.of()),
    TELEPHONE(
            AttributeName.PHONE,
            "\\+?[\\d ()./-]{7,20}",
            true,
            Set.of("phone", "telephone", "tel", "mobile", "手机", "电话")),
    BIRTH_DATE(
            AttributeName.BIRTH_DATE,
            "\\d{8}|\\d{1,4}[-/.年]\\d{1,2}[-/.月]\\d{1,4}日?",
            false,
            Set.of("birth", "dob", "born", "birthdate", "birthday", "出生", "生日")),
    /** A British, Canadian or Dutch postcode with its blank, or an American one of nine digits. */
    WRITTEN_POSTCODE(
            AttributeName.POSTCODE,
            "(?i)[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2}|[A-Z]\\d[A-Z] \\d[A-Z]\\d|[1-9]\\d{3} [A-Z]{2}|\\d{5}-\\d{4}",
            false,
            Set.of()),
    POSTCODE(
            AttributeName.POSTCODE,
            "(?=.*\\d)[A-Za-z0-9][A-Za-z0-9 -]{2,9}",
            false,
            Set.of("postcode", "postal", "zip", "zipcode", "邮编"));

    /** Fewer values say nothing. */
    static final int LEAST_VALUES = 20;

    private static final double LEAST_SHARE = 0.9;

    /** An identifier of which fewer are distinct is that of those who serve the customers. */
    private static final double LEAST_DISTINCT = 0.3;

    private static final Set<String> OTHERS = Set.of(
            "agent",
            "assistant",
            "contact",
            "emergency",
            "fax",
            "manager",
            "next",
            "owner",
            "parent",
            "recipient",
            "referrer",
            "rep",
            "sales",
            "seller",
            "spouse",
            "support",
            "业务员",
            "团长",
            "收货",
            "收件",
            "紧急",
            "推荐",
            "经理",
            "ansprechpartner",
            "berater",
            "betreuer",
            "empfanger",
            "notfall",
            "telefax",
            "vermittler",
            "vertreter",
            "commercial",
            "conseiller",
            "destinataire",
            "urgence",
            "vendeur",
            "asesor",
            "comercial",
            "destinatario",
            "emergencia",
            "vendedor",
            "emergenza",
            "venditore",
            "ontvanger",
            "verkoper",
            "担当",
            "긴급",
            "담당",
            "менеджер",
            "получатель");

    private final String attribute;
    private final Pattern pattern;
    private final boolean identifier;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.copyOf
    private final Set<String> hints;

    ValueShape(String attribute, String pattern, boolean identifier, Set<String> hints) {
        this.attribute = attribute;
        this.pattern = Pattern.compile(pattern);
        this.identifier = identifier;
        this.hints = Set.copyOf(hints);
    }

    /**
     * The attribute that a column's values are, if nearly all of them have one shape.
     *
     * @param column its name
     * @param values those of its values that are not blank, repeated as they are
     */
    static Optional<String> attributeOf(String column, List<String> values) {
        if (values.size() < LEAST_VALUES || isOfSomebodyElse(column)) {
            return Optional.empty();
        }
        return Arrays.stream(values())
                .filter(shape -> shape.hints.isEmpty() || says(column, shape.hints))
                .filter(shape -> shape.fits(values))
                .map(shape -> shape.attribute)
                .findFirst();
    }

    private boolean fits(List<String> values) {
        long fitting = values.stream()
                .map(String::strip)
                .filter(pattern.asMatchPredicate())
                .count();
        boolean distinct = !identifier || new HashSet<>(values).size() >= LEAST_DISTINCT * values.size();
        return distinct && fitting >= LEAST_SHARE * values.size();
    }

    /** Whether a column's name speaks of somebody who is not the customer, such as a salesperson. */
    static boolean isOfSomebodyElse(String column) {
        return says(column, OTHERS);
    }

    /** Whether a name has one of the words; Chinese and Korean names are not divided into words. */
    private static boolean says(String column, Set<String> words) {
        Set<String> said = Arrays.stream(column.split("[^\\p{L}\\p{M}]+"))
                .map(FoldedName::of)
                .collect(Collectors.toSet());
        String whole = FoldedName.of(column);
        return words.stream().anyMatch(word -> said.contains(word) || (isUndivided(word) && whole.contains(word)));
    }

    private static boolean isUndivided(String word) {
        UnicodeScript script = UnicodeScript.of(word.codePointAt(0));
        return script == UnicodeScript.HAN || script == UnicodeScript.HANGUL;
    }
}
