package dev.ravel.api.entity;

import dev.ravel.api.work.StoreWork;
import dev.ravel.model.entity.Entity;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.standardise.Standardiser;
import dev.ravel.resolver.store.EntityReader;
import dev.ravel.resolver.store.StoredRecord;
import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderOptions;
import org.dataloader.DataLoaderRegistry;

/**
 * Reads what the objects of one request have in common at once: all the records that it names in one call to the store,
 * and so on. Each request has its own registry, because a registry remembers what it has read.
 */
public final class Loaders {
    private static final String RECORD = "record";
    private static final String ENTITY = "entity";
    private static final String ENTITY_OF_RECORD = "entityOfRecord";
    private static final String IDENTIFIERS = "identifiers";
    private static final String MATCHES = "matches";
    private static final int MAX_BATCH = 5_000;

    private final EntityReader reader;
    private final Standardiser standardiser;
    private final StoreWork work;

    public Loaders(EntityReader reader, Standardiser standardiser, StoreWork work) {
        this.reader = reader;
        this.standardiser = standardiser;
        this.work = work;
    }

    /**
     * The loaders of one request.
     *
     * @param remember whether a value read once stands for the whole request; false for subscriptions, which last
     */
    public DataLoaderRegistry registry(boolean remember) {
        DataLoaderOptions options = DataLoaderOptions.newOptions()
                .setCachingEnabled(remember)
                .setMaxBatchSize(MAX_BATCH)
                .build();
        return DataLoaderRegistry.newRegistry()
                .register(RECORD, loader(options, this::readRecords))
                .register(ENTITY, loader(options, this::readEntities))
                .register(ENTITY_OF_RECORD, loader(options, this::readEntitiesOf))
                .register(IDENTIFIERS, loader(options, this::readIdentifiers))
                .register(MATCHES, loader(options, this::readMatches))
                .build();
    }

    /** A stored record; null if nothing is stored of it. */
    static CompletableFuture<LoadedRecord> record(DataFetchingEnvironment environment, RecordKey key) {
        return Loaders.<RecordKey, LoadedRecord>loader(environment, RECORD).load(key);
    }

    /** The entity with an id; null if there is none. */
    static CompletableFuture<Entity> entity(DataFetchingEnvironment environment, EntityId id) {
        return Loaders.<EntityId, Entity>loader(environment, ENTITY).load(id);
    }

    /** The entities with these ids, in their order. */
    public static CompletableFuture<List<Entity>> entities(
            DataFetchingEnvironment environment, Collection<EntityId> ids) {
        return Loaders.<EntityId, Entity>loader(environment, ENTITY)
                .loadMany(List.copyOf(ids))
                .thenApply(found -> found.stream().filter(Objects::nonNull).toList());
    }

    /** The entity that a record is a member of; null if there is none. */
    static CompletableFuture<Entity> entityOf(DataFetchingEnvironment environment, RecordKey key) {
        return Loaders.<RecordKey, Entity>loader(environment, ENTITY_OF_RECORD).load(key);
    }

    /** The identifiers that members of an entity carry, ascending by key. */
    static CompletableFuture<List<CarriedIdentifier>> identifiers(
            DataFetchingEnvironment environment, SortedSet<RecordKey> members) {
        return Loaders.<Set<RecordKey>, List<CarriedIdentifier>>loader(environment, IDENTIFIERS)
                .load(members);
    }

    /** The matches kept that name a member of an entity, ascending by pair. */
    static CompletableFuture<List<Match>> matches(DataFetchingEnvironment environment, SortedSet<RecordKey> members) {
        return Loaders.<Set<RecordKey>, List<Match>>loader(environment, MATCHES).load(members);
    }

    private <K, V> DataLoader<K, V> loader(DataLoaderOptions options, Function<Set<K>, Map<K, V>> read) {
        return DataLoaderFactory.newMappedDataLoader(keys -> work.read(() -> read.apply(keys)), options);
    }

    private static <K, V> DataLoader<K, V> loader(DataFetchingEnvironment environment, String name) {
        return Objects.requireNonNull(environment.<K, V>getDataLoader(name), name);
    }

    private Map<RecordKey, LoadedRecord> readRecords(Set<RecordKey> keys) {
        Map<RecordKey, LoadedRecord> loaded = new HashMap<>();
        reader.recordsOf(keys).forEach((key, stored) -> loaded.put(key, LoadedRecord.of(stored)));
        return loaded;
    }

    private Map<EntityId, Entity> readEntities(Set<EntityId> ids) {
        Map<EntityId, Entity> found = new HashMap<>();
        reader.entities(ids).forEach(entity -> found.put(entity.id(), entity));
        return found;
    }

    private Map<RecordKey, Entity> readEntitiesOf(Set<RecordKey> keys) {
        Map<RecordKey, StoredRecord> records = reader.recordsOf(keys);
        Set<EntityId> ids = new TreeSet<>();
        records.values().forEach(record -> record.entity().ifPresent(ids::add));
        Map<EntityId, Entity> byId = readEntities(ids);
        Map<RecordKey, Entity> found = new HashMap<>();
        records.forEach((key, record) -> record.entity().map(byId::get).ifPresent(entity -> found.put(key, entity)));
        return found;
    }

    private Map<Set<RecordKey>, List<CarriedIdentifier>> readIdentifiers(Set<Set<RecordKey>> memberSets) {
        Carriers carriers = Carriers.read(reader, standardiser, union(memberSets));
        Map<Set<RecordKey>, List<CarriedIdentifier>> found = new LinkedHashMap<>();
        memberSets.forEach(members -> found.put(members, carriers.among(members)));
        return found;
    }

    private Map<Set<RecordKey>, List<Match>> readMatches(Set<Set<RecordKey>> memberSets) {
        List<Match> all = reader.matchesOf(union(memberSets));
        Map<Set<RecordKey>, List<Match>> found = new LinkedHashMap<>();
        for (Set<RecordKey> members : memberSets) {
            List<Match> own = new ArrayList<>();
            for (Match match : all) {
                if (members.contains(match.pair().smaller())
                        || members.contains(match.pair().larger())) {
                    own.add(match);
                }
            }
            found.put(members, own);
        }
        return found;
    }

    private static SortedSet<RecordKey> union(Set<Set<RecordKey>> sets) {
        SortedSet<RecordKey> union = new TreeSet<>();
        sets.forEach(union::addAll);
        return union;
    }
}
