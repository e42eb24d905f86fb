package dev.ravel.resolver.scoring;

import java.util.Optional;

/**
 * How a model came about, for who reads its file. None of it decides anything, so that it is not part of the model's digest:
 * what decides are the model's weights and the thresholds of the configuration.
 *
 * @param trainedOn what it was trained on; empty for a model made by hand
 * @param thresholds the thresholds of the configuration under which it was trained
 * @param frequencyCut which terms it lists with their frequency
 */
public record ModelOrigin(
        Optional<TrainedOn> trainedOn, Optional<Thresholds> thresholds, Optional<FrequencyCut> frequencyCut) {
    /** Of a model of which nothing is known. */
    public static final ModelOrigin UNKNOWN = new ModelOrigin(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * What a model was trained on.
     *
     * @param records live records
     * @param randomPairs random pairs compared
     * @param candidatePairs candidate pairs compared
     * @param expectedPairs about how many pairs of one customer the candidate pairs hold
     * @param labelledPairs pairs with a label; 0 if it was trained without
     * @param startName the name of the model that training started from
     * @param startVersion its version
     */
    public record TrainedOn(
            long records,
            long randomPairs,
            long candidatePairs,
            long expectedPairs,
            long labelledPairs,
            String startName,
            String startVersion) {}

    /**
     * Thresholds.
     *
     * @param matchWeight the weight from which on records match, log2
     * @param reviewWeight the weight from which on a person is asked, log2
     */
    public record Thresholds(double matchWeight, double reviewWeight) {}

    /**
     * The terms that a model lists.
     *
     * @param terms the most terms of one comparison
     * @param records the fewest records that have a listed term
     */
    public record FrequencyCut(long terms, long records) {}
}
