package dev.ravel.bench.peers;

import dev.ravel.bench.measure.Scores;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The pairs that a peer thinks are one, each with how sure it is, and what they make of the records at the threshold that
 * gives the best F1. Knowing the truth, this is more than anyone could have chosen.
 */
final class ScoredLinks {
    private static final double[] THRESHOLDS = {
        .1, .2, .3, .4, .5, .6, .7, .75, .8, .85, .9, .95, .97, .99, .995, .999, .9999
    };

    private final List<String> left = new ArrayList<>();
    private final List<String> right = new ArrayList<>();
    private final List<Double> score = new ArrayList<>();

    /** Reads {@code left,right,score} without a header; ids need no quotes. */
    static ScoredLinks read(Path csv) throws IOException {
        ScoredLinks links = new ScoredLinks();
        try (BufferedReader lines = Files.newBufferedReader(csv)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] values = line.split(",");
                links.left.add(values[0]);
                links.right.add(values[1]);
                links.score.add(Double.parseDouble(values[2]));
            }
        }
        return links;
    }

    /** The threshold with the best pairwise F1, the lowest of several. */
    double bestThreshold(Map<String, String> truth) {
        double best = THRESHOLDS[0];
        double bestF1 = -1;
        for (double threshold : THRESHOLDS) {
            double f1 = Scores.f1(truth, components(truth, threshold));
            if (f1 > bestF1) {
                best = threshold;
                bestF1 = f1;
            }
        }
        return best;
    }

    /** The component of each record of the truth, links at or above a threshold taken. */
    Map<String, String> components(Map<String, String> truth, double threshold) {
        Map<String, String> parent = new HashMap<>();
        truth.keySet().forEach(record -> parent.put(record, record));
        for (int i = 0; i < left.size(); i++) {
            if (score.get(i) >= threshold) {
                parent.put(root(parent, left.get(i)), root(parent, right.get(i)));
            }
        }
        Map<String, String> component = new HashMap<>();
        truth.keySet().forEach(record -> component.put(record, root(parent, record)));
        return component;
    }

    private static String root(Map<String, String> parent, String record) {
        String at = record;
        String next = parent.getOrDefault(at, at);
        while (!next.equals(at)) {
            at = next;
            next = parent.getOrDefault(at, at);
        }
        return at;
    }
}
