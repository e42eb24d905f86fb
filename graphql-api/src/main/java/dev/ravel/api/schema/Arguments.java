package dev.ravel.api.schema;

import dev.ravel.api.error.ApiErrorCode;
import dev.ravel.api.error.ApiException;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a field, or the fields of an input object among them, as values of the domain. What does not fit is
 * refused with {@code INVALID_INPUT}, a page that is too large with {@code LIMIT_EXCEEDED}.
 */
public final class Arguments {
    private final Map<String, Object> values;

    private Arguments(Map<String, Object> values) {
        this.values = values;
    }

    /** The arguments of a field. */
    public static Arguments of(DataFetchingEnvironment environment) {
        return new Arguments(environment.getArguments());
    }

    /** What is thrown for an argument that does not fit its contract. */
    public static ApiException invalid(String message) {
        return new ApiException(ApiErrorCode.INVALID_INPUT, message);
    }

    /** The names of those that are given, ascending. */
    public SortedSet<String> given() {
        SortedSet<String> given = new TreeSet<>();
        values.forEach((name, value) -> {
            if (value != null) {
                given.add(name);
            }
        });
        return given;
    }

    /** A text that is not blank. */
    public String text(String name) {
        return notBlank(name, value(name, String.class));
    }

    /** A text that may be absent; a blank one counts as absent. */
    public Optional<String> optionalText(String name) {
        return optional(name, String.class).filter(text -> !text.isBlank());
    }

    /** A number. */
    public int number(String name) {
        return value(name, Integer.class);
    }

    /** A number that may be absent. */
    public Optional<Integer> optionalNumber(String name) {
        return optional(name, Integer.class);
    }

    /** A point in time that may be absent. */
    public Optional<Instant> optionalTime(String name) {
        return optional(name, Instant.class);
    }

    /** A value of a type that the schema requires to be there. */
    public <T> T value(String name, Class<T> type) {
        return type.cast(Objects.requireNonNull(values.get(name), name));
    }

    /** Texts that may be absent. */
    public Optional<List<String>> optionalTexts(String name) {
        return optional(name, List.class).map(Arguments::texts);
    }

    /** The argument {@code first}: a page's size from 1 to a limit. */
    public int first(int limit) {
        int first = number("first");
        if (first < 1) {
            throw invalid("first must be at least 1: " + first);
        }
        if (first > limit) {
            throw new ApiException(
                    ApiErrorCode.LIMIT_EXCEEDED, "first is " + first + ", the largest page has " + limit);
        }
        return first;
    }

    /** An entity's id. */
    public EntityId entityId(String name) {
        return new EntityId(text(name));
    }

    /** Entity ids, each once, in the order given. */
    public Set<EntityId> entityIds(String name) {
        Set<EntityId> ids = new LinkedHashSet<>();
        for (String id : texts(value(name, List.class))) {
            if (!ids.add(new EntityId(notBlank(name, id)))) {
                throw invalid(name + " names " + id + " twice");
            }
        }
        return ids;
    }

    /** A source record of a tenant. */
    public RecordKey recordKey(String name, String tenant) {
        return object(value(name, Map.class)).asRecordKey(name, tenant);
    }

    /** A source record of a tenant that may be absent. */
    public Optional<RecordKey> optionalRecordKey(String name, String tenant) {
        return optionalObject(name).map(input -> input.asRecordKey(name, tenant));
    }

    /** Groups of source records of a tenant. */
    public List<Set<RecordKey>> recordGroups(String name, String tenant) {
        return ((List<?>) value(name, List.class))
                .stream()
                        .map(group -> recordGroup(name, tenant, (List<?>) group))
                        .toList();
    }

    /** An input object. */
    public Arguments object(String name) {
        return object(value(name, Map.class));
    }

    /** An input object that may be absent. */
    public Optional<Arguments> optionalObject(String name) {
        return optional(name, Map.class).map(Arguments::object);
    }

    /** Input objects. */
    public List<Arguments> objects(String name) {
        return ((List<?>) value(name, List.class))
                .stream().map(Arguments::object).toList();
    }

    private RecordKey asRecordKey(String name, String tenant) {
        try {
            return new RecordKey(tenant, value("source", String.class), value("id", String.class));
        } catch (IllegalArgumentException e) {
            throw invalid(name + " does not name a record: " + e.getMessage());
        }
    }

    /** A value that may be absent. */
    public <T> Optional<T> optional(String name, Class<T> type) {
        return Optional.ofNullable(values.get(name)).map(type::cast);
    }

    private static Set<RecordKey> recordGroup(String name, String tenant, List<?> inputs) {
        Set<RecordKey> group = new LinkedHashSet<>();
        inputs.forEach(input -> group.add(object(input).asRecordKey(name, tenant)));
        return group;
    }

    private static String notBlank(String name, String text) {
        if (text.isBlank()) {
            throw invalid(name + " is blank");
        }
        return text;
    }

    private static List<String> texts(List<?> values) {
        return values.stream().map(String.class::cast).toList();
    }

    // The engine has checked the value against the schema's input type, whose fields have names.
    @SuppressWarnings("unchecked")
    private static Arguments object(@Nullable Object input) {
        return new Arguments((Map<String, Object>) Objects.requireNonNull(input));
    }
}
