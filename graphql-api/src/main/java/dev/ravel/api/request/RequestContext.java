package dev.ravel.api.request;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import java.util.Optional;

/**
 * What the edge knows of a request beside its document.
 *
 * @param correlationId under which the log has what goes wrong
 * @param actor who asks, if the request says so outside its document
 */
public record RequestContext(String correlationId, Optional<String> actor) {

    /** The context of the request that a field belongs to. */
    public static RequestContext of(DataFetchingEnvironment environment) {
        return of(environment.getGraphQlContext());
    }

    /** The context of a request. */
    public static RequestContext of(GraphQLContext context) {
        return context.getOrDefault(RequestContext.class, new RequestContext("none", Optional.empty()));
    }

    /** The entries by which {@link #of(GraphQLContext)} finds it. */
    public Map<Object, Object> asMap() {
        return Map.of(RequestContext.class, this);
    }
}
