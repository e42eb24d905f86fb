package dev.ravel.bench.strings;

import dev.ravel.resolver.comparison.EditDistance;
import dev.ravel.resolver.comparison.JaroWinkler;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * A string comparison of the resolver, the nearest function of Apache Commons Text, and what the textbook says. Each has a
 * loop of its own over all pairs, so that the compiler sees one call and not a choice among several.
 */
enum Kernel {
    /** The similarity of Jaro and Winkler. Commons Text does not floor half-transpositions, so answers differ. */
    JARO_WINKLER("Jaro-Winkler", "JaroWinklerSimilarity") {
        @Override
        double ours(String[] a, String[] b) {
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += JaroWinkler.similarity(a[i], b[i]);
            }
            return sum;
        }

        @Override
        double peer(String[] a, String[] b) {
            JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += similarity.apply(a[i], b[i]);
            }
            return sum;
        }

        @Override
        boolean isRight(String a, String b) {
            return JaroWinkler.similarity(a, b) == Textbook.jaroWinkler(a, b);
        }
    },
    /** Levenshtein's distance. */
    LEVENSHTEIN("Levenshtein", "LevenshteinDistance") {
        @Override
        double ours(String[] a, String[] b) {
            long sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += EditDistance.levenshtein(a[i], b[i]);
            }
            return (double) sum;
        }

        @Override
        double peer(String[] a, String[] b) {
            LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
            long sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += distance.apply(a[i], b[i]);
            }
            return (double) sum;
        }

        @Override
        boolean isRight(String a, String b) {
            return EditDistance.levenshtein(a, b) == Textbook.levenshtein(a, b);
        }
    },
    /**
     * The optimal string alignment distance, which is the restricted distance of Damerau and Levenshtein. Nearest to it,
     * in the version that comes with Flink, is the distance without swaps, which is less work.
     */
    ALIGNMENT("OSA", "LevenshteinDistance") {
        @Override
        double ours(String[] a, String[] b) {
            long sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += EditDistance.alignment(a[i], b[i]);
            }
            return (double) sum;
        }

        @Override
        double peer(String[] a, String[] b) {
            LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
            long sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += distance.apply(a[i], b[i]);
            }
            return (double) sum;
        }

        @Override
        boolean isRight(String a, String b) {
            return EditDistance.alignment(a, b) == Textbook.alignment(a, b);
        }
    };

    private final String label;
    private final String peer;

    Kernel(String label, String peer) {
        this.label = label;
        this.peer = "Commons Text " + peer;
    }

    /** What the comparison is called. */
    String label() {
        return label;
    }

    /** The function that it is measured beside. */
    String peer() {
        return peer;
    }

    /** The sum over pairs, by the resolver. */
    abstract double ours(String[] a, String[] b);

    /** The sum over pairs, by Commons Text. */
    abstract double peer(String[] a, String[] b);

    /** Whether the resolver and the textbook agree, to the last bit. */
    abstract boolean isRight(String a, String b);
}
