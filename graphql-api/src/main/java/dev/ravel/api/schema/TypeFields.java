package dev.ravel.api.schema;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one object type.
 *
 * @param <T> the Java type of its objects
 */
public final class TypeFields<T> {
    private final Wiring wiring;
    private final String type;
    private final Class<T> source;

    TypeFields(Wiring wiring, String type, Class<T> source) {
        this.wiring = wiring;
        this.type = type;
        this.source = source;
    }

    /** A field that the object itself answers, at no cost. */
    public TypeFields<T> plain(String field, Value<? super T> value) {
        wiring.fetcher(type, field, new Plain(value));
        return this;
    }

    /** A field that depends on arguments, and that the object itself answers. */
    public TypeFields<T> computed(String field, Computation<? super T> value) {
        wiring.fetcher(type, field, environment -> value.of(sourceOf(environment), environment));
        return this;
    }

    /** A field that is answered later, by a call to the store. */
    public TypeFields<T> fetched(String field, Fetch<? super T> value) {
        wiring.fetcher(type, field, (DataFetcher<CompletionStage<?>>)
                environment -> value.of(sourceOf(environment), environment));
        return this;
    }

    private T sourceOf(DataFetchingEnvironment environment) {
        return source.cast(Objects.requireNonNull(environment.<Object>getSource(), type));
    }

    /**
     * Answers a field from its object.
     *
     * @param <T> the Java type of the object
     */
    @FunctionalInterface
    public interface Value<T> {
        /** The field's value. */
        @Nullable
        Object of(T source);
    }

    /**
     * Answers a field from its object and arguments.
     *
     * @param <T> the Java type of the object
     */
    @FunctionalInterface
    public interface Computation<T> {
        /** The field's value. */
        @Nullable
        Object of(T source, DataFetchingEnvironment environment);
    }

    /**
     * Answers a field by a call to the store.
     *
     * @param <T> the Java type of the object
     */
    @FunctionalInterface
    public interface Fetch<T> {
        /** The field's value, later. */
        CompletionStage<?> of(T source, DataFetchingEnvironment environment);
    }

    private final class Plain implements LightDataFetcher<@Nullable Object> {
        private final Value<? super T> value;

        Plain(Value<? super T> value) {
            this.value = value;
        }

        @Override
        public @Nullable Object get(
                GraphQLFieldDefinition field, Object object, Supplier<DataFetchingEnvironment> environment) {
            return value.of(source.cast(object));
        }

        @Override
        public @Nullable Object get(DataFetchingEnvironment environment) {
            return value.of(sourceOf(environment));
        }
    }
}
