package dev.ravel.resolver.bulk;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.model.record.VersionOrder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The live records of a heap of versions: of each record the newest version, unless that is a deletion. */
final class NewestVersions {
    private static final Comparator<SourceRecord> BY_KEY = Comparator.comparing(SourceRecord::key);

    private NewestVersions() {}

    /** The live records, ascending by key. */
    static SourceRecord[] of(List<SourceRecord> versions) {
        SourceRecord[] sorted = versions.toArray(SourceRecord[]::new);
        Arrays.parallelSort(sorted, BY_KEY);
        int live = 0;
        int start = 0;
        while (start < sorted.length) {
            RecordKey key = sorted[start].key();
            SourceRecord newest = sorted[start];
            int end = start + 1;
            for (; end < sorted.length && sorted[end].key().equals(key); end++) {
                if (VersionOrder.INSTANCE.compare(sorted[end], newest) > 0) {
                    newest = sorted[end];
                }
            }
            if (!newest.deleted()) {
                sorted[live++] = newest;
            }
            start = end;
        }
        return Arrays.copyOf(sorted, live);
    }
}
