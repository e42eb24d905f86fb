package dev.ravel.resolver.identity;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What ids stood for before something that is taken back now, so that each can go where it was.
 *
 * @param members for each id that it changed, the records that it had before; none if it did not stand then
 * @param founders the founding records of these ids
 * @param formerly the same of the time before, if it was taken back then and has been done again since
 */
public record EarlierMembers(
        SortedMap<EntityId, SortedSet<RecordKey>> members,
        SortedSet<RecordKey> founders,
        Optional<EarlierMembers> formerly) {
    /** Nothing is taken back. */
    public static final EarlierMembers NONE = new EarlierMembers(new TreeMap<>(), new TreeSet<>(), Optional.empty());

    public EarlierMembers {
        members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
        founders = Collections.unmodifiableSortedSet(new TreeSet<>(founders));
    }

    /** The founding records of all ids that it changed whenever it was done. */
    public SortedSet<RecordKey> allFounders() {
        SortedSet<RecordKey> all = new TreeSet<>(founders);
        formerly.ifPresent(former -> all.addAll(former.allFounders()));
        return all;
    }

    /**
     * Of the times that it was done, the one before which its ids stood for most of the parts that are new now; of several,
     * the last. What came between the times may have been taken back meanwhile, so that the parts are those of an earlier one.
     *
     * @param parts the parts as they are to be
     * @param standing the active entities as they are until now
     */
    EarlierMembers fitting(Collection<? extends Set<RecordKey>> parts, Collection<Entity> standing) {
        if (formerly.isEmpty()) {
            return this;
        }
        Set<Set<RecordKey>> fresh = new HashSet<>(parts);
        standing.forEach(entity -> fresh.remove(entity.records()));
        EarlierMembers best = this;
        Optional<EarlierMembers> time = formerly;
        while (time.isPresent()) {
            if (time.get().stoodFor(fresh) > best.stoodFor(fresh)) {
                best = time.get();
            }
            time = time.get().formerly();
        }
        return best;
    }

    private long stoodFor(Set<Set<RecordKey>> parts) {
        return members.values().stream().filter(parts::contains).count();
    }
}
