package dev.ravel.resolver.bulk;

import dev.ravel.model.cluster.Partition;
import dev.ravel.model.entity.Entity;
import dev.ravel.model.entity.EntityState;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.clustering.Component;
import dev.ravel.resolver.identity.IdAssignment;
import dev.ravel.resolver.identity.IdentifiedPart;
import dev.ravel.resolver.standardise.StandardRecord;
import dev.ravel.resolver.survivorship.GoldenRecordComposer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;

/** Makes entities of the parts of a component, which stand in no graph yet: without history, each with a new id. */
public final class NewEntities {
    private final Resolver resolver;
    private final Instant at;

    /**
     * Entities under this resolver's settings.
     *
     * @param at when they are made
     */
    public NewEntities(Resolver resolver, Instant at) {
        this.resolver = resolver;
        this.at = at;
    }

    /** Takes an entity with the places of its records among those of the component, ascending. */
    @FunctionalInterface
    public interface EntityConsumer {
        void accept(Entity entity, int[] members);
    }

    /** Gives an entity for each part of a component, in the order of the parts. */
    public void forEach(Component component, Partition partition, EntityConsumer entities) {
        Map<RecordKey, Integer> places = new HashMap<>();
        for (int i = 0; i < component.records().size(); i++) {
            places.put(component.records().get(i).key(), i);
        }
        for (SortedSet<RecordKey> part : partition.parts()) {
            int[] members = new int[part.size()];
            List<StandardRecord> records = new ArrayList<>(part.size());
            for (RecordKey key : part) {
                int member = Objects.requireNonNull(places.get(key));
                members[records.size()] = member;
                records.add(component.records().get(member).standard());
            }
            entities.accept(entity(component.name(), part, records), members);
        }
    }

    private Entity entity(String component, SortedSet<RecordKey> part, List<StandardRecord> members) {
        IdentifiedPart identified = IdAssignment.mint(part);
        return new Entity(
                identified.id(),
                EntityState.ACTIVE,
                component,
                identified.founder(),
                at,
                1,
                1,
                at,
                "",
                part,
                GoldenRecordComposer.compose(members, resolver.settings()),
                List.of());
    }
}
