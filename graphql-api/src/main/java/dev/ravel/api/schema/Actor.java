package dev.ravel.api.schema;

import dev.ravel.api.request.RequestContext;
import graphql.schema.DataFetchingEnvironment;

/** Who makes a request. */
public final class Actor {
    private Actor() {}

    /**
     * The argument {@code actor}, else the header {@code X-Ravel-Actor}.
     *
     * @throws dev.ravel.api.error.ApiException with {@code INVALID_INPUT} if neither names anybody
     */
    public static String of(DataFetchingEnvironment environment) {
        return Arguments.of(environment)
                .optionalText("actor")
                .or(() -> RequestContext.of(environment).actor())
                .orElseThrow(() ->
                        Arguments.invalid("nobody is named: give the argument actor, or the header X-Ravel-Actor"));
    }
}
