package dev.ravel.resolver.clustering;

import dev.ravel.resolver.blocking.LiveRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Records that hang together by accepted links and SAME judgements, and the links among them. Both are brought into
 * ascending order, so that nothing depends on the order in which they were found.
 *
 * @param records the records, distinct, at least one; ascending by key
 * @param links the accepted links among the records, one a pair; ascending by pair
 */
public record Component(List<LiveRecord> records, List<Link> links) {
    public Component {
        records = sorted(records, Comparator.comparing(LiveRecord::key));
        links = sorted(links, Comparator.comparing(Link::pair));
        if (records.isEmpty()) {
            throw new IllegalArgumentException("a component without records");
        }
        for (int i = 1; i < records.size(); i++) {
            if (records.get(i).key().equals(records.get(i - 1).key())) {
                throw new IllegalArgumentException(records.get(i).key() + " is in a component twice");
            }
        }
        for (int i = 1; i < links.size(); i++) {
            if (links.get(i).pair().equals(links.get(i - 1).pair())) {
                throw new IllegalArgumentException(links.get(i).pair() + " is linked twice");
            }
        }
    }

    /** The component's name: the text of its smallest record key. */
    public String name() {
        return records.get(0).key().text();
    }

    private static <T> List<T> sorted(List<T> given, Comparator<T> order) {
        if (given.size() < 2) {
            return List.copyOf(given);
        }
        List<T> copy = new ArrayList<>(given);
        copy.sort(order);
        return List.copyOf(copy);
    }
}
