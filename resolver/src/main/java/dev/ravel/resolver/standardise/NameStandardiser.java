package dev.ravel.resolver.standardise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of people: width, case, accents and script variants folded, other scripts transliterated to Latin, titles and
 * generation suffixes taken off, family and given name told apart. Understands {@code Given Middle Family}, {@code Family,
 * Given Middle}, names kept in parts, and Han names with one- and two-character family names.
 */
final class NameStandardiser {
    /** A Han text of more characters without a separator is a transliterated foreign name or no person's name. */
    private static final int MAX_HAN_NAME = 4;

    private static final Set<String> TITLES = Set.of(
            "mr",
            "mrs",
            "ms",
            "miss",
            "mx",
            "dr",
            "prof",
            "professor",
            "sir",
            "madam",
            "rev",
            "reverend",
            "hon",
            "lord",
            "lady",
            "dame",
            "capt",
            "captain",
            "col",
            "colonel",
            "lt",
            "lieutenant",
            "sgt",
            "adm",
            "admiral",
            "sheikh",
            "shaikh",
            "hrh",
            "herr",
            "frau",
            "monsieur",
            "mme",
            "mlle",
            "senor",
            "senora",
            "esq",
            "esquire",
            "obe",
            "mbe",
            "cbe",
            "kbe",
            "kcb",
            "frs",
            "phd",
            "md",
            "mba",
            "cpa",
            "dds");
    private static final Pattern ORDINAL = Pattern.compile("\\d{1,2}(?:st|nd|rd|th)");

    /** Titles that are given names too, and are kept where there is no other. */
    private static final Set<String> NAMES_TOO = Set.of("md", "hon");

    /** What divides the parts of foreign names in Han characters: the middle dots that keyboards know, and a full stop. */
    private static final String DOTS = "\u00b7\u2022\u2027\u2219\u22c5\u30fb.";

    /** Words of a style that stand before a name of at least two words. */
    private static final Set<String> STYLES = Set.of(
            "bishop",
            "archbishop",
            "cardinal",
            "venerable",
            "rt",
            "right",
            "most",
            "honourable",
            "honorable",
            "viscount",
            "viscountess",
            "marquess",
            "baroness",
            "countess",
            "the");

    /** What is left of a style where somebody took the last word of a full name for the family name. */
    private static final Set<String> NO_FAMILY = Set.of("baronet", "bart", "bt", "esq", "mp", "frs");

    private static final List<String> HAN_TITLES =
            List.of("先生", "女士", "小姐", "太太", "夫人", "老师", "经理", "总监", "主任", "老板", "博士", "教授", "同志", "师傅", "阿姨");
    private static final Map<String, Integer> GENERATIONS = Map.ofEntries(
            Map.entry("sr", 1),
            Map.entry("senior", 1),
            Map.entry("1st", 1),
            Map.entry("jr", 2),
            Map.entry("junior", 2),
            Map.entry("jnr", 2),
            Map.entry("snr", 1),
            Map.entry("ii", 2),
            Map.entry("2nd", 2),
            Map.entry("iii", 3),
            Map.entry("3rd", 3),
            Map.entry("iv", 4),
            Map.entry("4th", 4),
            Map.entry("5th", 5),
            Map.entry("6th", 6),
            Map.entry("7th", 7),
            Map.entry("vii", 7),
            Map.entry("8th", 8),
            Map.entry("viii", 8),
            Map.entry("9th", 9),
            Map.entry("ix", 9),
            Map.entry("xii", 12),
            Map.entry("xiii", 13),
            Map.entry("xiv", 14),
            Map.entry("xv", 15),
            Map.entry("xvi", 16));
    private static final Set<String> PARTICLES = Set.of(
            "de", "del", "della", "der", "den", "di", "da", "dos", "das", "du", "la", "le", "van", "von", "zu", "ter",
            "ten", "bin", "bint", "ibn", "ben", "al", "el", "abu", "san", "st", "mac", "mc", "o");
    private static final Set<String> COMPOUND_FAMILIES = Set.of(
            "欧阳", "司马", "诸葛", "上官", "夏侯", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "长孙", "宇文", "司徒", "端木", "轩辕", "南宫", "独孤",
            "呼延", "闻人", "澹台", "淳于", "单于", "公冶", "太史", "申屠", "公羊", "赫连", "鲜于", "闾丘", "拓跋", "百里", "东郭", "南门", "西门", "钟离",
            "万俟", "第五", "欧陽");

    /** With its name and what is known of it some hundred bytes a place. */
    private static final int REMEMBERED = 1 << 17;

    private final NameTokens tokens = new NameTokens();
    private final RememberedTexts<Optional<PersonName>> fullNames =
            new RememberedTexts<>(this::standardised, REMEMBERED);

    /** A full name in one text; empty if the text holds no name. */
    Optional<PersonName> ofFullName(String raw) {
        return fullNames.apply(raw);
    }

    private Optional<PersonName> standardised(String raw) {
        String folded = FoldedText.of(raw);
        if (FoldedText.hasHan(folded)) {
            Optional<PersonName> han = ofHan(folded);
            if (han.isPresent()) {
                return han;
            }
        }
        String name = Peerage.withoutStyle(folded);
        int comma = name.indexOf(',');
        if (comma > 0) {
            List<String> after = words(name.substring(comma + 1));
            if (!after.isEmpty() && !after.stream().allMatch(GENERATIONS::containsKey)) {
                return build(words(name.substring(0, comma)), after, true, "");
            }
        }
        List<String> words = words(name);
        while (words.size() > 2 && STYLES.contains(words.get(0))) {
            words.remove(0);
        }
        words.removeIf(word -> word.equals("of") && words.size() > 2);
        int family = familyStart(words);
        return build(words.subList(family, words.size()), words.subList(0, family), false, "");
    }

    /** A name kept in parts, each of which may be empty; empty if all are. */
    Optional<PersonName> ofParts(String rawGiven, String rawMiddle, String rawFamily) {
        String family = FoldedText.of(rawFamily);
        String given = FoldedText.of(rawGiven);
        String middle = FoldedText.of(rawMiddle);
        boolean isHan = FoldedText.hasHan(family) || FoldedText.hasHan(given);
        List<String> givenWords = isHan ? hanPart(given) : words(given);
        givenWords.addAll(words(middle));
        return build(isHan ? hanPart(family) : words(family), givenWords, true, isHan ? family + given + middle : "");
    }

    /**
     * One name that a record says twice, in one text and in parts: the parts tell the family name, and the text may have
     * further given names. Empty if they are two names, such as a maiden name beside the present one, or one in Han
     * characters beside its reading.
     */
    Optional<PersonName> ofBoth(PersonName full, PersonName parts) {
        List<String> said = words(full);
        List<String> known = words(parts);
        if (!full.han().isEmpty() && !full.han().equals(parts.han())) {
            return Optional.empty();
        }
        if (said.stream().allMatch(word -> isAmong(word, known))) {
            return Optional.of(parts);
        }
        if (parts.family().isEmpty() || parts.given().isEmpty() || !said.containsAll(known)) {
            return Optional.empty();
        }
        List<String> family = parts.family().stream().map(NameToken::text).toList();
        said.removeAll(family);
        int generation = Math.max(full.generation(), parts.generation());
        return Optional.of(new PersonName(
                parts.family(), tokens(said), parts.familyJoined(), joined(said), generation, true, parts.han()));
    }

    /** Whether parts look as if cut from a full name with a style, {@code Sir Edward May, 7th Baronet}, first and last word. */
    boolean areOfStyle(PersonName parts) {
        return parts.family().isEmpty()
                || parts.given().isEmpty()
                || parts.family().stream().allMatch(word -> NO_FAMILY.contains(word.text()))
                || parts.given().stream()
                        .allMatch(word -> ORDINAL.matcher(word.text()).matches());
    }

    /** The words of a name, given names first, as most texts have them. */
    private static List<String> words(PersonName name) {
        List<String> words = new ArrayList<>();
        name.given().forEach(word -> words.add(word.text()));
        name.family().forEach(word -> words.add(word.text()));
        return words;
    }

    /** Whether a word, or for an initial one that begins with it, is among the words. */
    private static boolean isAmong(String word, List<String> words) {
        return words.contains(word) || (word.length() == 1 && words.stream().anyMatch(other -> other.startsWith(word)));
    }

    private Optional<PersonName> ofHan(String folded) {
        Optional<PersonName> dotted = ofDotted(folded);
        if (dotted.isPresent()) {
            return dotted;
        }
        int bracket = folded.indexOf('(');
        String text = familyFirst(bracket > 0 ? folded.substring(0, bracket).strip() : folded);
        for (String title : HAN_TITLES) {
            if (text.length() > title.length() && text.endsWith(title)) {
                text = text.substring(0, text.length() - title.length());
            }
        }
        if (text.length() > MAX_HAN_NAME || !FoldedText.isAllHan(text)) {
            return Optional.empty();
        }
        int family = text.length() > 2 && COMPOUND_FAMILIES.contains(text.substring(0, 2)) ? 2 : 1;
        return build(hanPart(text.substring(0, family)), hanPart(text.substring(family)), true, text);
    }

    /**
     * A Han name without its blank, the family name first: of two parts the single character is the family's, wherever it
     * stands ({@code 小明 王}), unless a compound family name stands before it ({@code 欧阳 娜}).
     */
    private static String familyFirst(String name) {
        int blank = name.indexOf(' ');
        boolean given =
                blank > 1 && blank == name.length() - 2 && !COMPOUND_FAMILIES.contains(name.substring(0, blank));
        return given ? name.charAt(blank + 1) + name.substring(0, blank) : name.replace(" ", "");
    }

    /**
     * A name from another language in Han characters, its parts divided by a dot: {@code 约翰·史密斯}, {@code
     * 艾力·买买提}. The last part is the family's or the father's; each part reads as one word.
     */
    private Optional<PersonName> ofDotted(String folded) {
        List<List<String>> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= folded.length(); i++) {
            boolean divides = i == folded.length() || DOTS.indexOf(folded.charAt(i)) >= 0;
            if (divides) {
                String part = folded.substring(start, i).strip();
                if (part.isEmpty() || !part.chars().allMatch(c -> FoldedText.isHan((char) c))) {
                    return Optional.empty();
                }
                parts.add(hanPart(part));
                start = i + 1;
            }
        }
        if (parts.size() < 2) {
            return Optional.empty();
        }
        List<String> given = new ArrayList<>();
        parts.subList(0, parts.size() - 1).forEach(given::addAll);
        return build(parts.get(parts.size() - 1), given, false, "");
    }

    /** The reading of a part of a Han name as one word, as it is usually written in Latin letters. */
    private static List<String> hanPart(String part) {
        String reading = FoldedText.latin(part).replace(" ", "");
        return reading.isEmpty() ? new ArrayList<>() : new ArrayList<>(List.of(reading));
    }

    private Optional<PersonName> build(List<String> family, List<String> given, boolean partsKnown, String han) {
        List<String> familyWords = new ArrayList<>(family);
        List<String> givenWords = new ArrayList<>(given);
        familyWords.removeIf(word -> familyWords.size() > 1 && TITLES.contains(word));
        if (!givenWords.stream().allMatch(NAMES_TOO::contains)) {
            givenWords.removeIf(TITLES::contains);
        }
        int generation = Math.max(takeGeneration(familyWords, 1), takeGeneration(givenWords, 0));
        if (generation == 0
                && partsKnown
                && givenWords.size() > 1
                && last(givenWords).equals("i")) {
            givenWords.remove(givenWords.size() - 1);
            generation = 1;
        }
        if (familyWords.isEmpty() && givenWords.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PersonName(
                tokens(familyWords),
                tokens(givenWords),
                joined(familyWords),
                joined(givenWords),
                generation,
                partsKnown,
                han));
    }

    /** Takes a generation suffix off the end, if more than {@code keep} words are there; 0 if there is none. */
    private static int takeGeneration(List<String> words, int keep) {
        int generation = 0;
        while (words.size() > keep && GENERATIONS.containsKey(last(words))) {
            generation = GENERATIONS.getOrDefault(words.remove(words.size() - 1), 0);
        }
        return generation;
    }

    /** Where the family name starts in {@code Given Middle Family}: its last word, particles before it included. */
    private static int familyStart(List<String> words) {
        int end = words.size();
        while (end > 1 && (GENERATIONS.containsKey(words.get(end - 1)) || TITLES.contains(words.get(end - 1)))) {
            end--;
        }
        int start = Math.max(0, end - 1);
        while (start > 1 && PARTICLES.contains(words.get(start - 1))) {
            start--;
        }
        return start;
    }

    private List<NameToken> tokens(List<String> words) {
        List<NameToken> found = new ArrayList<>(words.size());
        for (String word : words) {
            found.add(tokens.of(word));
        }
        return found;
    }

    private @org.jspecify.annotations.Nullable NameToken joined(List<String> words) {
        return words.isEmpty() ? null : tokens.of(String.join("", words));
    }

    /** The words of a name in Latin letters; an apostrophe joins ({@code o'hare}), other marks divide. */
    static List<String> words(String folded) {
        if (folded.isEmpty()) {
            return new ArrayList<>();
        }
        String latin = FoldedText.latin(folded);
        StringBuilder kept = new StringBuilder(latin.length());
        for (int i = 0; i < latin.length(); i++) {
            char c = latin.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                kept.append(c);
            } else if (c != '\'' && c != '`' && c != '\u2019' && c != '\u02bc' && c != '\u02b9') {
                kept.append(' ');
            }
        }
        List<String> words = new ArrayList<>(Arrays.asList(kept.toString().split(" ")));
        words.removeIf(String::isEmpty);
        return words;
    }

    /** Whether a word stands before many names and says little alone. */
    static boolean isParticle(String word) {
        return PARTICLES.contains(word);
    }

    private static String last(List<String> words) {
        return words.get(words.size() - 1);
    }
}
