package dev.ravel.resolver.scoring;

import dev.ravel.resolver.blocking.BlockingRules;
import dev.ravel.resolver.comparison.Comparison;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * A versioned, immutable set of comparison levels with their weights, term frequencies, the prior and the blocking rules,
 * read from a model file. For every level of every comparison it has the probability {@code m} of the level among records of one customer,
 * and {@code u} among records of different customers; the level's weight is {@code log2(m/u)}.
 *
 * <p>Terms that the file lists with their frequency are worth less, or more, than the average of their comparison: the
 * frequency takes the place of {@code u}. Terms that it does not list have the comparison's rare frequency, or the average
 * where the model has none.
 */
public final class MatchModel {
    private static final String SHIPPED_RESOURCE = "default-model.json";
    private static final MatchModel SHIPPED = readShipped();

    private final String name;
    private final String version;
    private final String description;
    private final LevelParameters parameters;
    private final Map<Comparison, TermFrequencies> frequencies;
    private final BlockingRules blocking;
    private final ModelOrigin origin;
    private final String digest;
    private final double prior;
    private final double[][] weights;
    private final Map<Comparison, Map<String, Double>> adjustments = new EnumMap<>(Comparison.class);
    private final double[] rareAdjustments = new double[Comparison.values().length];
    private final double[] largestAdjustments = new double[Comparison.values().length];

    /**
     * A model.
     *
     * @param description what it was made from
     * @param frequencies the frequencies of terms, for the comparisons that have them
     * @param blocking the blocking rules that apply
     * @param origin how it came about
     * @param digest the SHA-256 of all that weighs, see {@link ModelFile}
     */
    MatchModel(
            String name,
            String version,
            String description,
            LevelParameters parameters,
            Map<Comparison, TermFrequencies> frequencies,
            BlockingRules blocking,
            ModelOrigin origin,
            String digest) {
        this.name = name;
        this.version = version;
        this.description = description;
        this.parameters = parameters;
        this.frequencies = Collections.unmodifiableMap(new EnumMap<>(frequencies));
        this.blocking = blocking;
        this.origin = origin;
        this.digest = digest;
        this.prior = parameters.priorWeight();
        this.weights = new double[Comparison.values().length][];
        for (Comparison comparison : Comparison.values()) {
            double[] own = new double[comparison.levels().size() + 1];
            for (int level = 1; level < own.length; level++) {
                own[level] = parameters.weight(comparison, level);
            }
            weights[comparison.index()] = own;
        }
        frequencies.forEach((comparison, terms) -> {
            double average = parameters.u(comparison, comparison.termLevel());
            Map<String, Double> own = new HashMap<>();
            terms.byTerm().forEach((term, frequency) -> own.put(term, LevelParameters.log2(average / frequency)));
            adjustments.put(comparison, own);
            rareAdjustments[comparison.index()] =
                    terms.rare() == 0 ? 0 : Math.max(0, LevelParameters.log2(average / terms.rare()));
            largestAdjustments[comparison.index()] =
                    own.values().stream().reduce(rareAdjustments[comparison.index()], Math::max);
        });
    }

    /**
     * A model made by training; its numbers are rounded to six digits.
     *
     * @param description what it was trained on
     */
    public static MatchModel of(
            String name,
            String version,
            String description,
            LevelParameters parameters,
            Map<Comparison, TermFrequencies> frequencies,
            BlockingRules blocking,
            ModelOrigin origin) {
        return ModelFile.parse(
                ModelFile.draft(name, version, description, parameters, frequencies, blocking, origin), name);
    }

    /** The model that Ravel ships. */
    public static MatchModel shipped() {
        return SHIPPED;
    }

    /**
     * Reads a model file.
     *
     * @throws ResolutionException with {@code INVALID_INPUT} if it cannot be read, or with all that is wrong in it
     */
    public static MatchModel read(Path file) {
        try {
            return ModelFile.parse(Files.readString(file), file.toString());
        } catch (NoSuchFileException e) {
            throw new ResolutionException(ErrorCode.INVALID_INPUT, "there is no model file " + file, e);
        } catch (IOException e) {
            throw new ResolutionException(
                    ErrorCode.INVALID_INPUT, "cannot read the model file " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads the content of a model file.
     *
     * @throws ResolutionException with {@code INVALID_INPUT} and all that is wrong in it
     */
    public static MatchModel parse(String text) {
        return ModelFile.parse(text, "given as text");
    }

    /** What the model is called. */
    public String name() {
        return name;
    }

    /** The model's version. */
    public String version() {
        return version;
    }

    /** The log2 of the odds that two random records are one customer. */
    public double prior() {
        return prior;
    }

    /**
     * The match weight of a level, log2.
     *
     * @param level the level's number in {@link Comparison#levels()}, from 1; 0, for nothing to compare, weighs nothing
     */
    public double weight(Comparison comparison, int level) {
        return weights[comparison.index()][level];
    }

    /** What agreeing on this term adds to the weight of agreeing, log2; 0 where the model has no frequencies. */
    public double termAdjustment(Comparison comparison, String term) {
        Map<String, Double> terms = adjustments.get(comparison);
        Double known = terms == null ? null : terms.get(term);
        return known == null ? rareAdjustments[comparison.index()] : known;
    }

    /** The most that any term can add, at least 0. */
    double largestTermAdjustment(Comparison comparison) {
        return largestAdjustments[comparison.index()];
    }

    /** What it was made from. */
    public String description() {
        return description;
    }

    /** The probabilities that the weights come from. */
    public LevelParameters parameters() {
        return parameters;
    }

    /** The frequencies of terms, for the comparisons that have them. */
    public Map<Comparison, TermFrequencies> frequencies() {
        return frequencies;
    }

    /** The blocking rules that apply, in order of precedence. */
    public BlockingRules blocking() {
        return blocking;
    }

    /** How it came about. */
    public ModelOrigin origin() {
        return origin;
    }

    /** The content of a model file that reads as this model. */
    public String text() {
        return ModelFile.text(this);
    }

    /** The SHA-256 of the model file's canonical content, in lower-case hexadecimal digits. */
    public String digest() {
        return digest;
    }

    @Override
    public String toString() {
        return name + " " + version;
    }

    private static MatchModel readShipped() {
        try (InputStream in = MatchModel.class.getResourceAsStream(SHIPPED_RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(
                        "the resource " + SHIPPED_RESOURCE + " is missing from the resolver's jar");
            }
            return ModelFile.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), SHIPPED_RESOURCE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
