package dev.ravel.api.entity;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.standardise.StandardRecord;
import dev.ravel.resolver.standardise.Standardiser;
import dev.ravel.resolver.store.EntityReader;
import dev.ravel.resolver.store.KeyState;
import dev.ravel.resolver.store.StoredRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which records carry which identifiers. Identifiers are a function of a record's content, so they are standardised
 * again from it; only their state is asked of the store.
 */
final class Carriers {
    private final SortedMap<SharedKey, SortedSet<RecordKey>> carriers;
    private final Map<SharedKey, KeyState> states;

    private Carriers(SortedMap<SharedKey, SortedSet<RecordKey>> carriers, Map<SharedKey, KeyState> states) {
        this.carriers = carriers;
        this.states = states;
    }

    /** Reads the identifiers of live records: two calls to the store. */
    static Carriers read(EntityReader reader, Standardiser standardiser, SortedSet<RecordKey> records) {
        SortedMap<SharedKey, SortedSet<RecordKey>> carriers = new TreeMap<>();
        for (StoredRecord record : reader.recordsOf(records).values()) {
            if (!record.deleted()) {
                StandardRecord standard = standardiser.standardise(record.decode());
                standard.identifiers().forEach(identifier -> carriers.computeIfAbsent(
                                identifier.key(record.key().tenant()), key -> new TreeSet<>())
                        .add(record.key()));
            }
        }
        return new Carriers(carriers, carriers.isEmpty() ? Map.of() : reader.keyStates(carriers.keySet()));
    }

    /** The identifiers that any of these records carries, ascending by key. */
    List<CarriedIdentifier> among(Set<RecordKey> records) {
        List<CarriedIdentifier> found = new ArrayList<>();
        carriers.forEach((key, all) -> {
            List<RecordKey> own = all.stream().filter(records::contains).toList();
            if (!own.isEmpty()) {
                KeyState unknown = new KeyState(key, own.size(), false, false);
                found.add(new CarriedIdentifier(states.getOrDefault(key, unknown), own));
            }
        });
        return found;
    }
}
