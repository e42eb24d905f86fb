package dev.ravel.resolver.clustering;

import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.comparison.Comparison;
import dev.ravel.resolver.comparison.Contradiction;
import dev.ravel.resolver.standardise.PersonName;
import dev.ravel.resolver.standardise.StandardDate;
import dev.ravel.resolver.standardise.StandardValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the names and dates of records say against each other, worked out once for any two ways to write them: the records
 * of a large entity are written in a few ways only. Not thread-safe.
 */
final class ContradictionTable {
    /** So many ways have a table of a mebibyte; of more, each pair is compared when it is asked for. */
    private static final int MOST_TABULATED = 1_024;

    private static final byte NONE = -1;
    private static final Comparison[] COMPARISONS = Comparison.values();

    private final Set<Comparison> conclusive;
    private final Map<Written, Integer> numbers = new HashMap<>();
    private final List<StandardValues> ways = new ArrayList<>();
    private byte @Nullable [] table;

    /** All of a record that may contradict another one's, but for its documents. */
    private record Written(List<PersonName> people, List<StandardDate> birthDates) {}

    /** An empty table, of contradictions in these comparisons. */
    ContradictionTable(Set<Comparison> conclusive) {
        this.conclusive = conclusive;
    }

    /** The number of the way in which a record is written. All records must be added before any two ways are compared. */
    int add(LiveRecord record) {
        StandardValues values = record.standard().values();
        return numbers.computeIfAbsent(new Written(values.people(), values.birthDates()), written -> {
            ways.add(values);
            return ways.size() - 1;
        });
    }

    /** The comparison in which records written in two ways contradict each other, unless they share a document. */
    Optional<Comparison> between(int a, int b) {
        int count = ways.size();
        if (count > MOST_TABULATED) {
            return Contradiction.ofValues(ways.get(a), ways.get(b), conclusive);
        }
        if (table == null) {
            table = new byte[count * count];
        }
        int cell = Math.min(a, b) * count + Math.max(a, b);
        if (table[cell] == 0) {
            table[cell] = Contradiction.ofValues(ways.get(a), ways.get(b), conclusive)
                    .map(comparison -> (byte) (comparison.ordinal() + 1))
                    .orElse(NONE);
        }
        return table[cell] == NONE ? Optional.empty() : Optional.of(COMPARISONS[table[cell] - 1]);
    }
}
