package dev.ravel.resolver.bulk;

import dev.ravel.model.record.SourceRecord;
import dev.ravel.model.record.VersionOrder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The live records of a heap of versions: of each record the newest version, unless that is a deletion. */
final class NewestVersions {
    private NewestVersions() {}

    /**
     * A version with two numbers that sort it without a look at its texts, which would mostly wait for memory.
     *
     * @param system the place of its tenant and source among all
     * @param idStart the first signs of its id that tell records apart; equal numbers leave the order to the texts
     */
    private record Version(int system, long idStart, SourceRecord record) implements Comparable<Version> {
        /** By key; versions of one record are equal. */
        @Override
        public int compareTo(Version other) {
            if (system != other.system) {
                return Integer.compare(system, other.system);
            }
            return idStart == other.idStart
                    ? record.key().compareTo(other.record.key())
                    : Long.compare(idStart, other.idStart);
        }

        boolean isOfSameRecord(Version other) {
            return system == other.system
                    && idStart == other.idStart
                    && record.key().equals(other.record.key());
        }
    }

    /** The live records, ascending by key. O(n log n). */
    static SourceRecord[] of(List<SourceRecord> versions) {
        SourceRecord[] given = versions.toArray(SourceRecord[]::new);
        SourceSystems systems = SourceSystems.of(given);
        Version[] sorted = new Version[given.length];
        Cores.forEach(given.length, i -> {
            int system = systems.place(given[i].key());
            sorted[i] = new Version(system, systems.idStart(system, given[i].key()), given[i]);
        });
        Cores.sort(sorted, Comparator.naturalOrder());
        return newestLive(sorted);
    }

    private static SourceRecord[] newestLive(Version[] sorted) {
        SourceRecord[] live = new SourceRecord[sorted.length];
        int count = 0;
        int start = 0;
        while (start < sorted.length) {
            SourceRecord newest = sorted[start].record;
            int end = start + 1;
            for (; end < sorted.length && sorted[end].isOfSameRecord(sorted[start]); end++) {
                if (VersionOrder.INSTANCE.compare(sorted[end].record, newest) > 0) {
                    newest = sorted[end].record;
                }
            }
            if (!newest.deleted()) {
                live[count++] = newest;
            }
            start = end;
        }
        return Arrays.copyOf(live, count);
    }
}
