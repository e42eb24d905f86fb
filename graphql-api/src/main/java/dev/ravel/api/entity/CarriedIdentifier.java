package dev.ravel.api.entity;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.store.KeyState;
import java.util.List;

/**
 * An identifier of an entity.
 *
 * @param state what the store knows of it
 * @param records the records of the entity that carry it, ascending
 */
record CarriedIdentifier(KeyState state, List<RecordKey> records) {
    CarriedIdentifier {
        records = List.copyOf(records);
    }

    SharedKey key() {
        return state.key();
    }
}
