package dev.ravel.resolver.bulk;

import dev.ravel.model.record.SourceRecord;
import dev.ravel.model.record.VersionOrder;
import dev.ravel.resolver.standardise.Spans;
import java.util.List;
import java.util.Optional;

/**
 * A live record: the newest of its versions, which is no deletion, and its spans beside that version.
 *
 * @param version the newest version
 * @param spans the record's spans beside it
 */
public record NewestVersion(SourceRecord version, Spans spans) {
    /**
     * The live record that some versions make; empty if the newest is a deletion. Independent of their order.
     *
     * @param versions versions of one record, at least one
     * @param earlier the record's spans beside these versions, of versions that are not given
     */
    public static Optional<NewestVersion> of(List<SourceRecord> versions, Spans earlier) {
        SourceRecord newest = versions.get(0);
        for (int i = 1; i < versions.size(); i++) {
            if (VersionOrder.INSTANCE.compare(versions.get(i), newest) > 0) {
                newest = versions.get(i);
            }
        }
        return newest.deleted()
                ? Optional.empty()
                : Optional.of(new NewestVersion(newest, spans(versions, newest, earlier)));
    }

    private static Spans spans(List<SourceRecord> versions, SourceRecord newest, Spans earlier) {
        if (versions.size() == 1) {
            return earlier;
        }
        Spans all = earlier.until(newest.observedAt());
        for (SourceRecord version : versions) {
            all = all.with(Spans.of(version));
        }
        return all.beside(newest);
    }
}
