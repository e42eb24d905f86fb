package dev.ravel.resolver.bulk;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.model.record.VersionOrder;
import dev.ravel.resolver.standardise.Spans;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The live records of a heap of versions, ascending by key: of each record the newest version, unless that is a deletion, and
 * the spans beside it.
 */
final class NewestVersions {
    private final SourceRecord[] versions;
    private final Spans[] spans;

    private NewestVersions(SourceRecord[] versions, Spans[] spans) {
        this.versions = versions;
        this.spans = spans;
    }

    /** How many records there are. */
    int size() {
        return versions.length;
    }

    /** The newest version of a record. */
    SourceRecord version(int record) {
        return versions[record];
    }

    /** The spans of a record beside its newest version. */
    Spans spans(int record) {
        return spans[record];
    }

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

    /**
     * The live records. O(n log n).
     *
     * @param earlier the spans of records beside the versions given, of versions that are not
     */
    static NewestVersions of(List<SourceRecord> versions, Map<RecordKey, Spans> earlier) {
        SourceRecord[] given = versions.toArray(SourceRecord[]::new);
        SourceSystems systems = SourceSystems.of(given);
        Version[] sorted = new Version[given.length];
        Cores.forEach(given.length, i -> {
            int system = systems.place(given[i].key());
            sorted[i] = new Version(system, systems.idStart(system, given[i].key()), given[i]);
        });
        Cores.sort(sorted, Comparator.naturalOrder());
        return newestLive(sorted, earlier);
    }

    private static NewestVersions newestLive(Version[] sorted, Map<RecordKey, Spans> earlier) {
        SourceRecord[] live = new SourceRecord[sorted.length];
        Spans[] spans = new Spans[sorted.length];
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
                spans[count] = spans(sorted, start, end, newest, earlier);
                live[count++] = newest;
            }
            start = end;
        }
        return new NewestVersions(Arrays.copyOf(live, count), Arrays.copyOf(spans, count));
    }

    private static Spans spans(
            Version[] sorted, int start, int end, SourceRecord newest, Map<RecordKey, Spans> earlier) {
        Spans known = earlier.isEmpty() ? Spans.NONE : earlier.getOrDefault(newest.key(), Spans.NONE);
        if (end - start == 1) {
            return known;
        }
        Spans all = known.until(newest.observedAt());
        for (int i = start; i < end; i++) {
            all = all.with(Spans.of(sorted[i].record));
        }
        return all.beside(newest);
    }
}
