package dev.ravel.resolver.comparison;

import dev.ravel.resolver.standardise.OrganizationName;

/**
 * What two names of Chinese outlets say about their branches, in brackets ({@code 家乐福（天河店）}) or not ({@code 家乐福天河店}): behind
 * a beginning that both have, one place or two.
 */
enum Branches {
    /** Only one says its branch, or neither. */
    UNKNOWN,
    /** The same branch, written in two ways. */
    SAME,
    /** Two branches. */
    OTHER;

    private static final char SHOP = '店';

    /** What may stand before {@link #SHOP} and says nothing of the place. */
    private static final String KINDS = "分门";

    /** What may end the name of a place or be left out. */
    private static final String RANKS = "区县市路街镇";

    /** The least characters of a beginning in common, and of the name of a place. */
    private static final int LEAST = 2;

    static Branches of(OrganizationName a, OrganizationName b) {
        String branchA = a.branch();
        String branchB = b.branch();
        if (!branchA.isEmpty() && !branchB.isEmpty()) {
            return samePlace(branchA, 0, end(branchA), branchB, 0, end(branchB)) ? UNKNOWN : OTHER;
        }
        if (a.han().isEmpty() || b.han().isEmpty()) {
            return UNKNOWN;
        }
        if (!branchA.isEmpty()) {
            return beside(a, b.han());
        }
        return branchB.isEmpty() ? inNames(a.han(), b.han()) : beside(b, a.han());
    }

    /** A name with its branch apart beside one that may have it at its end. */
    private static Branches beside(OrganizationName apart, String whole) {
        int from = apart.han().length();
        if (from < LEAST || !whole.startsWith(apart.han()) || !namesShop(whole, from)) {
            return UNKNOWN;
        }
        String branch = apart.branch();
        return samePlace(branch, 0, end(branch), whole, from, end(whole)) ? SAME : OTHER;
    }

    /** Two names that may have their branches at their ends: what is behind the common beginning, if it is not a slip. */
    private static Branches inNames(String a, String b) {
        int from = 0;
        while (from < a.length() && from < b.length() && a.charAt(from) == b.charAt(from)) {
            from++;
        }
        if (from < LEAST || !namesShop(a, from) || !namesShop(b, from)) {
            return UNKNOWN;
        }
        for (int i = from; i < end(a); i++) {
            int shared = b.indexOf(a.charAt(i), from);
            if (shared >= 0 && shared < end(b)) {
                return UNKNOWN;
            }
        }
        return OTHER;
    }

    private static boolean namesShop(String text, int from) {
        return !text.isEmpty() && text.charAt(text.length() - 1) == SHOP && end(text) - from >= LEAST;
    }

    /** Where the name of the place ends. */
    private static int end(String text) {
        int end = text.length();
        if (end > 0 && text.charAt(end - 1) == SHOP) {
            end--;
            if (end > LEAST && KINDS.indexOf(text.charAt(end - 1)) >= 0) {
                end--;
            }
        }
        if (end > LEAST && RANKS.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static boolean samePlace(String a, int fromA, int endA, String b, int fromB, int endB) {
        int length = endA - fromA;
        return length == endB - fromB && a.regionMatches(fromA, b, fromB, length);
    }
}
