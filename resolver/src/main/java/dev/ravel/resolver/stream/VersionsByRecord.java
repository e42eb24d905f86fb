package dev.ravel.resolver.stream;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.SourceRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** All versions of many records, found by record in O(log n). */
final class VersionsByRecord {
    private final List<SourceRecord> sorted;

    VersionsByRecord(Collection<SourceRecord> versions) {
        SourceRecord[] all = versions.toArray(SourceRecord[]::new);
        Arrays.parallelSort(all, Comparator.comparing(SourceRecord::key));
        this.sorted = Arrays.asList(all);
    }

    /** The records, ascending. */
    List<RecordKey> keys() {
        List<RecordKey> keys = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            if (i == 0 || !sorted.get(i).key().equals(sorted.get(i - 1).key())) {
                keys.add(sorted.get(i).key());
            }
        }
        return keys;
    }

    /** The versions of a record, in no order; none if it has none. */
    List<SourceRecord> of(RecordKey key) {
        int start = firstNotBefore(key);
        int end = start;
        while (end < sorted.size() && sorted.get(end).key().equals(key)) {
            end++;
        }
        return sorted.subList(start, end);
    }

    private int firstNotBefore(RecordKey key) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted.get(middle).key().compareTo(key) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
