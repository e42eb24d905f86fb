package dev.ravel.api.schema;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetcherFactories;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.idl.NaturalEnumValuesProvider;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;

/**
 * Collects what answers the fields of the schema. Nothing is found by reflection: every field is wired by name to a
 * typed function, and {@link RavelSchema} fails at start if one is missing.
 */
public final class Wiring {
    /** Stands for the fetcher of a field that nobody wired. */
    static final DataFetcher<Object> UNANSWERED = environment -> {
        throw new IllegalStateException(
                "nobody answers " + environment.getField().getName());
    };

    private final RuntimeWiring.Builder runtime = RuntimeWiring.newRuntimeWiring()
            .scalar(Scalars.DATE_TIME)
            .scalar(Scalars.LONG)
            .codeRegistry(GraphQLCodeRegistry.newCodeRegistry()
                    .defaultDataFetcher(DataFetcherFactories.useDataFetcher(UNANSWERED))
                    .build())
            .strictMode(true);

    Wiring() {}

    /** The fields of an object type whose objects are of a Java type. */
    public <T> TypeFields<T> type(String name, Class<T> source) {
        return new TypeFields<>(this, name, source);
    }

    /** Wires a field of {@code Query}, {@code Mutation} or {@code Subscription}. */
    public Wiring root(String type, String field, DataFetcher<?> fetcher) {
        return fetcher(type, field, fetcher);
    }

    /** Wires an enum by the names of a Java enum's constants. */
    public <E extends Enum<E>> Wiring enumeration(Class<E> type) {
        runtime.type(TypeRuntimeWiring.newTypeWiring(type.getSimpleName())
                .enumValues(new NaturalEnumValuesProvider<>(type)));
        return this;
    }

    Wiring fetcher(String type, String field, DataFetcher<?> fetcher) {
        runtime.type(TypeRuntimeWiring.newTypeWiring(type).dataFetcher(field, fetcher));
        return this;
    }

    RuntimeWiring build() {
        return runtime.build();
    }
}
