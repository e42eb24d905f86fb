package dev.ravel.resolver.lineage;

import dev.ravel.model.entity.GoldenRecord;
import dev.ravel.model.entity.GoldenValue;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is different about an entity between two moments.
 *
 * @param entity the entity
 * @param joined the records that it has now and had not before, ascending
 * @param left the records that it had before and has no more, ascending
 * @param valuesGained the values of its golden record that were not in it before, in the golden record's order
 * @param valuesLost the values of its golden record of before that are not in it any more, in that one's order
 */
public record EntityDifference(
        EntityId entity,
        SortedSet<RecordKey> joined,
        SortedSet<RecordKey> left,
        List<GoldenValue> valuesGained,
        List<GoldenValue> valuesLost) {
    public EntityDifference {
        joined = new TreeSet<>(joined);
        left = new TreeSet<>(left);
        valuesGained = List.copyOf(valuesGained);
        valuesLost = List.copyOf(valuesLost);
    }

    /** The difference between two states of one entity; where it did not stand, it has no records and no values. */
    public static EntityDifference between(
            EntityId entity,
            SortedSet<RecordKey> recordsBefore,
            GoldenRecord goldenBefore,
            SortedSet<RecordKey> recordsAfter,
            GoldenRecord goldenAfter) {
        SortedSet<RecordKey> joined = new TreeSet<>(recordsAfter);
        joined.removeAll(recordsBefore);
        SortedSet<RecordKey> left = new TreeSet<>(recordsBefore);
        left.removeAll(recordsAfter);
        return new EntityDifference(
                entity,
                joined,
                left,
                without(goldenAfter.values(), goldenBefore.values()),
                without(goldenBefore.values(), goldenAfter.values()));
    }

    /** Whether nothing is different. */
    public boolean isEmpty() {
        return joined.isEmpty() && left.isEmpty() && valuesGained.isEmpty() && valuesLost.isEmpty();
    }

    private static List<GoldenValue> without(List<GoldenValue> values, List<GoldenValue> others) {
        List<GoldenValue> rest = new ArrayList<>(values);
        rest.removeIf(value -> others.stream()
                .anyMatch(other -> other.attribute().equals(value.attribute())
                        && other.value().equals(value.value())));
        return rest;
    }
}
