package dev.ravel.resolver.scoring;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How frequent the terms of a comparison are.
 *
 * @param byTerm the share of records with each of the more frequent terms, in (0, 1)
 * @param rare the share that stands for every term not listed; 0 if those count as average
 */
public record TermFrequencies(SortedMap<String, Double> byTerm, double rare) {
    public TermFrequencies {
        byTerm = Collections.unmodifiableSortedMap(new TreeMap<>(byTerm));
    }
}
