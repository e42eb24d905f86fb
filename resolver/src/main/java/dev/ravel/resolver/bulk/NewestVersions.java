package dev.ravel.resolver.bulk;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.standardise.Spans;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
            int end = start + 1;
            while (end < sorted.length && sorted[end].isOfSameRecord(sorted[start])) {
                end++;
            }
            Optional<NewestVersion> newest =
                    NewestVersion.of(records(sorted, start, end), earlier(sorted[start], earlier));
            if (newest.isPresent()) {
                spans[count] = newest.get().spans();
                live[count++] = newest.get().version();
            }
            start = end;
        }
        return new NewestVersions(Arrays.copyOf(live, count), Arrays.copyOf(spans, count));
    }

    private static List<SourceRecord> records(Version[] sorted, int start, int end) {
        if (end - start == 1) {
            return List.of(sorted[start].record);
        }
        return Arrays.stream(sorted, start, end).map(Version::record).toList();
    }

    private static Spans earlier(Version version, Map<RecordKey, Spans> earlier) {
        return earlier.isEmpty() ? Spans.NONE : earlier.getOrDefault(version.record.key(), Spans.NONE);
    }
}
