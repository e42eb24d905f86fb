package dev.ravel.api.schema;

import dev.ravel.api.error.ErrorCodes;
import dev.ravel.api.error.FetchFailures;
import dev.ravel.api.request.RequestLimits;
import graphql.GraphQL;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.AsyncSerialExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.SubscriptionExecutionStrategy;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.execution.instrumentation.Instrumentation;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** The schema file joined to the functions that answer it. */
public final class RavelSchema {
    private static final String FILE = "ravel.graphqls";

    private RavelSchema() {}

    /** The schema file's text. */
    public static String sdl() {
        try (InputStream file = Objects.requireNonNull(RavelSchema.class.getResourceAsStream(FILE), FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the schema file " + FILE + " cannot be read", e);
        }
    }

    /**
     * The executable schema.
     *
     * @param parts each wires the fields that it answers
     * @throws IllegalStateException if a field of the schema file is answered by nobody
     */
    public static GraphQLSchema executable(List<Consumer<Wiring>> parts) {
        Wiring wiring = new Wiring();
        parts.forEach(part -> part.accept(wiring));
        GraphQLSchema schema =
                new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(sdl()), wiring.build());
        List<String> missing = unanswered(schema);
        if (!missing.isEmpty()) {
            throw new IllegalStateException("fields of " + FILE + " that nobody answers: " + missing);
        }
        return schema;
    }

    /** The engine that runs requests on a schema, under limits, with coded errors. */
    public static GraphQL engine(GraphQLSchema schema, RequestLimits limits, Instrumentation measurements) {
        List<Instrumentation> chain = new ArrayList<>();
        chain.add(new ErrorCodes());
        chain.addAll(QueryLimits.of(limits));
        chain.add(measurements);
        DataFetcherExceptionHandler failures = new FetchFailures();
        return GraphQL.newGraphQL(schema)
                .preparsedDocumentProvider(new DocumentCache())
                .instrumentation(new ChainedInstrumentation(chain))
                .queryExecutionStrategy(new AsyncExecutionStrategy(failures))
                .mutationExecutionStrategy(new AsyncSerialExecutionStrategy(failures))
                .subscriptionExecutionStrategy(new SubscriptionExecutionStrategy(failures))
                .build();
    }

    private static List<String> unanswered(GraphQLSchema schema) {
        List<String> missing = new ArrayList<>();
        for (GraphQLNamedType type : schema.getAllTypesAsList()) {
            if (type instanceof GraphQLObjectType object && !type.getName().startsWith("__")) {
                for (GraphQLFieldDefinition field : object.getFieldDefinitions()) {
                    if (schema.getCodeRegistry().getDataFetcher(object, field) == Wiring.UNANSWERED) {
                        missing.add(object.getName() + '.' + field.getName());
                    }
                }
            }
        }
        return missing;
    }
}
