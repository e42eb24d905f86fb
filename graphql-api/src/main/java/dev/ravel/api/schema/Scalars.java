package dev.ravel.api.schema;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The scalars of the schema beyond GraphQL's own. */
final class Scalars {
    /** {@link Instant} as ISO 8601 in UTC. */
    static final GraphQLScalarType DATE_TIME = GraphQLScalarType.newScalar()
            .name("DateTime")
            .coercing(new DateTime())
            .build();
    /** {@code long}. */
    static final GraphQLScalarType LONG = GraphQLScalarType.newScalar()
            .name("Long")
            .coercing(new WholeNumber())
            .build();

    private Scalars() {}

    private static final class DateTime implements Coercing<Instant, String> {
        @Override
        public String serialize(Object value, GraphQLContext context, Locale locale) {
            if (value instanceof Instant instant) {
                return DateTimeFormatter.ISO_INSTANT.format(instant);
            }
            throw new CoercingSerializeException("not an Instant: " + value.getClass());
        }

        @Override
        public Instant parseValue(Object input, GraphQLContext context, Locale locale) {
            if (input instanceof String text) {
                try {
                    return Instant.parse(text);
                } catch (DateTimeException e) {
                    throw new CoercingParseValueException("not a DateTime such as 2026-03-01T08:00:00Z: " + text, e);
                }
            }
            throw new CoercingParseValueException("a DateTime is a text such as 2026-03-01T08:00:00Z");
        }

        @Override
        public Instant parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            if (input instanceof StringValue text && text.getValue() != null) {
                try {
                    return Instant.parse(text.getValue());
                } catch (DateTimeException e) {
                    throw new CoercingParseLiteralException(
                            "not a DateTime such as 2026-03-01T08:00:00Z: " + text.getValue(), e);
                }
            }
            throw new CoercingParseLiteralException("a DateTime is a text such as 2026-03-01T08:00:00Z");
        }
    }

    private static final class WholeNumber implements Coercing<Long, Long> {
        @Override
        public Long serialize(Object value, GraphQLContext context, Locale locale) {
            if (value instanceof Long || value instanceof Integer) {
                return ((Number) value).longValue();
            }
            throw new CoercingSerializeException("not a whole number: " + value.getClass());
        }

        @Override
        public Long parseValue(Object input, GraphQLContext context, Locale locale) {
            if (input instanceof Long || input instanceof Integer) {
                return ((Number) input).longValue();
            }
            throw new CoercingParseValueException("not a whole number of up to 64 bits: " + input);
        }

        @Override
        public Long parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            if (input instanceof IntValue number) {
                BigInteger value = number.getValue();
                if (value.bitLength() < Long.SIZE) {
                    return value.longValue();
                }
            }
            throw new CoercingParseLiteralException("not a whole number of up to 64 bits");
        }
    }
}
