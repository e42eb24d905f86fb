package dev.ravel.ingest.infer;

import dev.ravel.ingest.infer.ColumnVocabulary.Sense;
import dev.ravel.model.record.AttributeName;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the names of one file's columns mean, in the languages of {@link ColumnVocabulary}. A name that is not certain
 * counts if another column of the file is of its language.
 */
final class ColumnNames {
    static final String RECORD_ID = "@recordId";
    static final String UPDATED = "@updated";
    static final String CREATED = "@created";
    static final String RECORD_TYPE = "@recordType";
    static final String DELETED = "@deleted";

    static final String COUNTRY = "@country";

    /** The day of birth of an organisation. */
    static final String FOUNDED = "@founded";

    /** A number in a register of organisations. */
    static final String REGISTER_NUMBER = "@registerNumber";

    static final String STREET = "@street";
    static final String SECOND_FAMILY_NAME = "@secondFamilyName";
    static final String LATITUDE = "@latitude";
    static final String LONGITUDE = "@longitude";

    /** A column of the year of birth, and one that does not say of what. */
    static final List<String> YEARS = List.of("@birthYear", "@year");

    static final List<String> MONTHS = List.of("@birthMonth", "@month");
    static final List<String> DAYS = List.of("@birthDay", "@day");

    /** Parts of an address, in the order in which they are composed. */
    static final List<String> ADDRESS_PARTS = List.of(
            "@houseNumber",
            STREET,
            "@numberAfterStreet",
            "@addressLine",
            "@province",
            AttributeName.CITY,
            "@district",
            "@county",
            "@state",
            AttributeName.POSTCODE,
            COUNTRY);

    /** The attributes whose value is the number of a document that somebody gave out. */
    static final Set<String> DOCUMENTS = Set.of(
            AttributeName.NATIONAL_ID,
            AttributeName.PASSPORT,
            AttributeName.DRIVERS_LICENCE,
            AttributeName.TAX_ID,
            AttributeName.BUSINESS_LICENCE);

    /** What stands before or after a latitude's or a longitude's name to say its datum → how a value says it. */
    static final Map<String, String> DATUMS = datums();

    private static final ColumnVocabulary VOCABULARY = ColumnVocabulary.shipped();

    /** A full name, or beside a given name of the same language the family name. */
    private static final String NAME_OR_FAMILY = AttributeName.NAME + '/' + AttributeName.FAMILY_NAME;

    private static final String NAME_OR_GIVEN = AttributeName.NAME + '/' + AttributeName.GIVEN_NAME;

    /** A word for the customer, which the name of the column goes on behind. */
    private static final Pattern CUSTOMER = Pattern.compile(
            "(?:(?i:customer|client|contact|user|cust|member)[\\p{Z}\\s_.-]+|(?:customer|client|contact|user|cust|member)(?=\\p{Lu}))");

    /** What stands between two names of one column. */
    private static final Pattern OR = Pattern.compile("或者?|(?<=[\\p{Z}\\s_.-])(?i:or)(?=[\\p{Z}\\s_.-])");

    /** What is said of a record, and with a customer before it often of something else: a type of client, their number. */
    private static final Set<String> OF_RECORDS = Set.of(RECORD_ID, RECORD_TYPE, UPDATED, CREATED, DELETED);

    private static final Pattern ID =
            Pattern.compile("(?:^|[^\\p{L}]|(?!\\p{IsLatin})\\p{L})(?i:id)$|[\\p{Ll}\\p{N}]I[dD]$");

    private final List<String> columns;
    private final Set<String> languages = new TreeSet<>();

    ColumnNames(List<String> columns) {
        this.columns = columns;
        for (String column : columns) {
            List<Sense> senses = VOCABULARY.senses(normalised(column));
            if (senses.stream().noneMatch(sense -> sense.language().equals(ColumnVocabulary.ENGLISH))) {
                senses.stream().filter(Sense::certain).map(Sense::language).forEach(languages::add);
            }
        }
    }

    /** A folded name, without words for whose it is, see {@link QualifiedName}, and Senzing's usage words before it. */
    static String normalised(String column) {
        String plain = FoldedName.of(column);
        if (VOCABULARY.senses(plain).isEmpty()) {
            Optional<String> bare = QualifiedName.without(column, ColumnNames::isOfSomebody);
            if (bare.isPresent()) {
                return bare.get();
            }
        }
        for (String usage : List.of("primary", "secondary", "native")) {
            if (plain.startsWith(usage) && plain.length() > usage.length()) {
                return plain.substring(usage.length());
            }
        }
        return VOCABULARY.senses(plain).isEmpty()
                ? ofWhom(column).or(() -> alternative(column)).orElse(plain)
                : plain;
    }

    /** {@code 昵称或姓名}, nickname or name: the one of two alternatives that says something; empty if both or neither do. */
    private static Optional<String> alternative(String column) {
        List<String> known = OR.splitAsStream(column)
                .map(FoldedName::of)
                .filter(ColumnNames::isOfSomebody)
                .toList();
        return known.size() == 1 && OR.matcher(column).find() ? Optional.of(known.get(0)) : Optional.empty();
    }

    /** {@code cust_email} is an e-mail address: what follows a word for the customer, if it says something of a customer. */
    private static Optional<String> ofWhom(String column) {
        Matcher prefix = CUSTOMER.matcher(column);
        if (!prefix.lookingAt()) {
            return Optional.empty();
        }
        String rest = FoldedName.of(column.substring(prefix.end()));
        return Optional.of(rest).filter(ColumnNames::isOfSomebody);
    }

    /** Whether a folded name says in a file of any language something of a customer, and not of their record. */
    private static boolean isOfSomebody(String name) {
        return VOCABULARY.senses(name).stream()
                .anyMatch(sense -> sense.certain() && !OF_RECORDS.contains(sense.meaning()));
    }

    /** Whether a name ends in the word "id", which is no part of another word: {@code crm_id} and {@code crmId}, not {@code paid}. */
    static boolean endsInId(String column) {
        return ID.matcher(column.strip()).find();
    }

    /** The names of a column that says who gave out the document whose number is in this column. */
    static List<String> issuersOf(String column) {
        String document = normalised(column).replaceFirst("(number|no|num)$", "");
        return Stream.of("country", "issuingcountry", "countrycode", "state", "issuer")
                .map(document::concat)
                .toList();
    }

    /** Whether an attribute has a meaning. */
    static boolean isMeant(String attribute) {
        return attribute.equals(AttributeName.ACCOUNT)
                || (!attribute.startsWith("@") && VOCABULARY.meanings().contains(attribute));
    }

    /** Whether a name means something in some language. */
    static boolean isWord(String column) {
        return !VOCABULARY.senses(normalised(column)).isEmpty();
    }

    /** The attribute that a column is by its name. */
    Optional<String> attributeOf(String column) {
        return senses(column)
                .filter(sense -> !sense.meaning().startsWith("@"))
                .findFirst()
                .map(sense -> attributeOf(column, sense.meaning()));
    }

    /** The first column of this meaning. */
    Optional<String> first(String meaning) {
        return all(meaning).findFirst();
    }

    /** The columns of this meaning, one a name, in the order of the vocabulary. */
    Stream<String> all(String meaning) {
        return VOCABULARY.names(meaning).stream().flatMap(name -> columns.stream()
                .filter(column -> normalised(column).equals(name))
                .filter(column ->
                        senses(column).anyMatch(sense -> sense.meaning().equals(meaning)))
                .limit(1));
    }

    /** The first column that has one of these folded names, in their order. */
    Optional<String> named(Collection<String> names) {
        return names.stream()
                .flatMap(name ->
                        columns.stream().filter(column -> normalised(column).equals(name)))
                .findFirst();
    }

    /** The first column of a latitude or longitude that says this datum. */
    Optional<String> ofDatum(String word, String meaning) {
        return named(VOCABULARY.names(meaning).stream()
                .flatMap(name -> Stream.of(word + name, name + word))
                .distinct()
                .toList());
    }

    private Stream<Sense> senses(String column) {
        return VOCABULARY.senses(normalised(column)).stream()
                .filter(sense -> sense.certain() || languages.contains(sense.language()));
    }

    /** {@code Name} beside {@code Vorname} is the family name, {@code nombre} beside {@code apellidos} the given name. */
    private String attributeOf(String column, String meaning) {
        if (isBeside(column, NAME_OR_FAMILY, AttributeName.GIVEN_NAME, AttributeName.FAMILY_NAME)) {
            return AttributeName.FAMILY_NAME;
        }
        if (isBeside(column, NAME_OR_GIVEN, AttributeName.FAMILY_NAME, AttributeName.GIVEN_NAME)) {
            return AttributeName.GIVEN_NAME;
        }
        return meaning.startsWith(AttributeName.NAME + '/') ? AttributeName.NAME : meaning;
    }

    /** Whether a name that may be a part stands beside the other part in its language, and no column is the part itself. */
    private boolean isBeside(String column, String meaning, String other, String part) {
        return senses(column)
                .filter(sense -> sense.meaning().equals(meaning))
                .anyMatch(sense -> columns.stream()
                                .flatMap(this::senses)
                                .anyMatch(beside -> beside.language().equals(sense.language())
                                        && beside.meaning().equals(other))
                        && first(part).isEmpty());
    }

    private static Map<String, String> datums() {
        Map<String, String> datums = new LinkedHashMap<>();
        datums.put("", "");
        for (String word : List.of("wgs84", "wgs", "gps")) {
            datums.put(word, "");
        }
        for (String word : List.of("gcj02", "gcj", "amap", "gaode", "tencent", "wechat", "高德", "腾讯", "火星")) {
            datums.put(word, "gcj02:");
        }
        for (String word : List.of("bd09", "bd", "baidu", "百度")) {
            datums.put(word, "bd09:");
        }
        return Collections.unmodifiableMap(datums);
    }
}
