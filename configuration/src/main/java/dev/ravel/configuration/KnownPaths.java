package dev.ravel.configuration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which paths a configuration may have, by {@link ConfigurationKey}. */
final class KnownPaths {
    private static final List<List<String>> PATTERNS = Stream.of(ConfigurationKey.values())
            .map(key -> List.of(key.path().split("\\.")))
            .toList();

    private static final int MAX_SUGGESTED_DISTANCE = 3;

    private KnownPaths() {}

    static boolean isLeaf(List<String> path) {
        return PATTERNS.stream().anyMatch(pattern -> pattern.size() == path.size() && startsWith(pattern, path));
    }

    static boolean isSection(List<String> path) {
        return PATTERNS.stream().anyMatch(pattern -> pattern.size() > path.size() && startsWith(pattern, path));
    }

    static boolean fits(String pattern, List<String> path) {
        List<String> parts = List.of(pattern.split("\\."));
        return parts.size() == path.size() && startsWith(parts, path);
    }

    /** The key that was probably meant, as the end of a sentence; empty if none is near. */
    static String suggestion(List<String> path) {
        List<String> parent = path.subList(0, path.size() - 1);
        String given = path.get(path.size() - 1);
        List<String> siblings = new ArrayList<>();
        for (List<String> pattern : PATTERNS) {
            if (pattern.size() >= path.size() && startsWith(pattern, parent)) {
                siblings.add(pattern.get(path.size() - 1));
            }
        }
        Optional<String> nearest = siblings.stream()
                .distinct()
                .filter(name -> distance(name, given) <= MAX_SUGGESTED_DISTANCE)
                .min(Comparator.comparingInt(name -> distance(name, given)));
        return nearest.map(name -> "; did you mean " + name + "?")
                .orElseGet(() -> "; known here: "
                        + String.join(", ", siblings.stream().distinct().toList()));
    }

    private static boolean startsWith(List<String> pattern, List<String> path) {
        for (int i = 0; i < path.size(); i++) {
            String part = pattern.get(i);
            if (!part.equals("*") && !part.equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Levenshtein's distance, case ignored; both are short. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
                int replaced = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
