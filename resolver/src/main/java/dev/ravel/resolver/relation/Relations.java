package dev.ravel.resolver.relation;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.record.AttributeName;
import dev.ravel.resolver.store.EntityReader;
import dev.ravel.resolver.store.KeyState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds the relations of an entity. */
public final class Relations {
    /** An identifier that more records carry relates nobody: it is a dummy, or a desk's. */
    public static final int MAX_CARRIERS = 200;

    /** So many identifiers of an entity are followed, those of the closest kinds and fewest carriers first. */
    public static final int MAX_IDENTIFIERS = 50;

    private static final Comparator<Relation> CLOSEST_FIRST = Comparator.comparing(Relation::kind)
            .thenComparing(relation -> relation.by().size(), Comparator.reverseOrder())
            .thenComparing(relation -> relation.entity().id());

    private Relations() {}

    /** Another entity and the identifiers found so far that it shares. */
    private record Shared(Entity entity, SortedSet<SharedKey> by) {}

    /**
     * The entities that share an identifier with one, suppressed or not: the closest kinds first, then those that share most,
     * then ascending by id. One call to the store for each identifier that others carry too.
     *
     * @param entity the entity
     * @param identifiers the states of the identifiers that its records carry
     * @param limit the most relations
     */
    public static List<Relation> of(EntityReader reader, Entity entity, Collection<KeyState> identifiers, int limit) {
        SortedMap<EntityId, Shared> shared = new TreeMap<>();
        for (SharedKey identifier : followed(identifiers)) {
            for (Entity other : reader.entitiesBy(identifier, MAX_CARRIERS)) {
                if (!other.id().equals(entity.id())) {
                    shared.computeIfAbsent(other.id(), id -> new Shared(other, new TreeSet<>()))
                            .by()
                            .add(identifier);
                }
            }
        }
        List<Relation> relations = new ArrayList<>();
        shared.values()
                .forEach(with -> relations.add(
                        new Relation(with.entity(), closest(entity, with.entity(), with.by()), with.by())));
        return relations.stream().sorted(CLOSEST_FIRST).limit(limit).toList();
    }

    private static List<SharedKey> followed(Collection<KeyState> identifiers) {
        return identifiers.stream()
                .filter(state -> state.size() > 1 && state.size() <= MAX_CARRIERS)
                .sorted(Comparator.<KeyState, RelationKind>comparing(state -> kind(state.key(), false))
                        .thenComparing(KeyState::size)
                        .thenComparing(KeyState::key))
                .limit(MAX_IDENTIFIERS)
                .map(KeyState::key)
                .toList();
    }

    private static RelationKind closest(Entity a, Entity b, SortedSet<SharedKey> by) {
        boolean organization = isOrganization(a) || isOrganization(b);
        return by.stream()
                .map(key -> kind(key, organization))
                .min(Comparator.naturalOrder())
                .orElse(RelationKind.OTHER);
    }

    private static RelationKind kind(SharedKey key, boolean organization) {
        return switch (key.identifierType()) {
            case ADDRESS -> organization ? RelationKind.PREMISES : RelationKind.HOUSEHOLD;
            case DEVICE -> RelationKind.DEVICE;
            case PHONE -> RelationKind.PHONE;
            case EMAIL -> RelationKind.EMAIL;
            case NATIONAL_ID,
                    PASSPORT,
                    DRIVERS_LICENCE,
                    TAX_ID,
                    BUSINESS_LICENCE,
                    LOYALTY_CARD,
                    OPEN_ID,
                    UNION_ID,
                    ACCOUNT,
                    WEBSITE,
                    OTHER -> RelationKind.OTHER;
        };
    }

    private static boolean isOrganization(Entity entity) {
        return entity.golden().best(AttributeName.ORGANIZATION_NAME).isPresent();
    }
}
