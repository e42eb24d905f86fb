package dev.ravel.resolver.standardise;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which given names are forms of one another. Each line of {@code nicknames.txt} is a group: a formal name, its spelling
 * variants and its short forms. A word may be in several groups ({@code pat}: Patrick, Patricia); two words are forms of
 * one name if they share a group, which is not transitive.
 */
final class Nicknames {
    private static final int[] NONE = {};

    private final Map<String, int[]> groupsByName;

    private Nicknames(Map<String, int[]> groupsByName) {
        this.groupsByName = groupsByName;
    }

    static Nicknames shipped() {
        List<String> lines = WordList.lines("nicknames.txt");
        Map<String, int[]> groups = new HashMap<>();
        for (int group = 0; group < lines.size(); group++) {
            int[] one = {group};
            for (String name : lines.get(group).split("\\s+")) {
                groups.merge(name, one, (known, added) -> IntStream.concat(IntStream.of(known), IntStream.of(added))
                        .distinct()
                        .toArray());
            }
        }
        return new Nicknames(groups);
    }

    /** The groups that a word belongs to; empty if none. */
    int[] groups(String name) {
        return groupsByName.getOrDefault(name, NONE);
    }
}
