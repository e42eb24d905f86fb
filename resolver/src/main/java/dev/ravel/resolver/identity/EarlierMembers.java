package dev.ravel.resolver.identity;

import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What ids stood for before something that is taken back now, so that each can go where it was.
 *
 * @param members for each id that it changed, the records that it had before; none if it did not stand then
 * @param founders the founding records of these ids
 */
public record EarlierMembers(SortedMap<EntityId, SortedSet<RecordKey>> members, SortedSet<RecordKey> founders) {
    /** Nothing is taken back. */
    public static final EarlierMembers NONE = new EarlierMembers(new TreeMap<>(), new TreeSet<>());

    public EarlierMembers {
        members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
        founders = Collections.unmodifiableSortedSet(new TreeSet<>(founders));
    }
}
