package dev.ravel.resolver.lineage;

import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.lineage.LineageEvent;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.store.EntityReader;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.LongConsumer;

/**
 * Counts how many ids have changed between two recorded times, from the lineage alone. Reads all events, a page of entities
 * at a time; memory grows with the records that came, went or moved in between.
 */
public final class ChurnCount {
    private static final int PAGE = 500;

    private final Instant from;
    private final Instant to;
    private final Set<RecordKey> lost = new HashSet<>();
    private final Set<RecordKey> gained = new HashSet<>();
    private long entitiesBefore;
    private long entitiesAfter;
    private long kept;
    private long recordsStayed;

    private ChurnCount(Instant from, Instant to) {
        this.from = from;
        this.to = to;
    }

    /**
     * Counts.
     *
     * @param progress is told how many entities have been looked at
     * @throws ResolutionException with {@code INVALID_INPUT} if {@code to} is before {@code from}
     */
    public static Churn between(EntityReader reader, Instant from, Instant to, LongConsumer progress) {
        if (to.isBefore(from)) {
            throw new ResolutionException(
                    ErrorCode.INVALID_INPUT, "churn is counted forward: " + to + " is before " + from);
        }
        ChurnCount count = new ChurnCount(from, to);
        long seen = 0;
        List<EntityId> ids = reader.ids(Optional.empty(), PAGE);
        while (!ids.isEmpty()) {
            reader.chains(ids).values().forEach(count::add);
            seen += ids.size();
            progress.accept(seen);
            ids = reader.ids(Optional.of(ids.get(ids.size() - 1)), PAGE);
        }
        return count.churn();
    }

    private void add(Collection<LineageEvent> chain) {
        SortedSet<RecordKey> before = new TreeSet<>();
        SortedSet<RecordKey> after = new TreeSet<>();
        for (LineageEvent event : chain) {
            before = event.at().isAfter(from) ? before : event.after();
            after = event.at().isAfter(to) ? after : event.after();
        }
        entitiesBefore += before.isEmpty() ? 0 : 1;
        entitiesAfter += after.isEmpty() ? 0 : 1;
        kept += before.isEmpty() || after.isEmpty() ? 0 : 1;
        for (RecordKey record : before) {
            if (after.contains(record)) {
                recordsStayed++;
            } else {
                lost.add(record);
            }
        }
        for (RecordKey record : after) {
            if (!before.contains(record)) {
                gained.add(record);
            }
        }
    }

    private Churn churn() {
        long moved = lost.stream().filter(gained::contains).count();
        return new Churn(entitiesBefore, entitiesAfter, kept, recordsStayed + moved, moved);
    }
}
