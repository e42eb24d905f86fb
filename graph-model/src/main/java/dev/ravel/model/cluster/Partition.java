package dev.ravel.model.cluster;

import dev.ravel.model.identity.RecordKey;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How one component is divided.
 *
 * @param parts the records of each entity, disjoint; ordered by their smallest record key
 * @param held the links between different parts that were held back, ordered by pair
 */
public record Partition(List<SortedSet<RecordKey>> parts, List<HeldLink> held) {
    public Partition {
        parts = parts.stream()
                .<SortedSet<RecordKey>>map(TreeSet::new)
                .sorted(Comparator.comparing(SortedSet::first))
                .toList();
        held = held.isEmpty()
                ? List.of()
                : held.stream().sorted(Comparator.comparing(HeldLink::pair)).toList();
    }
}
