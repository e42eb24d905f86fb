package dev.ravel.resolver.evaluate;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An entity that is not what it should be: a predicted one with records of several true ones, or a true one whose
 * records are in several predicted ones. Of two results without a truth, what the new one merges or splits of the old.
 *
 * @param entity its id
 * @param pairs how many pairs of records are wrongly together, or wrongly apart
 * @param parts how many of its records are of each true entity, or in each predicted one, ascending by id
 */
public record Mistake(String entity, long pairs, SortedMap<String, Integer> parts) {
    public Mistake {
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }
}
