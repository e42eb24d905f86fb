package dev.ravel.resolver.region;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.blocking.LiveRecord;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The scored pairs of regions, the most recently used ones remembered. A steward looks at the same records several times: in a
 * preview, in the cut that is proposed, in the operation and in its undo. Scoring is pure, so forgetting and remembering change
 * nothing. Bounded; thread-safe.
 */
final class RememberedScores {
    private static final float LOAD_FACTOR = 0.75f;

    /** Regions are told apart by these before their records are compared. */
    private record Outline(RecordKey first, int size) {}

    private record Region(List<LiveRecord> records, List<ScoredPair> scored) {
        /** What it takes to remember it, in records and pairs. */
        int size() {
            return records.size() + scored.size();
        }
    }

    private final int limit;
    private final Map<Outline, Region> remembered = new LinkedHashMap<>(16, LOAD_FACTOR, true);
    private int size;

    /**
     * @param limit the most records and pairs remembered, together; 0 remembers nothing
     */
    RememberedScores(int limit) {
        this.limit = limit;
    }

    /**
     * The scored pairs of a region.
     *
     * @param records the records of the region, ascending
     * @param score scores them, unless these very standardised records ({@link StandardRecords} gives the same ones while it
     *     remembers them) are remembered with the same states of keys
     */
    List<ScoredPair> of(List<LiveRecord> records, Function<List<LiveRecord>, List<ScoredPair>> score) {
        if (limit == 0 || records.size() < 2) {
            return score.apply(records);
        }
        Outline outline = new Outline(records.get(0).key(), records.size());
        synchronized (remembered) {
            @Nullable Region known = remembered.get(outline);
            if (known != null && known.records().equals(records)) {
                return known.scored();
            }
        }
        Region region = new Region(List.copyOf(records), score.apply(records));
        synchronized (remembered) {
            remember(outline, region);
        }
        return region.scored();
    }

    private void remember(Outline outline, Region region) {
        @Nullable Region replaced = remembered.put(outline, region);
        size += region.size() - (replaced == null ? 0 : replaced.size());
        Iterator<Region> eldest = remembered.values().iterator();
        while (size > limit && eldest.hasNext()) {
            size -= eldest.next().size();
            eldest.remove();
        }
    }
}
