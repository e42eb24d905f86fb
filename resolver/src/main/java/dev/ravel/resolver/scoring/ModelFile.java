package dev.ravel.resolver.scoring;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ravel.resolver.blocking.BlockingRules;
import dev.ravel.resolver.comparison.Comparison;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import java.math.BigDecimal;
import java.math.MathContext;
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
 * priorProbability}, {@code comparisons} with {@code m} and {@code u} for each level, {@code frequencies} of terms and
 * {@code rareFrequencies} of terms that are not listed, and the {@code blocking} rules. Writes it too. Finds all problems before it fails.
 *
 * <p>May say how the model came about ({@link OriginFields}), and its {@code digest}, which then must be right. The digest covers
 * what weighs and the name and version, neither description nor origin, and no layout.
 */
final class ModelFile {
    private static final ObjectMapper JSON = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    private static final Set<String> FIELDS = Set.of(
            "name",
            "version",
            "description",
            "digest",
            OriginFields.TRAINED_ON,
            OriginFields.THRESHOLDS,
            OriginFields.FREQUENCY_CUT,
            "priorProbability",
            BlockingSection.FIELD,
            "comparisons",
            "frequencies",
            "rareFrequencies");
    /** More digits are noise, and a person has to read them. */
    private static final MathContext SIX_DIGITS = new MathContext(6);

    private static final Set<Comparison> WITH_FREQUENCIES = Stream.of(Comparison.values())
            .filter(comparison -> comparison.termLevel() != 0)
            .collect(Collectors.toSet());
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
                    ErrorCode.INVALID_INPUT,
                    "the model file " + from + " is not JSON: line "
                            + e.getLocation().getLineNr() + ": " + e.getOriginalMessage(),
                    e);
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
        double[][] m = new double[Comparison.values().length][];
        double[][] u = new double[Comparison.values().length][];
        for (Comparison comparison : Comparison.values()) {
            int levels = comparison.levels().size();
            m[comparison.index()] = new double[levels + 1];
            u[comparison.index()] = new double[levels + 1];
            levels(comparison, comparisons.path(comparison.label()), m[comparison.index()], u[comparison.index()]);
        }
        Map<Comparison, TermFrequencies> frequencies =
                frequencies(root.path("frequencies"), root.path("rareFrequencies"));
        BlockingRules blocking = new BlockingSection(problems).read(root);
        if (!blocking.equals(BlockingRules.USUAL)) {
            // The usual rules leave no trace, so that files from before there was a choice keep their digest.
            canonical
                    .append(BlockingSection.FIELD)
                    .append('=')
                    .append(blocking.text())
                    .append('\n');
        }
        String description = root.path("description").asText("");
        ModelOrigin origin = new OriginFields(problems).read(root);
        String digest = digest();
        if (problems.isEmpty()
                && root.has("digest")
                && !root.path("digest").asText().equals(digest)) {
            problems.add(
                    "digest: is " + root.path("digest").asText() + ", but what the file says has the digest " + digest
                            + ". If you changed it by hand, raise 'version' and take the line 'digest' out; if not, it was damaged:"
                            + " take it from where it came from again");
        }
        return new MatchModel(
                name, version, description, new LevelParameters(m, u, lambda), frequencies, blocking, origin, digest);
    }

    /** The content of a new model file, which is to be read to have its digest; numbers have six digits. */
    static String draft(
            String name,
            String version,
            String description,
            LevelParameters parameters,
            Map<Comparison, TermFrequencies> frequencies,
            BlockingRules blocking,
            ModelOrigin origin) {
        ObjectNode root = JSON.createObjectNode()
                .put("name", name)
                .put("version", version)
                .put("description", description);
        return text(root, parameters, frequencies, blocking, origin, SIX_DIGITS);
    }

    /** The content of a model's file, to the last digit. */
    static String text(MatchModel model) {
        ObjectNode root = JSON.createObjectNode()
                .put("name", model.name())
                .put("version", model.version())
                .put("description", model.description())
                .put("digest", model.digest());
        return text(
                root, model.parameters(), model.frequencies(), model.blocking(), model.origin(), MathContext.UNLIMITED);
    }

    private static String text(
            ObjectNode root,
            LevelParameters parameters,
            Map<Comparison, TermFrequencies> frequencies,
            BlockingRules blocking,
            ModelOrigin origin,
            MathContext digits) {
        OriginFields.write(origin, root);
        root.put("priorProbability", rounded(parameters.prior(), digits));
        BlockingSection.write(blocking, root);
        ObjectNode comparisons = root.putObject("comparisons");
        for (Comparison comparison : Comparison.values()) {
            ObjectNode levels = comparisons.putObject(comparison.label());
            for (int level = 1; level <= comparison.levels().size(); level++) {
                levels.putObject(comparison.levels().get(level - 1))
                        .put("m", rounded(parameters.m(comparison, level), digits))
                        .put("u", rounded(parameters.u(comparison, level), digits));
            }
        }
        ObjectNode terms = root.putObject("frequencies");
        ObjectNode rare = root.putObject("rareFrequencies");
        new TreeMap<>(frequencies).forEach((comparison, found) -> {
            ObjectNode own = terms.putObject(comparison.label());
            found.byTerm().forEach((term, frequency) -> own.put(term, rounded(frequency, digits)));
            if (found.rare() != 0) {
                rare.put(comparison.label(), rounded(found.rare(), digits));
            }
        });
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("numbers and texts can be written", e);
        }
    }

    private static double rounded(double value, MathContext digits) {
        return new BigDecimal(value).round(digits).doubleValue();
    }

    private void levels(Comparison comparison, JsonNode node, double[] ms, double[] us) {
        String where = "comparisons." + comparison.label();
        unknownFields(node, Set.copyOf(comparison.levels()), where + ".");
        double sumOfM = 0;
        double sumOfU = 0;
        for (int i = 0; i < comparison.levels().size(); i++) {
            String level = comparison.levels().get(i);
            double m = probability(node.path(level).path("m"), where + "." + level + ".m");
            double u = probability(node.path(level).path("u"), where + "." + level + ".u");
            write(where + "." + level, m, u);
            sumOfM += m;
            sumOfU += u;
            ms[i + 1] = m;
            us[i + 1] = u;
        }
        if (sumOfM > 1 + SUM_TOLERANCE || sumOfU > 1 + SUM_TOLERANCE) {
            problems.add(where + ": the levels' m add up to " + sumOfM + " and their u to " + sumOfU
                    + ", neither may exceed 1");
        }
    }

    private Map<Comparison, TermFrequencies> frequencies(JsonNode node, JsonNode rareNode) {
        Set<String> known = WITH_FREQUENCIES.stream().map(Comparison::label).collect(Collectors.toSet());
        unknownFields(node, known, "frequencies.");
        unknownFields(rareNode, known, "rareFrequencies.");
        Map<Comparison, TermFrequencies> frequencies = new EnumMap<>(Comparison.class);
        for (Comparison comparison : WITH_FREQUENCIES.stream().sorted().toList()) {
            SortedMap<String, Double> terms = new TreeMap<>();
            node.path(comparison.label()).properties().forEach(term -> {
                String where = "frequencies." + comparison.label() + "." + term.getKey();
                terms.put(term.getKey(), probability(term.getValue(), where));
            });
            terms.forEach((term, frequency) -> write("frequencies." + comparison.label() + "." + term, frequency));
            double rare = 0;
            if (rareNode.has(comparison.label())) {
                String where = "rareFrequencies." + comparison.label();
                rare = probability(rareNode.path(comparison.label()), where);
                write(where, rare);
            }
            frequencies.put(comparison, new TermFrequencies(terms, rare));
        }
        return frequencies;
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
}
