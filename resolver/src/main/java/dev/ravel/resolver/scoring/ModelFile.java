package dev.ravel.resolver.scoring;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ravel.resolver.comparison.Comparison;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads and checks the JSON of a model file: {@code name}, {@code version}, {@code description}, {@code
 * priorProbability}, {@code comparisons} with {@code m} and {@code u} for each level, and {@code frequencies} of terms.
 * Finds all problems before it fails.
 */
final class ModelFile {
    private static final ObjectMapper JSON = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    private static final Set<String> FIELDS =
            Set.of("name", "version", "description", "priorProbability", "comparisons", "frequencies");
    private static final Set<Comparison> WITH_FREQUENCIES = Set.of(Comparison.FAMILY_NAME, Comparison.GIVEN_NAME);
    /** The probabilities of one comparison's levels may exceed one by this much, for rounding. */
    private static final double SUM_TOLERANCE = 0.01;

    private final List<String> problems = new ArrayList<>();
    private final StringBuilder canonical = new StringBuilder("model/1\n");

    private ModelFile() {}

    /**
     * The model in a text.
     *
     * @param from where the text comes from, for the message
     * @throws ResolutionException with {@code INVALID_INPUT} and every problem that was found
     */
    static MatchModel parse(String json, String from) {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new ResolutionException(
                    ErrorCode.INVALID_INPUT, "the model file " + from + " is not JSON: " + e.getMessage(), e);
        }
        ModelFile file = new ModelFile();
        MatchModel model = file.model(root);
        if (!file.problems.isEmpty()) {
            throw new ResolutionException(
                    ErrorCode.INVALID_INPUT,
                    "the model file " + from + " has " + file.problems.size() + " problems:\n  "
                            + String.join("\n  ", file.problems));
        }
        return model;
    }

    private MatchModel model(JsonNode root) {
        unknownFields(root, FIELDS, "");
        String name = text(root, "name");
        String version = text(root, "version");
        double lambda = probability(root.path("priorProbability"), "priorProbability");
        write("priorProbability", lambda);
        JsonNode comparisons = root.path("comparisons");
        unknownFields(
                comparisons,
                Stream.of(Comparison.values()).map(Comparison::label).collect(Collectors.toSet()),
                "comparisons.");
        double[][] weights = new double[Comparison.values().length][];
        for (Comparison comparison : Comparison.values()) {
            weights[comparison.index()] = levels(comparison, comparisons.path(comparison.label()));
        }
        Map<Comparison, SortedMap<String, Double>> adjustments = frequencies(root.path("frequencies"), comparisons);
        return new MatchModel(name, version, log2(lambda / (1 - lambda)), weights, adjustments, digest());
    }

    private double[] levels(Comparison comparison, JsonNode node) {
        String where = "comparisons." + comparison.label();
        unknownFields(node, Set.copyOf(comparison.levels()), where + ".");
        double[] weights = new double[comparison.levels().size() + 1];
        double sumOfM = 0;
        double sumOfU = 0;
        for (int i = 0; i < comparison.levels().size(); i++) {
            String level = comparison.levels().get(i);
            double m = probability(node.path(level).path("m"), where + "." + level + ".m");
            double u = probability(node.path(level).path("u"), where + "." + level + ".u");
            write(where + "." + level, m, u);
            sumOfM += m;
            sumOfU += u;
            weights[i + 1] = log2(m / u);
        }
        if (sumOfM > 1 + SUM_TOLERANCE || sumOfU > 1 + SUM_TOLERANCE) {
            problems.add(where + ": the levels' m add up to " + sumOfM + " and their u to " + sumOfU
                    + ", neither may exceed 1");
        }
        return weights;
    }

    private Map<Comparison, SortedMap<String, Double>> frequencies(JsonNode node, JsonNode comparisons) {
        unknownFields(
                node, WITH_FREQUENCIES.stream().map(Comparison::label).collect(Collectors.toSet()), "frequencies.");
        Map<Comparison, SortedMap<String, Double>> adjustments = new EnumMap<>(Comparison.class);
        for (Comparison comparison : WITH_FREQUENCIES.stream().sorted().toList()) {
            double average =
                    comparisons.path(comparison.label()).path("exact").path("u").asDouble(Double.NaN);
            SortedMap<String, Double> terms = new TreeMap<>();
            node.path(comparison.label()).properties().forEach(term -> {
                String where = "frequencies." + comparison.label() + "." + term.getKey();
                double frequency = probability(term.getValue(), where);
                terms.put(term.getKey(), log2(average / frequency));
                write(where, frequency);
            });
            adjustments.put(comparison, terms);
        }
        return adjustments;
    }

    private void unknownFields(JsonNode node, Set<String> known, String prefix) {
        node.fieldNames().forEachRemaining(field -> {
            if (!known.contains(field)) {
                problems.add(prefix + field + ": no such field; known are "
                        + known.stream().sorted().collect(Collectors.joining(", ")));
            }
        });
    }

    private String text(JsonNode root, String field) {
        String value = root.path(field).asText("");
        if (value.isBlank()) {
            problems.add(field + ": missing");
        }
        canonical.append(field).append('=').append(value).append('\n');
        return value;
    }

    /** A probability in the open interval (0, 1); something harmless if it is none, after saying so. */
    private double probability(JsonNode node, String where) {
        double value = node.asDouble(Double.NaN);
        if (!node.isNumber() || !(value > 0 && value < 1)) {
            problems.add(where + ": must be a number above 0 and below 1"
                    + (node.isMissingNode() ? ", is missing" : ", is " + node));
            return 0.5;
        }
        return value;
    }

    private void write(String where, double... numbers) {
        canonical.append(where);
        for (double number : numbers) {
            canonical.append('=').append(number);
        }
        canonical.append('\n');
    }

    private String digest() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(canonical.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }
}
