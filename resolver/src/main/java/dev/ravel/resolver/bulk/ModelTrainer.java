package dev.ravel.resolver.bulk;

import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.comparison.Comparison;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.scoring.ModelOrigin;
import dev.ravel.resolver.scoring.TermFrequencies;
import dev.ravel.resolver.standardise.NameToken;
import dev.ravel.resolver.standardise.PersonName;
import dev.ravel.resolver.standardise.StandardValues;
import dev.ravel.resolver.train.LabelledPairs;
import dev.ravel.resolver.train.Training;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Trains a model on records, without labels or with some, starting from the model of a resolver. Independent of the order
 * of records.
 */
public final class ModelTrainer {
    private final Resolver resolver;

    /** A trainer that starts from this resolver's model and standardises as it does. */
    public ModelTrainer(Resolver resolver) {
        this.resolver = resolver;
    }

    /**
     * A trained model.
     *
     * @param model the model
     * @param records how many live records it was trained on
     * @param labelledPairs how many pairs with a label it was trained with
     * @param randomPairs how many random pairs were compared
     * @param candidatePairs how many candidate pairs were compared
     * @param expectedPairs how many pairs of one customer the candidate pairs are expected to hold
     * @param weights how many candidate pairs have each weight under the model, by the weight rounded down; term
     *     frequencies left out
     * @param notEstimated what kept the starting model's value
     */
    public record Trained(
            MatchModel model,
            int records,
            long labelledPairs,
            long randomPairs,
            long candidatePairs,
            double expectedPairs,
            SortedMap<Integer, Long> weights,
            List<String> notEstimated) {
        /** With fewer pairs of one customer than this, chance moves the estimates more than the data does. */
        private static final double MIN_EXPECTED_PAIRS = 500;

        public Trained {
            weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
            notEstimated = List.copyOf(notEstimated);
        }

        /** Whether there was enough to learn from, so that the model should be used in place of the one it started from. */
        public boolean isWellFounded() {
            return expectedPairs >= MIN_EXPECTED_PAIRS;
        }
    }

    /** Trains without labels on records that were standardised under this resolver's settings. */
    public Trained train(PreparedRecords prepared, String name) {
        Training.Evidence evidence = TrainingPairs.of(prepared.records(), prepared.index());
        Training.Result result = Training.estimate(evidence, resolver.model().parameters());
        return trained(prepared, name, "Trained without labels", 0, evidence, result);
    }

    /**
     * Trains with labels too. What they cannot tell is learned without.
     *
     * @throws ResolutionException with {@code INVALID_INPUT} if the labels speak of none of the records
     */
    public Trained train(PreparedRecords prepared, String name, Labels labels) {
        LabelledPairs labelled = LabelCounts.of(labels, prepared);
        if (labelled.pairs() == 0) {
            throw new ResolutionException(
                    ErrorCode.INVALID_INPUT,
                    "the labels hold no pair of these records: train without them, or give the records that they are of");
        }
        Training.Evidence evidence = TrainingPairs.of(prepared.records(), prepared.index());
        Training.Result result = Training.estimate(
                evidence,
                resolver.model().parameters(),
                labelled,
                resolver.settings().reviewWeight());
        String how = labelled.kind() == LabelledPairs.Kind.TRUTH
                ? "Trained under a truth with " + labelled.same().pairs() + " pairs of one customer"
                : "Trained with the judgements of persons, " + labelled.same().pairs() + " pairs SAME and "
                        + labelled.different().pairs() + " NOT_SAME,";
        return trained(prepared, name, how, labelled.pairs(), evidence, result);
    }

    private Trained trained(
            PreparedRecords prepared,
            String name,
            String how,
            long labelledPairs,
            Training.Evidence evidence,
            Training.Result result) {
        LiveRecord[] records = prepared.records();
        MatchModel start = resolver.model();
        Map<Comparison, TermFrequencies> frequencies = new EnumMap<>(start.frequencies());
        Stream.of(Comparison.values())
                .filter(comparison -> comparison.termLevel() != 0)
                .forEach(comparison ->
                        termFrequencies(records, comparison).ifPresent(found -> frequencies.put(comparison, found)));
        String description = how + " on " + records.length + " records: "
                + evidence.random().pairs() + " random pairs, "
                + evidence.candidates().pairs()
                + " candidate pairs; started from " + start + ". Not estimated: "
                + String.join(", ", result.notEstimated());
        MatchModel model = MatchModel.of(
                name,
                "1",
                description,
                result.parameters(),
                frequencies,
                start.blocking(),
                origin(records.length, labelledPairs, evidence, result));
        return new Trained(
                model,
                records.length,
                labelledPairs,
                evidence.random().pairs(),
                evidence.candidates().pairs(),
                result.expectedPairs(),
                Training.weights(evidence.candidates(), model.parameters()),
                result.notEstimated());
    }

    private ModelOrigin origin(int records, long labelledPairs, Training.Evidence evidence, Training.Result result) {
        return new ModelOrigin(
                Optional.of(new ModelOrigin.TrainedOn(
                        records,
                        evidence.random().pairs(),
                        evidence.candidates().pairs(),
                        Math.round(result.expectedPairs()),
                        labelledPairs,
                        resolver.model().name(),
                        resolver.model().version())),
                Optional.of(new ModelOrigin.Thresholds(
                        resolver.settings().matchWeight(), resolver.settings().reviewWeight())),
                Optional.of(new ModelOrigin.FrequencyCut(TermCounts.MAX_LISTED, TermCounts.MIN_COUNT)));
    }

    /** The frequencies of the first term of each record; empty if there are too few terms to tell. */
    private static Optional<TermFrequencies> termFrequencies(LiveRecord[] records, Comparison comparison) {
        return Cores.collect(
                        records.length,
                        TermCounts::new,
                        (counts, from, to, chunk) -> {
                            for (int record = from; record < to; record++) {
                                String term = term(records[record].standard().values(), comparison);
                                if (term != null) {
                                    counts.add(term);
                                }
                            }
                        },
                        TermCounts::addAll)
                .frequencies();
    }

    private static @Nullable String term(StandardValues values, Comparison comparison) {
        return switch (comparison) {
            case FAMILY_NAME -> first(values.people(), PersonName::familyJoined);
            case GIVEN_NAME -> first(values.people(), ModelTrainer::firstGiven);
            case ORGANIZATION_NAME ->
                values.organizations().isEmpty()
                        ? null
                        : values.organizations().get(0).core();
            case ADDRESS -> values.cities().isEmpty() ? null : values.cities().get(0);
            default -> throw new IllegalArgumentException("no terms are counted of " + comparison);
        };
    }

    private static @Nullable String first(List<PersonName> people, Function<PersonName, @Nullable NameToken> term) {
        for (PersonName name : people) {
            NameToken token = term.apply(name);
            if (token != null) {
                return token.text();
            }
        }
        return null;
    }

    private static @Nullable NameToken firstGiven(PersonName name) {
        return name.given().isEmpty() ? null : name.given().get(0);
    }
}
