package dev.ravel.resolver.scoring;

import dev.ravel.resolver.comparison.Comparison;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;

/**
 * A versioned, immutable set of comparison levels with their weights, term frequencies and the prior, read from a model
 * file. For every level of every comparison it has the probability {@code m} of the level among records of one customer,
 * and {@code u} among records of different customers; the level's weight is {@code log2(m/u)}.
 *
 * <p>Terms that the file lists with their frequency are worth less, or more, than the average of their comparison: the
 * frequency takes the place of {@code u}. Terms that it does not list have the average.
 */
public final class MatchModel {
    private static final String SHIPPED_RESOURCE = "default-model.json";
    private static final MatchModel SHIPPED = readShipped();

    private final String name;
    private final String version;
    private final double prior;
    private final String digest;
    private final double[][] weights;
    private final Map<Comparison, Map<String, Double>> adjustments;

    MatchModel(
            String name,
            String version,
            double prior,
            double[][] weights,
            Map<Comparison, SortedMap<String, Double>> adjustments,
            String digest) {
        this.name = name;
        this.version = version;
        this.prior = prior;
        this.weights = weights;
        this.digest = digest;
        this.adjustments = new EnumMap<>(Comparison.class);
        adjustments.forEach((comparison, terms) -> this.adjustments.put(comparison, Map.copyOf(terms)));
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
        } catch (IOException e) {
            throw new ResolutionException(
                    ErrorCode.INVALID_INPUT, "cannot read the model file " + file + ": " + e.getMessage(), e);
        }
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

    /** What agreeing on this term adds to the weight of agreeing, log2; 0 unless the model lists it. */
    public double termAdjustment(Comparison comparison, String term) {
        Map<String, Double> terms = adjustments.get(comparison);
        return terms == null ? 0 : terms.getOrDefault(term, 0.0);
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
