package dev.ravel.api.entity;

import dev.ravel.api.schema.TypeFields;
import dev.ravel.api.schema.Wiring;
import dev.ravel.api.work.StoreWork;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.RecordType;
import dev.ravel.resolver.store.EntityReader;
import dev.ravel.resolver.store.StoredVersion;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers the fields of a record. A record is known by its key; its content is read only if a field asks for it, for
 * all records of the request at once.
 */
public final class RecordFields {
    private final EntityReader reader;
    private final StoreWork work;

    public RecordFields(EntityReader reader, StoreWork work) {
        this.reader = reader;
        this.work = work;
    }

    /** Wires records, their versions and attributes. */
    public void wire(Wiring wiring) {
        wiring.enumeration(RecordType.class);
        TypeFields<RecordKey> record = wiring.type("Record", RecordKey.class)
                .plain("source", RecordKey::source)
                .plain("id", RecordKey::id)
                .fetched("attributes", (key, env) -> Loaders.record(env, key)
                        .thenApply(loaded -> loaded == null ? List.of() : Attribute.of(loaded.version())))
                .fetched("versions", (key, env) -> work.read(() -> reader.versions(key)))
                .fetched("entity", (key, env) -> Loaders.entityOf(env, key));
        loaded(record, "type", loaded -> loaded.version().type());
        loaded(record, "observedAt", loaded -> loaded.stored().observedAt());
        loaded(record, "recordedAt", loaded -> loaded.stored().recordedAt());
        loaded(record, "deleted", loaded -> loaded.stored().deleted());
        wiring.type("RecordVersion", StoredVersion.class)
                .plain("observedAt", version -> version.version().observedAt())
                .plain("recordedAt", StoredVersion::recordedAt)
                .plain("deleted", version -> version.version().deleted())
                .plain("live", StoredVersion::live)
                .plain("loadId", StoredVersion::loadId)
                .plain("type", version -> version.version().type())
                .plain("attributes", version -> Attribute.of(version.version()));
        wiring.type("Attribute", Attribute.class).plain("name", Attribute::name).plain("values", Attribute::values);
    }

    private static void loaded(
            TypeFields<RecordKey> record, String field, Function<LoadedRecord, @Nullable Object> value) {
        record.fetched(field, (key, env) -> Loaders.record(env, key)
                .thenApply(loaded -> loaded == null ? null : value.apply(loaded)));
    }
}
