package dev.ravel.generator;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Rows drawn in proportion to their weights. Immutable; a draw costs a binary search.
 *
 * @param <T> the kind of row
 */
final class WeightedTable<T> {
    private final List<T> rows;
    private final int[] cumulative;

    WeightedTable(List<T> rows, ToIntFunction<T> weight) {
        this.rows = List.copyOf(rows);
        this.cumulative = this.rows.stream().mapToInt(weight).toArray();
        Arrays.parallelPrefix(cumulative, Integer::sum);
    }

    /** A row, as likely as its weight says. */
    T draw(Dice dice) {
        int ticket = dice.below(cumulative[cumulative.length - 1]);
        int found = Arrays.binarySearch(cumulative, ticket);
        return rows.get(found >= 0 ? found + 1 : -found - 1);
    }
}
