package dev.ravel.resolver.standardise;

import java.util.List;

/**
 * An organisation's name in its comparable form.
 *
 * @param core the words without legal form and branch, in order, joined by blanks; never empty
 * @param words the distinct words of the core, ascending
 * @param han the name in Han characters without legal form and branch, empty if it has others; a branch without brackets
 *     is still in it ({@code 家乐福天河店})
 * @param branch what tells this outlet from its siblings ({@code 天河区店}, {@code no 12}); empty if not said
 */
public record OrganizationName(String core, List<NameToken> words, String han, String branch) {
    public OrganizationName {
        words = List.copyOf(words);
    }
}
