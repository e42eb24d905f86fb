package dev.ravel.api.entity;

import dev.ravel.api.request.RequestLimits;
import dev.ravel.api.schema.Arguments;
import dev.ravel.api.schema.Wiring;
import dev.ravel.api.work.StoreWork;
import dev.ravel.model.entity.Entity;
import dev.ravel.resolver.relation.Relation;
import dev.ravel.resolver.relation.RelationKind;
import dev.ravel.resolver.relation.Relations;
import dev.ravel.resolver.store.EntityReader;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Answers who is related to an entity without being it. */
public final class RelatedFields {
    private final EntityReader reader;
    private final StoreWork work;
    private final RequestLimits limits;

    public RelatedFields(EntityReader reader, StoreWork work, RequestLimits limits) {
        this.reader = reader;
        this.work = work;
        this.limits = limits;
    }

    /**
     * A relation with the entity's own side of it.
     *
     * @param relation the other entity and how it is related
     * @param by the shared identifiers as this entity carries them, ascending
     */
    private record Related(Relation relation, List<CarriedIdentifier> by) {}

    /** Wires the field of entities and what it answers with. */
    public void wire(Wiring wiring) {
        wiring.enumeration(RelationKind.class);
        wiring.type("Entity", Entity.class).fetched("related", this::related);
        wiring.type("RelatedEntity", Related.class)
                .plain("entity", related -> related.relation().entity())
                .plain("kind", related -> related.relation().kind())
                .plain("by", Related::by);
    }

    private CompletionStage<?> related(Entity entity, DataFetchingEnvironment environment) {
        int first = Arguments.of(environment).first(limits.maxPageSize());
        return Loaders.identifiers(environment, entity.records())
                .thenCompose(carried -> work.read(() ->
                        Relations.of(
                                        reader,
                                        entity,
                                        carried.stream()
                                                .map(CarriedIdentifier::state)
                                                .toList(),
                                        first)
                                .stream()
                                .map(relation -> new Related(
                                        relation,
                                        carried.stream()
                                                .filter(identifier ->
                                                        relation.by().contains(identifier.key()))
                                                .toList()))
                                .toList()));
    }
}
