package dev.ravel.resolver.evaluate;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How much was left to people, which belongs beside every figure of accuracy: holding everything is not accuracy.
 *
 * @param records how many records the truth has
 * @param recordsInReview how many of them a question is about
 * @param pairs how many questions are about two records of the truth
 * @param truePairs how many of these pairs are one customer
 */
public record ReviewShare(int records, int recordsInReview, int pairs, int truePairs) {
    /**
     * A question about two records, named as the truth names them.
     *
     * @param a one record
     * @param b the other
     */
    public record Question(String a, String b) {}

    /**
     * Measures questions against a truth.
     *
     * @param truth the true entity of each record
     * @param questions the pairs put to people; those about other records do not count
     */
    public static ReviewShare of(Map<String, String> truth, Collection<Question> questions) {
        Set<String> inReview = new HashSet<>();
        int pairs = 0;
        int truePairs = 0;
        for (Question question : questions) {
            String ofA = truth.get(question.a());
            String ofB = truth.get(question.b());
            if (ofA != null && ofB != null) {
                inReview.add(question.a());
                inReview.add(question.b());
                pairs++;
                truePairs += ofA.equals(ofB) ? 1 : 0;
            }
        }
        return new ReviewShare(truth.size(), inReview.size(), pairs, truePairs);
    }

    /** The share of records that a question is about, from 0 to 1. */
    public double shareOfRecords() {
        return records == 0 ? 0 : (double) recordsInReview / records;
    }

    /** The share of the pairs in question that are one customer, from 0 to 1; 1 if there is no question. */
    public double shareTrue() {
        return pairs == 0 ? 1 : (double) truePairs / pairs;
    }
}
