package dev.ravel.resolver.standardise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The words that say which legal form an organisation has and not which it is, in several languages, from {@code
 * legal-forms.txt}: {@code GmbH}, {@code S.p.A.}, {@code ПАО}, {@code 有限公司}.
 */
public final class LegalForms {
    /** These stand before the name as often as behind it. */
    private static final Set<String> JAPANESE = Set.of("株式会社", "有限会社", "合同会社");

    /** Forms that no person has as a name, wherever they stand in a text. */
    private static final Set<String> NOBODYS_NAME = Set.of(
            "llc",
            "ltd",
            "limited",
            "inc",
            "incorporated",
            "corp",
            "corporation",
            "company",
            "gmbh",
            "plc",
            "llp",
            "holding",
            "holdings",
            "group",
            "jsc",
            "pjsc",
            "ojsc",
            "cjsc",
            "ooo",
            "oao",
            "zao",
            "pao",
            "sarl",
            "srl",
            "fze",
            "fzco");

    /** Forms that stand before a name in quotation marks. */
    private static final Set<String> BEFORE = Set.of("ao", "tov", "too", "nao", "gup", "fgup", "mup");

    private static final String QUOTES = "\"'\u00ab\u201c\u201e";

    private static final LegalForms SHIPPED = new LegalForms();

    private final Set<String> words = new HashSet<>();
    private final List<List<String>> phrases = new ArrayList<>();
    private final List<String> han = new ArrayList<>();

    private LegalForms() {
        for (String form : WordList.lines("legal-forms.txt")) {
            if (FoldedText.hasHan(form)) {
                han.add(form);
            } else if (form.indexOf(' ') > 0) {
                phrases.add(List.of(form.split(" ")));
            } else {
                words.add(form);
            }
        }
        han.sort(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        phrases.sort(Comparator.<List<String>>comparingInt(List::size).reversed());
    }

    static LegalForms shipped() {
        return SHIPPED;
    }

    /** Whether a text names an organisation rather than a person, judged by legal forms only. */
    public static boolean areIn(String raw) {
        return SHIPPED.isFormal(raw);
    }

    private boolean isFormal(String raw) {
        String text = FoldedText.of(raw);
        if (FoldedText.hasHan(text)) {
            return !withoutHan(text).equals(text) || text.endsWith("店");
        }
        List<String> said = NameStandardiser.words(dotless(text));
        return said.size() > 1
                && (words.contains(said.get(said.size() - 1))
                        || (BEFORE.contains(said.get(0)) && isQuotedBehind(text))
                        || said.stream().anyMatch(NOBODYS_NAME::contains)
                        || phrases.stream().anyMatch(phrase -> Collections.indexOfSubList(said, phrase) >= 0));
    }

    private static boolean isQuotedBehind(String text) {
        int blank = text.indexOf(' ');
        return blank > 0 && QUOTES.indexOf(text.charAt(blank + 1)) >= 0;
    }

    /** Whether a folded word is a legal form. */
    boolean has(String word) {
        return words.contains(word);
    }

    /** The words of a name without the forms of several words. */
    List<String> withoutPhrases(List<String> name) {
        List<String> core = new ArrayList<>(name);
        for (List<String> phrase : phrases) {
            int at = core.size() > phrase.size() ? Collections.indexOfSubList(core, phrase) : -1;
            if (at >= 0) {
                core.subList(at, at + phrase.size()).clear();
            }
        }
        return core;
    }

    /** A name in Han characters without its form. */
    String withoutHan(String text) {
        for (String form : han) {
            if (text.length() > form.length() && text.endsWith(form)) {
                return text.substring(0, text.length() - form.length());
            }
            if (text.length() > form.length() && JAPANESE.contains(form) && text.startsWith(form)) {
                return text.substring(form.length());
            }
        }
        return text;
    }

    /** {@code l.l.c.} as {@code llc}. */
    static String dotless(String text) {
        return text.indexOf('.') < 0 ? text : text.replace(".", "");
    }
}
