package dev.ravel.resolver.standardise;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of companies, shops and outlets: folded, legal forms of several languages dropped, the branch that Chinese outlets
 * carry in brackets told apart ({@code 华润万家（天河区店）}), other scripts transliterated.
 */
final class OrganizationNameStandardiser {
    private static final Pattern BRACKETS = Pattern.compile("[(\\[【〔]([^)\\]】〕]*)[)\\]】〕]");
    private static final Pattern HAN_BRANCH = Pattern.compile("(?<=.{2})([^\\s]{2,8}(?:分店|分公司|门店|店))$");
    private static final String HEAD_OFFICE = "总店";
    private static final Set<String> ARTICLES =
            Set.of("the", "a", "an", "of", "and", "et", "und", "y", "de", "la", "le");

    private static final int REMEMBERED = 1 << 14;

    private final LegalForms forms = LegalForms.shipped();
    private final Map<String, String> numbers = new HashMap<>();
    private final NameTokens tokens = new NameTokens();
    private final RememberedTexts<Optional<OrganizationName>> names =
            new RememberedTexts<>(this::standardised, REMEMBERED);

    OrganizationNameStandardiser() {
        for (String line : WordList.lines("number-words.txt")) {
            int equals = line.indexOf('=');
            numbers.put(
                    line.substring(equals + 1).strip(),
                    line.substring(0, equals).strip());
        }
    }

    /** The name in its comparable form; empty if the text holds no name. */
    Optional<OrganizationName> standardise(String raw) {
        return names.apply(raw);
    }

    private Optional<OrganizationName> standardised(String raw) {
        String text = FoldedText.of(raw);
        String branch = "";
        if (text.indexOf('(') >= 0 || text.indexOf('[') >= 0 || text.indexOf('【') >= 0 || text.indexOf('〔') >= 0) {
            Matcher brackets = BRACKETS.matcher(text);
            while (brackets.find()) {
                branch = branch.isEmpty() ? branchName(brackets.group(1)) : branch;
            }
            String outside = BRACKETS.matcher(text).replaceAll(" ");
            text = outside.isBlank() ? text : outside.strip();
        }
        if (FoldedText.hasHan(text)) {
            text = forms.withoutHan(text);
            Matcher atEnd = HAN_BRANCH.matcher(text);
            if (branch.isEmpty() && text.indexOf(' ') > 0 && atEnd.find()) {
                branch = branchName(atEnd.group(1));
                text = text.substring(0, atEnd.start()).strip();
            }
            if (branch.isEmpty() && text.length() > HEAD_OFFICE.length() + 1 && text.endsWith(HEAD_OFFICE)) {
                branch = HEAD_OFFICE;
                text = text.substring(0, text.length() - HEAD_OFFICE.length());
            }
        }
        String han = FoldedText.isAllHan(text) ? text : "";
        List<String> words = NameStandardiser.words(LegalForms.dotless(text));
        words.replaceAll(word -> numbers.getOrDefault(word, word));
        List<String> core = forms.withoutPhrases(words);
        core.removeIf(word -> forms.has(word) || ARTICLES.contains(word));
        if (core.isEmpty()) {
            core = words;
        }
        if (core.isEmpty()) {
            return Optional.empty();
        }
        List<NameToken> distinct =
                core.stream().distinct().sorted().map(tokens::of).toList();
        return Optional.of(new OrganizationName(String.join(" ", core), distinct, han, branch));
    }

    private static String branchName(String text) {
        String name = text.strip();
        return name.endsWith("店") && !name.endsWith("分店") && name.length() > 1
                ? name.substring(0, name.length() - 1)
                : name;
    }
}
