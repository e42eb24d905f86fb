package dev.ravel.resolver.review;

import dev.ravel.model.review.ReviewItem;
import dev.ravel.model.review.ReviewKind;
import java.util.Optional;

/**
 * Which questions are meant: those that fit all that is given.
 *
 * @param kind of this kind
 * @param minWeight of at least this match weight
 * @param maxWeight of at most this match weight
 * @param source about a record of this source
 * @param cause with this cause: a guard, a judgement, an audit sample
 */
public record ReviewQuery(
        Optional<ReviewKind> kind,
        Optional<Double> minWeight,
        Optional<Double> maxWeight,
        Optional<String> source,
        Optional<String> cause) {

    boolean fits(ReviewItem item) {
        return kind.filter(wanted -> wanted != item.kind()).isEmpty()
                && minWeight.filter(least -> item.weight() < least).isEmpty()
                && maxWeight.filter(most -> item.weight() > most).isEmpty()
                && cause.filter(wanted -> !wanted.equals(item.cause())).isEmpty()
                && source.filter(wanted -> item.records().stream()
                                .noneMatch(record -> record.source().equals(wanted)))
                        .isEmpty();
    }
}
